import {
  loadSmallGroups,
  loadTaskFamilies,
  type Task,
  task as taskById,
} from "@grokscape/group-datasets";

/**
 * The task with this id. A page has neither every family nor the library of small groups from the
 * start: they are fetched when an id needs them, however deep inside it.
 *
 * @throws InputError if there is no such task
 */
export async function fetchedTask(id: string): Promise<Task> {
  try {
    return taskById(id);
  } catch {
    await Promise.all([loadTaskFamilies(), loadSmallGroups()]);
    return taskById(id);
  }
}
