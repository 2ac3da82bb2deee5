import type { Milestones, RunRecord } from "@grokscape/trainer";
import type { Along } from "./along.ts";
import { type Experiment, named, type Variant } from "./experiment.ts";
import type { MeasuredPair } from "./pairs.ts";
import type { Taken } from "./readings.ts";

/** What one run came to. The slowest runs of the guided race were measured before hashes were kept. */
export interface Outcome extends Partial<Milestones> {
  readonly seed: number;
  readonly generalisedAt: number | null;
  /** Updates made. */
  readonly steps: number;
  /** At the end. */
  readonly testAccuracy?: number;
  /** SHA-256 of the final weights, hex: the same on every machine. */
  readonly weightsHash?: string;
  readonly readings?: Taken;
  readonly along?: Along;
  /** Name and numeric version. */
  readonly engine: string;
}

/** The outcomes of a variant's runs, by seed. */
interface MeasuredVariant {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** Of the first of them, if the experiment asks for it. */
  readonly curve?: Curve;
}

/** The columns of a run's rows, as many rows as can be told apart on a logarithmic axis. */
export type Curve = Readonly<Record<"step" | "trainAccuracy" | "testAccuracy", readonly number[]>>;

/** The outcomes of an experiment, and where and when it was trained: a file of the ledger. Plain JSON. */
export interface Measurement {
  readonly experiment: string;
  readonly machine: string;
  /** yyyy-mm-dd */
  readonly date: string;
  /** Those that were trained: a race leaves some out. */
  readonly variants: readonly MeasuredVariant[];
  /** Of an experiment that compares networks. */
  readonly pairs?: readonly MeasuredPair[];
}

/** An experiment together with its outcomes. */
export interface Claim extends Omit<Experiment, "variants">, Omit<Measurement, "experiment"> {
  readonly variants: readonly (Variant & MeasuredVariant)[];
}

/** @throws InputError for outcomes of a variant that is not the experiment's */
export function claimOf(experiment: Experiment, measurement: Measurement): Claim {
  const { experiment: _, ...measured } = measurement;
  const variants = measurement.variants.map((variant) => ({
    ...named(experiment.variants, variant.name),
    ...variant,
  }));
  return { ...experiment, ...measured, variants };
}

const digits = (value: number) => Number(value.toPrecision(4));

/** @param read what was read off the network, if the experiment asks for it */
export function outcomeOf(
  record: RunRecord,
  read: Pick<Outcome, "readings" | "along"> = {},
): Outcome {
  const { config, engine, metrics, steps, weightsHash } = record;
  const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom } = record;
  return {
    seed: config.seed,
    memorisedAt,
    memorisedFrom,
    generalisedAt,
    generalisedFrom,
    steps,
    testAccuracy: digits(metrics[metrics.length - 1].testAccuracy),
    weightsHash,
    ...read,
    engine: `${engine.name} ${engine.numericVersion}`,
  };
}

/** The first 25 rows, then a dozen or two for each doubling of their number. */
export function curveOf({ metrics }: Pick<RunRecord, "metrics">): Curve {
  const kept = metrics.filter(
    (_, i) => i % Math.max(1, Math.ceil(i / 24)) === 0 || i === metrics.length - 1,
  );
  const share = (value: number) => Number(value.toFixed(3));
  return {
    step: kept.map(({ step }) => step),
    trainAccuracy: kept.map(({ trainAccuracy }) => share(trainAccuracy)),
    testAccuracy: kept.map(({ testAccuracy }) => share(testAccuracy)),
  };
}

/**
 * Where new outcomes and those of the ledger part: of the runs that both have, those that did not end in
 * the same bytes; where the ledger has no hash, those that did not end at the same steps.
 */
export function differences(
  ledger: Pick<Measurement, "variants">,
  measured: Pick<Measurement, "variants">,
): string[] {
  return measured.variants.flatMap(({ name, outcomes }) => {
    const known = ledger.variants.find((variant) => variant.name === name)?.outcomes ?? [];
    return outcomes.flatMap((outcome) => {
      const before = known.find(({ seed }) => seed === outcome.seed);
      if (!before || isSame(before, outcome)) return [];
      const run =
        ledger.variants.length > 1 ? `${name}, seed ${outcome.seed}` : `seed ${outcome.seed}`;
      return [`${run} ended with ${told(outcome)}, in the ledger with ${told(before)}`];
    });
  });
}

const isSame = (one: Outcome, other: Outcome) =>
  one.weightsHash && other.weightsHash
    ? one.weightsHash === other.weightsHash
    : one.steps === other.steps && one.generalisedAt === other.generalisedAt;

const told = ({ weightsHash, steps, generalisedAt }: Outcome) =>
  `${weightsHash ? `weights ${weightsHash.slice(0, 8)}` : `${steps} steps`} (99 % at step ${generalisedAt})`;

/** Median, least and most of several runs' numbers, such as steps, and how many of the runs have one. */
export interface Spread {
  /** null if fewer than half of the runs have one. */
  readonly median: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly reached: number;
  readonly of: number;
}

/** In the median, a run without the number counts as larger than all others. */
export function spread(numbers: readonly (number | null | undefined)[]): Spread {
  const values = numbers.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const got = values.filter(Number.isFinite);
  const middle = values[Math.ceil(values.length / 2) - 1];
  return {
    median: Number.isFinite(middle) ? middle : null,
    least: got[0] ?? null,
    most: got.at(-1) ?? null,
    reached: got.length,
    of: values.length,
  };
}
