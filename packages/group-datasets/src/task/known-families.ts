import * as source from "#task-families";
import type { AnyTaskFamily } from "./family.ts";

/**
 * Every family that `task` knows from the start: in Node all of them; in a browser those of groups,
 * until `loadTaskFamilies()` has fetched the rest.
 */
export const taskFamilies: readonly AnyTaskFamily[] = source.taskFamilies;

/**
 * Makes `task` know every family, and gives their list. In Node it does so from the start; a browser
 * fetches what is not there yet (8 kB), so that a page that does not use it does not pay for it. May be
 * awaited in a worker too, which has modules of its own, and any number of times.
 */
export const loadTaskFamilies: () => Promise<readonly AnyTaskFamily[]> = source.loadTaskFamilies;
