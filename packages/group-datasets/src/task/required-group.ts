import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import type { Task } from "./task.ts";

/** The group that a derived task works in. @throws InputError if the task is no group's */
export function requiredGroup(family: string, { id, group }: Task): FiniteGroup {
  if (group) return group;
  throw new InputError(
    `${family} needs a group, and "${id}" is none's multiplication table`,
    `write for example "${family}:dihedral:12"`,
  );
}
