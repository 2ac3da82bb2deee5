import type { Curve } from "@grokscape/experiments";
import { filePath } from "../site/paths.ts";
import { courseOf } from "./address.ts";
import type { Draft } from "./draft.ts";

/** The curves that the ledger keeps, each by the course of its run. */
type MeasuredCurves = Readonly<Record<string, Curve>>;

let curves: Promise<MeasuredCurves> | undefined;

/** The curve that the ledger keeps of a run; undefined if it keeps none, or cannot be reached. */
export async function measuredCurve(draft: Draft): Promise<Curve | undefined> {
  curves ??= fetch(filePath("measured-curves.json")).then((found) => found.json());
  try {
    return (await curves)[courseOf(draft)];
  } catch {
    curves = undefined;
    return undefined;
  }
}
