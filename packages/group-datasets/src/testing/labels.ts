import type { FiniteGroup } from "../group/finite-group.ts";
import { areIsomorphic } from "../structure/isomorphism.ts";
import { isotopicGroup } from "../task/group-behind.ts";
import { allLabels, type Task } from "../task/task.ts";
import { spread } from "./examples.ts";
import { must } from "./failure.ts";

/** There is more than one answer; in a group's table all are equally many. */
export function checkDistribution(task: Task): void {
  const labels = new Set(spread(task).map((index) => task.example(index).label));
  must(labels.size >= 2, `every example of ${task.id} has the label ${[...labels][0]}`);
  if (!task.group) return;
  const counts = new Uint32Array(task.classes);
  for (const label of allLabels(task)) counts[label]++;
  const uneven = counts.findIndex((count) => count !== task.classes);
  must(
    uneven < 0,
    `${task.id} has ${counts[uneven]} examples with label ${uneven}; a group's table has ${task.classes} of each`,
  );
}

/** A group that it names, as its own or in its theory, is that of its table. */
export function checkTheory(task: Task): void {
  const { id, group } = task;
  if (group) {
    const wrong = spread(task).find((index) => {
      const { operands, label } = task.example(index);
      return group.multiply(operands[0], operands[1]) !== label;
    });
    must(
      wrong === undefined,
      `example ${wrong} of ${id} is not the product in ${group.name}, which it has as its group`,
    );
  }
  const theory = task.theory?.();
  if (!theory) return;
  must(theory.reason.trim() !== "", `the theory of ${id} gives no reason`);
  if (theory.group) mustBeBehind(task, theory.group);
}

function mustBeBehind(task: Task, group: FiniteGroup): void {
  const { id, operands, size, vocabulary: n } = task;
  const found = operands === 2 && size === n * n ? isotopicGroup(allLabels(task), n) : undefined;
  must(
    found !== undefined && areIsomorphic(found, group),
    `the theory of ${id} names ${group.name}, but its table is not that group's under other names`,
  );
}
