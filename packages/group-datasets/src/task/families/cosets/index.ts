import { InputError } from "../../../errors.ts";
import type { FiniteGroup } from "../../../group/finite-group.ts";
import { generatedSubgroup, leftCosets } from "../../../structure/subgroups.ts";
import { stander } from "../../../works/index.ts";
import { defineDerivedTaskFamily, taskId } from "../../family.ts";
import { list, whole } from "../../params.ts";
import { requiredGroup } from "../../required-group.ts";
import { makeTask, type Task } from "../../task.ts";

/** How a group moves the cosets of a subgroup: shown g and x·H, answer g·x·H. */
export const cosetsFamily = defineDerivedTaskFamily({
  id: "cosets",
  title: "a group acting on the left cosets of the subgroup that these elements generate",
  params: list(whole("each element", 0), 1),
  example: "5:dihedral:5",
  create(given, base) {
    const elements = [...new Set(given)].sort((a, b) => a - b);
    const id = taskId("cosets", elements, base);
    return cosetTask(id, requiredGroup("cosets", base), elements);
  },
  citations: [stander],
});

/** Example g·k + c is (g, coset c), k being the number of cosets. */
function cosetTask(id: string, group: FiniteGroup, elements: readonly number[]): Task {
  const { order, table, label } = group;
  const subgroup = generatedSubgroup(group, elements);
  const count = order / subgroup.length;
  if (count < 2) {
    throw new InputError(
      `elements ${elements.join(", ")} generate all of ${group.name}, so there is one coset`,
      "take elements of a smaller subgroup",
    );
  }
  const cosetOf = leftCosets(group, subgroup);
  const representatives = Uint16Array.from({ length: count }, (_, c) => cosetOf.indexOf(c));
  const names = Array.from(representatives, (x) => `${label(x)}·H`);
  const H = Array.from(elements, label).join(", ");
  return makeTask({
    id,
    title: `${group.name} acting on the cosets of ⟨${H}⟩`,
    operands: 2,
    vocabulary: order,
    classes: count,
    size: order * count,
    read(index, into, at) {
      const c = index % count;
      const g = (index - c) / count;
      into[at] = g;
      into[at + 1] = c;
      return cosetOf[table[g * order + representatives[c]]];
    },
    symbol: label,
    answer: (c) => names[c],
  });
}
