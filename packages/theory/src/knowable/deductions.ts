import { type FiniteGroup, InputError, isAbelian } from "@grokscape/group-datasets";
import type { Deduction } from "./deduction.ts";
import { byEquations, type Equations, equationsOf } from "./equations.ts";
import { type Lesson, sortedOperands } from "./lesson.ts";
import { byQuadrangles } from "./quadrangles.ts";

/** The strongest way of concluding that we have for what the learner knows. @throws InputError */
export function deductionOf(lesson: Lesson): Deduction {
  const equations = equationsIn(lesson);
  if (equations) return byEquations(equations);
  if (groupBehind(lesson)) return byQuadrangles(lesson);
  return lesson.knowledge.commutative ? byTransposes(lesson) : byCoverage;
}

/** The equations that the examples are, if the table is an abelian group's. @throws InputError */
export function equationsIn(lesson: Lesson): Equations | undefined {
  const group = groupBehind(lesson);
  return group && isAbelian(group) ? equationsOf(lesson, group) : undefined;
}

/** The group whose table the learner knows this to be, up to names. @throws InputError */
function groupBehind({ task, knowledge }: Lesson): FiniteGroup | undefined {
  const { id, operands, vocabulary: m, classes, size } = task;
  const isSquare = operands === 2 && classes === m && size === m * m;
  if (knowledge.group && !(isSquare && knowledge.group.order === m)) {
    throw new InputError(
      `${id} cannot be the table of ${knowledge.group.name}`,
      `that has ${knowledge.group.order} rows, columns and answers`,
    );
  }
  const group = knowledge.group ?? task.group ?? task.theory?.().group ?? undefined;
  return isSquare && group?.order === m ? group : undefined;
}

/** Of an example with the same operands in another order. */
const byTransposes = ({ data }: Lesson): Deduction => ({
  by: "transposes",
  conclude(examples) {
    const known = new Set(Array.from(examples, (example) => sortedOperands(data, example)));
    return {
      contradictory: false,
      follows: (example) => known.has(sortedOperands(data, example)),
    };
  },
  symbols: (example) => [
    ...data.operands.subarray(example * data.arity, (example + 1) * data.arity),
  ],
});

/** Nothing follows of a task whose rule is not known. */
const byCoverage: Deduction = {
  by: "coverage",
  conclude: () => ({ contradictory: false, follows: () => false }),
  symbols: () => [],
};
