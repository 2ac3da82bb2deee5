import { alternating } from "../../../builders/permutations.ts";
import { chughtai, stander } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** The even permutations of n points; simple from n = 5 on. */
export const alternatingFamily = groupFamily({
  id: "alternating",
  title: "the even permutations of n points",
  params: form(whole("n", 3)),
  example: "4",
  build: alternating,
  citations: [chughtai, stander],
});
