import { power } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { form } from "../../params.ts";
import { requiredGroup } from "../../required-group.ts";
import { wordTask } from "../../word-task.ts";

const word = [{ operand: 0 }, { operand: 1 }, { operand: 0, inverted: true }];

/** a·b·a⁻¹, the conjugate of b by a; in an abelian group it is b. */
export const conjugationFamily = defineDerivedTaskFamily({
  id: "conjugation",
  title: "a·b·a⁻¹ in a group",
  params: form(),
  example: "dihedral:5",
  create: (_, base) =>
    wordTask(taskId("conjugation", [], base), requiredGroup("conjugation", base), word),
  citations: [power],
});
