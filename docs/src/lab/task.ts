import { loadSmallGroups, type Task, task as taskById } from "@grokscape/group-datasets";

/** Larger tables try the page's patience. */
export const mostExamples = 40_000;

/** @throws InputError if there is no such task */
export async function labTask(id: string): Promise<Task> {
  if (id.startsWith("small:")) await loadSmallGroups();
  return taskById(id);
}
