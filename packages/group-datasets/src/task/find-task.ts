import { guesses, isComplete, knownFamilies } from "#task-families";
import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";
import type { AnyTaskFamily } from "./family.ts";
import { added } from "./known-families.ts";
import type { PluginId } from "./plugin-id.ts";
import type { Task } from "./task.ts";

/** Longest id that is read, and how deep derived tasks may be nested in it. */
const longest = 1000;
const deepest = 8;

/**
 * The task with this id: a family, a colon and its parameters, such as "cyclic:71", "product:4,7" or
 * "expression:97,x^2+x*y"; a family that changes other tasks is followed by the other task's id:
 * "division:dihedral:12", "noise:0.1,3:division:dihedral:12".
 *
 * An id may be spelt in several ways ("sl:2,3", "special-linear:2, 03", "parity:6,2" without its
 * seed): the task's own `id` is the same for all of them, and `task(task(id).id).id === task(id).id`.
 *
 * @param families where to look; your own beside or instead of ours
 * @throws InputError for an unknown family, naming what may be meant, or in a browser that
 *   `loadTaskFamilies()` has not been awaited yet; for unusable parameters
 */
export function task(
  id: string,
  families: readonly AnyTaskFamily[] = [...knownFamilies(), ...added],
): Task {
  if (typeof id !== "string") {
    throw new InputError(`a task's id must be a text, got ${seen(id)}`, 'such as "cyclic:7"');
  }
  if (id.length > longest) {
    throw new InputError(`a task id of ${id.length} characters`, `it may have ${longest}`);
  }
  if (
    !Array.isArray(families) ||
    families.findIndex((family) => typeof family?.make !== "function") >= 0
  ) {
    throw new InputError(
      `task families must be an array of them, got ${seen(families)}`,
      "such as [...taskFamilies, yours]",
    );
  }
  const plugins = new Set<PluginId>();
  const made = find(id, id, families, plugins, 0);
  return plugins.size > 0 ? { ...made, plugins: [...plugins] } : made;
}

/**
 * @param whole what the id is the end of, where it names the task that another one is made of
 * @param plugins is told of those that take part
 */
function find(
  id: string,
  whole: string,
  families: readonly AnyTaskFamily[],
  plugins: Set<PluginId>,
  depth: number,
): Task {
  if (depth > deepest) {
    throw new InputError(
      `${seen(id)} is nested too deep`,
      `a task may be changed ${deepest} times`,
    );
  }
  const [, name, parameters] = /^([^:]*):?(.*)$/s.exec(id) as RegExpExecArray;
  const family = families.find((each) => each.id === name || each.aliases?.includes(name));
  if (family) {
    if (family.plugin) plugins.add(family.plugin);
    return family.make(parameters, (base) => find(base, whole, families, plugins, depth + 1));
  }
  if (!isComplete()) {
    throw new InputError(
      `no family that is loaded makes the task ${seen(id)}`,
      "await loadTaskFamilies() first: most are kept out of pages that do not use them",
    );
  }
  const before = whole.slice(0, whole.length - id.length);
  const meant = guesses(id, before, families).map((guess) => seen(guess));
  throw new InputError(
    `unknown task ${seen(id)}${before && ` in ${seen(whole)}`}`,
    `${meant.length > 0 ? `did you mean ${meant.join(" or ")}? ` : ""}known families: ${families.map((each) => each.id).join(", ")}`,
  );
}
