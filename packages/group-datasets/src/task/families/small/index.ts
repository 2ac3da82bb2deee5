import { smallGroup } from "../../../small-groups/small-group.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Every group of order up to 127 by its number in GAP's library; in a browser after `loadSmallGroups()`. */
export const smallFamily = groupFamily({
  id: "small",
  title: "a group by its order and its number in GAP's library",
  params: form(whole("the order", 2), whole("the id", 1)),
  example: "21,1",
  build: smallGroup,
  citations: [
    tian,
    {
      title: "Besche, Eick and O'Brien, A millennium project: constructing small groups",
      reference: "doi:10.1142/S0218196702001115",
    },
  ],
});
