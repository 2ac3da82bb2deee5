import { groupFamilies } from "../families/groups.ts";
import type { AnyTaskFamily } from "../family.ts";
import type { guesses as all } from "../guess.ts";

/** Where every kB is sent to a reader (browsers): groups, until the rest is loaded. */
export const taskFamilies = groupFamilies;

let known = groupFamilies;
let guess: typeof all = () => [];

export const knownFamilies = (): readonly AnyTaskFamily[] => known;

/** Whether all families are there. */
export const isComplete = (): boolean => known !== groupFamilies;

/** What may be meant by an unknown id: nothing, until the rest is loaded. */
export const guesses: typeof all = (...unknown) => guess(...unknown);

export async function loadTaskFamilies(): Promise<readonly AnyTaskFamily[]> {
  const rest = await import("./rest.ts");
  guess = rest.guesses;
  known = rest.allFamilies;
  return known;
}
