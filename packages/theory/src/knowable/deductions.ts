import { type FiniteGroup, InputError, isAbelian } from "@grokscape/group-datasets";
import type { Deduction } from "./deduction.ts";
import { byEquations, type Equations, equationsOf } from "./equations.ts";
import { type Lesson, sortedOperands } from "./lesson.ts";
import { byEach, byRelation, lessonsOf, type Two } from "./operations.ts";
import { byQuadrangles } from "./quadrangles.ts";
import { byRelatedTables } from "./related-tables.ts";

/** The strongest way of concluding that we have for what the learner knows. @throws InputError */
export function deductionOf(lesson: Lesson): Deduction {
  const lessons = lessonsOf(lesson);
  if (lesson.knowledge.related) return byRelated(lesson, lessons);
  const equations = equationsIn(lesson);
  if (equations) return byEquations(equations);
  if (groupBehind(lesson)) return byQuadrangles(lesson);
  if (lessons) {
    const [first, second] = lessons;
    return byEach(first.task.size, [deductionOf(first), deductionOf(second)]);
  }
  return lesson.knowledge.commutative ? byTransposes(lesson) : byCoverage;
}

/** The equations that the examples are, if the table is an abelian group's. @throws InputError */
export function equationsIn(lesson: Lesson): Equations | undefined {
  const group = groupBehind(lesson);
  return group && isAbelian(group) ? equationsOf(lesson, group) : undefined;
}

/** The group whose table the learner knows this to be, up to names. @throws InputError */
export function groupBehind({ task, knowledge }: Lesson): FiniteGroup | undefined {
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

/** @throws InputError unless the task is of two operations that are related */
function byRelated({ task, data }: Lesson, lessons: Two<Lesson> | undefined): Deduction {
  const unrelated = (why: string) =>
    new InputError(`${task.id} is not of two related operations: ${why}`, "leave `related` out");
  if (!lessons) throw unrelated("it is of one");
  const [first, second] = lessons;
  if (task.vocabulary !== first.task.vocabulary + 2) {
    throw unrelated("each has symbols of its own");
  }
  if (!groupBehind(first) || !groupBehind(second)) {
    throw unrelated("they are not both a group's table under other names");
  }
  const equations = [equationsIn(first), equationsIn({ ...second, alphabet: "own" })] as const;
  const deduction =
    equations[0] && equations[1]
      ? byRelation(first.task.size, [equations[0], equations[1]])
      : byRelatedTables(lessons, [deductionOf(first), deductionOf(second)]);
  const everything = Uint32Array.from({ length: data.count }, (_, example) => example);
  if (deduction.conclude(everything).contradictory) {
    throw unrelated("the second is not made of the elements of the first");
  }
  return deduction;
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
