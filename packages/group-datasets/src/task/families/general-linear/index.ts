import { generalLinear } from "../../../builders/linear.ts";
import { tian } from "../../citations.ts";
import { groupFamily } from "../../group-family.ts";
import { form, whole } from "../../params.ts";

/** The invertible n × n matrices over the field with q elements. */
export const generalLinearFamily = groupFamily({
  id: "general-linear",
  aliases: ["gl"],
  title: "invertible matrices over the field with q elements",
  params: form(whole("n", 2), whole("q", 2)),
  example: "2,2",
  build: generalLinear,
  citations: [tian],
});
