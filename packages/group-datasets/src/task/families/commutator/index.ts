import { power } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { form } from "../../params.ts";
import { requiredGroup } from "../../required-group.ts";
import { wordTask } from "../../word-task.ts";

const word = [
  { operand: 0, inverted: true },
  { operand: 1, inverted: true },
  { operand: 0 },
  { operand: 1 },
];

/** a⁻¹·b⁻¹·a·b: how far a and b are from commuting. Always the identity in an abelian group. */
export const commutatorFamily = defineDerivedTaskFamily({
  id: "commutator",
  title: "a⁻¹·b⁻¹·a·b in a group",
  params: form(),
  example: "dihedral:5",
  create: (_, base) =>
    wordTask(taskId("commutator", [], base), requiredGroup("commutator", base), word),
  citations: [power],
});
