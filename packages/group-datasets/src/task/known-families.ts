import * as source from "#task-families";
import type { AnyTaskFamily } from "./family.ts";

/** Families that a program has added to ours, with `addTaskFamilies`. */
export const added: AnyTaskFamily[] = [];

/**
 * Every family that `task` knows from the start: in Node all of them; in a browser those of groups,
 * until `loadTaskFamilies()` has fetched the rest.
 */
export const taskFamilies: readonly AnyTaskFamily[] = source.taskFamilies;

/**
 * Makes `task` know every family, and gives their list, those that were added among them. In Node it does
 * so from the start; a browser fetches what is not there yet (8 kB), so that a page that does not use it
 * does not pay for it. May be awaited in a worker too, which has modules of its own, and any number of
 * times.
 */
export const loadTaskFamilies = async (): Promise<readonly AnyTaskFamily[]> => [
  ...(await source.loadTaskFamilies()),
  ...added,
];
