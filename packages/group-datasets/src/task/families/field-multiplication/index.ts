import { finiteField } from "../../../field/finite-field.ts";
import { fields, power } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { form, whole } from "../../params.ts";
import { tupleTask } from "../../tuple-task.ts";

/** a·b in the field with q elements, 0 among them: no group, for 0 has no inverse. */
export const fieldMultiplicationFamily = defineTaskFamily({
  id: "field-multiplication",
  title: "multiplication in the field with q elements",
  params: form(whole("q", 2)),
  example: "9",
  create([q]) {
    const { multiply, label } = finiteField(q);
    return tupleTask({
      id: taskId("field-multiplication", [q]),
      title: `multiplication in GF(${q})`,
      operands: 2,
      vocabulary: q,
      classes: q,
      label: ([a, b]) => multiply(a, b),
      symbol: label,
    });
  },
  citations: [fields, power],
});
