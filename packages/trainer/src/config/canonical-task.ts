import { InputError, type PluginId, task } from "@grokscape/group-datasets";

/** A task's one name, of all ways in which it may be written, and whose families make it. */
interface Canonical {
  readonly id: string;
  readonly plugins?: readonly PluginId[];
}

const most = 100;
/** What was asked last: making a large task only for its name takes a second. */
const found = new Map<string, Canonical>();

/** undefined for what `task` does not know, or not yet: a task may be brought along. */
export function canonicalTask(id: string): Canonical | undefined {
  let canonical = found.get(id);
  if (canonical !== undefined) return canonical;
  try {
    const made = task(id);
    canonical = { id: made.id, plugins: made.plugins };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
  if (found.size >= most) found.clear();
  found.set(id, canonical);
  return canonical;
}
