import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { type RunConfig, runId } from "@grokscape/trainer";
import { fastestEngine, writeAtomically } from "@grokscape/trainer/node";
import {
  type BorderLaws,
  borderLaws,
  type SizedBorder,
  sizedBorders,
} from "../../border/border-laws.ts";
import {
  type BorderMeasurement,
  borderConfig,
  replayed,
  together,
} from "../../border/measurement.ts";
import { borderQuestion } from "../../border/question.ts";
import { experimentOfSweep } from "../../sweep/plan.ts";
import { partOf, type Shard, shardName } from "../../sweep/shard.ts";
import { type BorderSweep, looksForBorders } from "../../sweep/sweep.ts";
import { type FindBorderOptions, findBorder } from "../find-border.ts";
import { readStore, type Store } from "./store.ts";
import { type Execute, keepFailure, lockStore, refuseOtherArithmetic } from "./train-in-store.ts";

/** A part has a file of its own: "border.shard-1-of-2.json". */
const borderFile = /^border(\.shard-\d+-of-\d+)?\.json$/;

/** What a store has of its borders: as measured, and what laws say of them, where they are in examples. */
export interface StoredBorders {
  readonly measurement: BorderMeasurement;
  readonly laws: BorderLaws;
}

export interface FindInStoreOptions
  extends Omit<FindBorderOptions, "runs" | "onDiverged" | "execute"> {
  /** The variants of this part alone. */
  readonly shard?: Shard;
  /** The trainer's `sweep` if not given. */
  readonly execute?: Execute;
}

/**
 * Finds the borders of a sweep on runs that are kept in a store, and keeps there what it came to, as
 * `border.json`; of a part, as `border.shard-1-of-8.json`. What has ended in the store is not trained again.
 *
 * @param command by which it is found again
 * @throws InputError if the store's runs are of another arithmetic, or somebody else is at work in it; as
 * `findBorder` does
 */
export async function findBorderInStore(
  folder: string,
  sweep: BorderSweep,
  command: string,
  { shard, execute, ...options }: FindInStoreOptions = {},
): Promise<StoredBorders> {
  const whole = experimentOfSweep(sweep);
  const experiment = shard ? { ...whole, variants: partOf(whole.variants, shard) } : whole;
  const question = borderQuestion(sweep.border);
  const versions = new Map<string, string>();
  for (const variant of experiment.variants) {
    const config = borderConfig(experiment, variant, question, { value: question.to, seed: 1 });
    const { name, numericVersion } = await engineOf(config);
    versions.set(name, numericVersion);
  }
  const worker = shard ? shardName(shard) : "sweep";
  const unlock = await lockStore(folder, worker);
  try {
    refuseOtherArithmetic(folder, (await readStore(folder)).runs, versions);
    const measurement = await findBorder(experiment, question, command, {
      ...options,
      ...(execute && {
        execute: (configs, options) => execute(configs, { ...options, runs: folder }),
      }),
      runs: folder,
      async onDiverged(config, error) {
        const id = runId(config, await engineOf(config));
        await keepFailure(join(folder, id), id, error);
      },
    });
    const path = join(folder, shard ? `border.${worker}.json` : "border.json");
    await writeAtomically(path, `${JSON.stringify(measurement, null, 2)}\n`);
    await readStore(folder); // and so brings its index up to date
    return { measurement, laws: borderLaws(sizedBorders(experiment, measurement)) };
  } finally {
    await unlock();
  }
}

const engineOf = (config: RunConfig) => fastestEngine(config, { threads: 1 });

/**
 * The borders that were found in some stores, as those of parts of one sweep; null if none were yet.
 *
 * @throws InputError if a file of theirs is damaged, its runs come to other borders, or stores contradict
 * each other
 */
export function readBorders(
  stores: readonly Pick<Store, "folder" | "sweep">[],
): StoredBorders | null {
  const measurements = new Map<string, BorderMeasurement>();
  const sized = new Map<string, SizedBorder>();
  for (const { folder, sweep } of stores) {
    if (!sweep || !looksForBorders(sweep.sweep)) continue;
    const experiment = experimentOfSweep(sweep.sweep);
    for (const name of readdirSync(folder)
      .filter((name) => borderFile.test(name))
      .sort()) {
      const path = join(folder, name);
      const measured = readBorder(path);
      const isAsked = ({ name }: { readonly name: string }) =>
        experiment.variants.some((variant) => variant.name === name);
      const measurement = { ...measured, variants: measured.variants.filter(isAsked) };
      measurements.set(path, measurement);
      for (const border of sizedBorders(experiment, measurement)) sized.set(border.name, border);
    }
  }
  if (measurements.size === 0) return null;
  return { measurement: together(measurements), laws: borderLaws([...sized.values()]) };
}

function readBorder(path: string): BorderMeasurement {
  const refuse = (finding: string): never => {
    throw new InputError(`${path} ${finding}`, "remove it; the sweep writes it anew");
  };
  try {
    const measurement: BorderMeasurement = JSON.parse(readFileSync(path, "utf8"));
    for (const border of measurement.variants) {
      const difference = replayed(measurement.question, border);
      if (difference) refuse(`has been changed: ${border.name}: ${difference}`);
    }
    return measurement;
  } catch (error) {
    if (error instanceof InputError) throw error;
    return refuse("is damaged");
  }
}
