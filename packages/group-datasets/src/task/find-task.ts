import { distance } from "fastest-levenshtein";
import { InputError } from "../errors.ts";
import { taskFamilies } from "./families/index.ts";
import type { AnyTaskFamily } from "./family.ts";
import type { Task } from "./task.ts";

/**
 * The task with this id: a family, a colon and its parameters, such as "cyclic:71", "product:4,7"
 * or "dihedral:12".
 *
 * @param families where to look; your own beside or instead of ours
 * @throws InputError for an unknown family, naming the nearest one, or unusable parameters
 */
export function task(id: string, families: readonly AnyTaskFamily[] = taskFamilies): Task {
  const [, name, parameters = ""] = /^([^:]*):?(.*)$/s.exec(id) as RegExpExecArray;
  const family = families.find((candidate) => candidate.id === name);
  if (family) return family.make(parameters);
  const nearest = [...families].sort((a, b) => distance(name, a.id) - distance(name, b.id))[0];
  throw new InputError(
    `unknown task "${id}"`,
    `did you mean "${nearest.id}:${nearest.example}"? known families: ${families.map((family) => family.id).join(", ")}`,
  );
}
