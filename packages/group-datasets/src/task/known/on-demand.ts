import { groupFamilies } from "../families/groups.ts";
import type { AnyTaskFamily } from "../family.ts";

/** Where every kB is sent to a reader (browsers): groups, until the rest is loaded. */
export const taskFamilies = groupFamilies;

let known = groupFamilies;

export const knownFamilies = (): readonly AnyTaskFamily[] => known;

/** Families that are not there from the start. */
export const later: readonly string[] =
  "division modular-division conjugation commutator fold word cosets expression power field-addition field-multiplication parity latin-square random-table noise corrupted".split(
    " ",
  );

export async function loadTaskFamilies(): Promise<readonly AnyTaskFamily[]> {
  known = (await import("../families/index.ts")).allFamilies;
  return known;
}
