import { symmetric } from "../../../builders/permutations.ts";
import { chughtai, power, stander } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** The permutations of n points; S_5 is the group of the first grokking paper. */
export const symmetricFamily = groupFamily({
  id: "symmetric",
  title: "all permutations of n points",
  params: form(whole("n", 2)),
  example: "3",
  build: symmetric,
  citations: [power, chughtai, stander],
});
