import { power } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { form } from "../../params.ts";
import { requiredGroup } from "../../required-group.ts";
import { wordTask } from "../../word-task.ts";

const word = [{ operand: 0 }, { operand: 1, inverted: true }];

/** a·b⁻¹: subtraction in Z_n. As hard as the product: b⁻¹ is only another name for a symbol. */
export const divisionFamily = defineDerivedTaskFamily({
  id: "division",
  title: "a·b⁻¹ in a group",
  params: form(),
  example: "dihedral:5",
  create(_, base) {
    const group = requiredGroup("division", base);
    const reason = "the group's table, the second operand's symbols renamed";
    const theory = () => ({ group, reason });
    return { ...wordTask(taskId("division", [], base), group, word), theory };
  },
  citations: [power],
});
