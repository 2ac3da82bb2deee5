import { count } from "../demo/numbers.ts";
import type { Experiment, Variant } from "./experiments.ts";

/** How one run of a claim ended. */
export interface Outcome {
  readonly seed: number;
  readonly memorisedAt: number | null;
  readonly generalisedAt: number | null;
  readonly steps: number;
  readonly testAccuracy: number;
  readonly engine: string;
}

export interface MeasuredVariant extends Variant {
  readonly outcomes: readonly Outcome[];
}

/** A number that the site states: what was run, where and when, how to run it again, and what came out. */
export interface Claim extends Omit<Experiment, "variants" | "curve" | "seeds"> {
  readonly command: string;
  readonly date: string;
  readonly machine: string;
  readonly variants: readonly MeasuredVariant[];
  /** Of the first run, where it was kept. */
  readonly curve?: Readonly<
    Record<"step" | "trainAccuracy" | "testAccuracy" | "trainLoss" | "testLoss", readonly number[]>
  >;
}

const files: Readonly<Record<string, Claim>> = import.meta.glob("../claims/*.json", {
  eager: true,
  import: "default",
});

/** By name: a new file in the folder is a new claim. */
export const claims: ReadonlyMap<string, Claim> = new Map(
  Object.entries(files).map(([file, claim]) => [
    file.slice("../claims/".length, -".json".length),
    claim,
  ]),
);

/** @throws Error if nothing of that name was measured */
export function claimNamed(name: string): Claim {
  const claim = claims.get(name);
  if (!claim) throw new Error(`no claim "${name}"; there are ${[...claims.keys()].join(", ")}`);
  return claim;
}

/** The outcomes of one setting. @throws Error if the claim has no such setting */
export function variantNamed(claim: Claim, name: string): MeasuredVariant {
  const variant = claim.variants.find((variant) => variant.name === name);
  if (!variant) {
    throw new Error(`no "${name}"; there are ${claim.variants.map(({ name }) => name).join(", ")}`);
  }
  return variant;
}

/** The middle of several runs' steps, their spread, and how many got there at all. */
export interface Spread {
  /** null if fewer than half of the runs got there. */
  readonly median: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly reached: number;
  readonly of: number;
}

export function spread(
  outcomes: readonly Outcome[],
  milestone: "memorisedAt" | "generalisedAt",
): Spread {
  const steps = outcomes
    .map((outcome) => outcome[milestone] ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  const got = steps.filter(Number.isFinite);
  const middle = steps[Math.ceil(steps.length / 2) - 1] as number;
  return {
    median: Number.isFinite(middle) ? middle : null,
    least: got[0] ?? null,
    most: got.at(-1) ?? null,
    reached: got.length,
    of: steps.length,
  };
}

/** "415 (384–432)": the middle, the earliest and the latest. @param never what to say without a middle */
export function spreadText({ median, least, most, of }: Spread, never: string): string {
  if (median === null) return never;
  return of === 1 ? count(median) : `${count(median)} (${count(least!)}–${count(most!)})`;
}

/** The kept curve, as pictures take it. @throws Error if none was kept */
export function recordOf({ curve, variants }: Claim) {
  const outcome = variants[0]?.outcomes[0];
  if (!curve || !outcome) throw new Error("this claim keeps no curve");
  return {
    memorisedAt: outcome.memorisedAt,
    generalisedAt: outcome.generalisedAt,
    metrics: curve.step.map((step, i) => ({
      step,
      trainAccuracy: curve.trainAccuracy[i]!,
      testAccuracy: curve.testAccuracy[i]!,
      trainLoss: curve.trainLoss[i]!,
      testLoss: curve.testLoss[i]!,
    })),
  };
}
