import { InputError, task } from "@grokscape/group-datasets";

const most = 100;
/** What was asked last: making a large task only for its name takes a second. */
const found = new Map<string, string>();

/**
 * The one id of a task, of all ways in which it may be written; what `task` does not know, or not
 * yet, stays as it is: a task may be brought along.
 */
export function canonicalTask(id: string): string {
  let canonical = found.get(id);
  if (canonical !== undefined) return canonical;
  try {
    canonical = task(id).id;
  } catch (error) {
    if (error instanceof InputError) return id;
    throw error;
  }
  if (found.size >= most) found.clear();
  found.set(id, canonical);
  return canonical;
}
