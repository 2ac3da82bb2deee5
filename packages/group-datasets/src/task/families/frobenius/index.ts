import { frobenius } from "../../../builders/affine.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Z_p ⋊ Z_q, with irreps of degree 1 and q. */
export const frobeniusFamily = groupFamily({
  id: "frobenius",
  title: "the maps t ↦ a·t + b modulo p with a^q = 1",
  params: form(whole("p", 3), whole("q", 2)),
  example: "7,3",
  build: frobenius,
  citations: [tian],
});
