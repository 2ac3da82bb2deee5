import { fromCayleyTable } from "../builders/from-cayley-table.ts";
import { NotAGroupError } from "../group/check-table.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { allLabels, type Task, type TaskTheory } from "./task.ts";

/**
 * Whether a task of two operands is a group's table under other names for the symbols of each
 * operand and for the classes, and of which group.
 */
export function groupBehind(task: Task): TaskTheory {
  const { vocabulary: n, classes, operands, size } = task;
  if (task.group) return { group: task.group, reason: "the group's own table" };
  const square = operands === 2 && classes === n && size === n * n;
  const name = `the group behind ${task.title}`;
  const group = square && isotopicGroup(allLabels(task), n, name);
  return group
    ? { group, reason: "a group's table, with other names for the symbols" }
    : { group: null, reason: "no renaming of the symbols makes it a group's table" };
}

/**
 * The group that a table of n × n symbols is isotopic to, or undefined if there is none. By Albert's
 * theorem (Quasigroups I, 1943) a loop isotopic to a group is isomorphic to it: so it is enough to
 * rename rows and columns such that the first of each become the identity's.
 */
export function isotopicGroup(
  table: Uint16Array,
  n: number,
  name?: string,
): FiniteGroup | undefined {
  const rows = new Uint16Array(n);
  const columns = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    rows[table[i * n]] = i;
    columns[table[i]] = i;
  }
  const loop = new Uint16Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) loop[a * n + b] = table[rows[a] * n + columns[b]];
  }
  try {
    return fromCayleyTable(loop, { name });
  } catch (error) {
    if (error instanceof NotAGroupError) return undefined;
    throw error;
  }
}
