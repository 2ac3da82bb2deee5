import { dicyclic } from "../../../builders/dicyclic.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Irreps of degree 1 and 2, some of them quaternionic. */
export const dicyclicFamily = groupFamily({
  id: "dicyclic",
  title: "the dicyclic group of order 4n",
  params: form(whole("n", 1)),
  example: "3",
  build: dicyclic,
  citations: [tian],
});
