import { loadSmallGroups } from "../small-groups/small-group.ts";
import { task } from "./find-task.ts";
import { loadTaskFamilies } from "./known-families.ts";
import type { Task } from "./task.ts";

/**
 * `task`, in a browser too, which has neither every family nor the library of small groups from the
 * start: they are fetched when an id needs them, however deep inside it.
 *
 * @throws InputError if there is no such task
 */
export async function fetchTask(id: string): Promise<Task> {
  try {
    return task(id);
  } catch {
    await Promise.all([loadTaskFamilies(), loadSmallGroups()]);
    return task(id);
  }
}
