import { count, percent } from "../demo/numbers.ts";
import type { Experiment, Variant } from "./experiments.ts";
import type { Locale } from "./locales.ts";
import type { Taken } from "./measure.ts";
import { type ReadingName, readings } from "./readings.ts";

/** How one run of a claim ended. */
export interface Outcome {
  readonly seed: number;
  readonly memorisedAt: number | null;
  readonly generalisedAt: number | null;
  readonly steps: number;
  readonly testAccuracy: number;
  readonly readings?: Taken;
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

/** The middle of several runs' numbers, such as steps, their spread, and how many have one at all. */
export interface Spread {
  /** null if fewer than half of the runs have one. */
  readonly median: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly reached: number;
  readonly of: number;
}

export type Milestone = "memorisedAt" | "generalisedAt";

/** What a spread is taken of. */
type Counted = Pick<Outcome, Milestone | "readings">;

const numberOf = (outcome: Counted, name: Milestone | ReadingName) =>
  name === "memorisedAt" || name === "generalisedAt" ? outcome[name] : outcome.readings?.[name];

export function spread(outcomes: readonly Counted[], name: Milestone | ReadingName): Spread {
  const values = outcomes
    .map((outcome) => numberOf(outcome, name) ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  const got = values.filter(Number.isFinite);
  const middle = values[Math.ceil(values.length / 2) - 1] as number;
  return {
    median: Number.isFinite(middle) ? middle : null,
    least: got[0] ?? null,
    most: got.at(-1) ?? null,
    reached: got.length,
    of: values.length,
  };
}

/** "415 (384–432)": the middle, the least and the most. @param never what to say without a middle */
export function spreadText(
  { median, least, most, of }: Spread,
  never: string,
  text: (value: number) => string = count,
): string {
  if (median === null) return never;
  return of === 1 ? text(median) : `${text(median)} (${text(least!)}–${text(most!)})`;
}

/** The same for what was read off networks. */
export function readingText(
  outcomes: readonly Outcome[],
  name: ReadingName,
  locale: Locale,
  never: string,
): string {
  const text = readings[name].kind === "count" ? count : (value: number) => percent(value, locale);
  return spreadText(spread(outcomes, name), never, text);
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
