import { dihedral } from "../../../builders/dihedral.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Turns and reflections of a regular n-gon: non-abelian, with irreps of degree 1 and 2. */
export const dihedralFamily = groupFamily({
  id: "dihedral",
  title: "the symmetries of a regular n-gon",
  params: form(whole("n", 1)),
  example: "5",
  build: dihedral,
  citations: [tian],
});
