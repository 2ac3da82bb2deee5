import type { FiniteGroup } from "../group/finite-group.ts";
import { type AnyTaskFamily, defineTaskFamily, type TaskFamily, taskId } from "./family.ts";
import { groupTask } from "./group-task.ts";

interface GroupFamily<Params extends readonly number[]>
  extends Omit<TaskFamily<Params>, "create" | "theory"> {
  /** @throws InputError if there is no such group */
  build(...params: Params): FiniteGroup;
}

/** A family of groups, whose tasks are their multiplication tables. */
export function groupFamily<Params extends readonly number[]>({
  build,
  ...family
}: GroupFamily<Params>): AnyTaskFamily {
  return defineTaskFamily({
    ...family,
    create: (params: Params) => groupTask(taskId(family.id, params), build(...params)),
  });
}
