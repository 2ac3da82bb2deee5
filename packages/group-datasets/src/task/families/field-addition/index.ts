import { finiteField } from "../../../field/finite-field.ts";
import { makeGroup } from "../../../group/make-group.ts";
import { fields } from "../../../works/index.ts";
import { defineTaskFamily, taskId } from "../../family.ts";
import { groupTask } from "../../group-task.ts";
import { form, whole } from "../../params.ts";

/** a + b in the field with q = pᵏ elements: the group Z_p × … × Z_p, elements written as polynomials. */
export const fieldAdditionFamily = defineTaskFamily({
  id: "field-addition",
  title: "addition in the field with q elements",
  params: form(whole("q", 2)),
  example: "9",
  create([q]) {
    const { add, label, characteristic } = finiteField(q);
    const generators: number[] = [];
    for (let place = 1; place < q; place *= characteristic) generators.push(place);
    const name = `the field with ${q} elements, under addition`;
    const group = makeGroup({ order: q, name, identity: 0, generators, multiply: add, label });
    return { ...groupTask(taskId("field-addition", [q]), group), title: `addition in GF(${q})` };
  },
  citations: [fields],
});
