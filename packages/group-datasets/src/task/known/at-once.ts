import { allFamilies } from "../families/index.ts";
import type { AnyTaskFamily } from "../family.ts";

export { guesses } from "../guess.ts";

/** Where size does not matter (Node): every family, from the start. */
export const taskFamilies = allFamilies;

export const knownFamilies = (): readonly AnyTaskFamily[] => allFamilies;

/** Whether all families are there. */
export const isComplete = (): boolean => true;

/** In Node all families are there from the start: resolves at once. */
export const loadTaskFamilies = async (): Promise<readonly AnyTaskFamily[]> => allFamilies;
