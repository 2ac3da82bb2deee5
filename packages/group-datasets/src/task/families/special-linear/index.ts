import { specialLinear } from "../../../builders/linear.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** The n × n matrices of determinant 1 over the field with q elements. */
export const specialLinearFamily = groupFamily({
  id: "special-linear",
  aliases: ["sl"],
  title: "matrices of determinant 1 over the field with q elements",
  params: form(whole("n", 2), whole("q", 2)),
  example: "2,3",
  build: specialLinear,
  citations: [tian],
});
