import { knownFamilies, later } from "#task-families";
import { InputError } from "../errors.ts";
import { nearest } from "../text/nearest.ts";
import { type AnyTaskFamily, taskId } from "./family.ts";
import type { Task } from "./task.ts";

/** Longest id that is read, and how deep derived tasks may be nested in it. */
const longest = 1000;
const deepest = 8;

/**
 * The task with this id: a family, a colon and its parameters, such as "cyclic:71", "product:4,7" or
 * "expression:97,x^2+x*y"; a family that changes other tasks is followed by the other task's id:
 * "division:dihedral:12", "noise:0.1,3:division:dihedral:12".
 *
 * @param families where to look; your own beside or instead of ours
 * @throws InputError for an unknown family, naming the nearest one; for one that a browser has not
 *   loaded yet; for unusable parameters
 */
export function task(id: string, families: readonly AnyTaskFamily[] = knownFamilies()): Task {
  if (id.length > longest) {
    throw new InputError(`a task id of ${id.length} characters`, `it may have ${longest}`);
  }
  return find(id, families, 0);
}

function find(id: string, families: readonly AnyTaskFamily[], depth: number): Task {
  if (depth > deepest) {
    throw new InputError(`"${id}" is nested too deep`, `a task may be changed ${deepest} times`);
  }
  const [, name, parameters] = /^([^:]*):?(.*)$/s.exec(id) as RegExpExecArray;
  const family = families.find((each) => each.id === name || each.aliases?.includes(name));
  if (family) return family.make(parameters, (base) => find(base, families, depth + 1));
  if (later.includes(name)) {
    throw new InputError(
      `the family of the task "${id}" is not loaded`,
      "await loadTaskFamilies() first: it is kept out of pages that do not use it",
    );
  }
  const names = families.flatMap((each) => [each.id, ...(each.aliases ?? [])]);
  const close = nearest(name, names);
  const example = families.find((each) => each.id === close || each.aliases?.includes(close));
  throw new InputError(
    `unknown task "${id}"`,
    `did you mean "${taskId(close, [example?.example ?? ""])}"? known families: ${families.map((each) => each.id).join(", ")}`,
  );
}
