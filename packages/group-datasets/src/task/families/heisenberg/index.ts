import { heisenberg } from "../../../builders/heisenberg.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** Nilpotent, with irreps of degree 1 and p. */
export const heisenbergFamily = groupFamily({
  id: "heisenberg",
  title: "upper triangular 3 × 3 matrices with ones on the diagonal, modulo p",
  params: form(whole("p", 2)),
  example: "2",
  build: heisenberg,
  citations: [tian],
});
