import {
  InputError,
  loadSmallGroups,
  type Task,
  task as taskById,
} from "@grokscape/group-datasets";

/** Tables of more symbols do not fit the page's patience. */
const mostExamples = 40_000;

/** @throws InputError if there is no such task, or it is too large for a page */
export async function labTask(id: string): Promise<Task> {
  if (id.startsWith("small:")) await loadSmallGroups();
  const task = taskById(id);
  if (task.size > mostExamples) {
    throw new InputError(
      `${id} has ${task.size.toLocaleString("en")} examples`,
      `a page takes ${mostExamples.toLocaleString("en")} at most; use the command line`,
    );
  }
  return task;
}
