import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import { type RunConfig, runId } from "@grokscape/trainer";
import { fastestEngine, writeAtomically } from "@grokscape/trainer/node";
import { type BorderLaws, borderLaws, sizedBorders } from "../../border/border-laws.ts";
import { type BorderMeasurement, borderConfig, replayed } from "../../border/measurement.ts";
import { type BorderInput, borderQuestion } from "../../border/question.ts";
import { experimentOfSweep } from "../../sweep/plan.ts";
import type { Sweep } from "../../sweep/sweep.ts";
import { type FindBorderOptions, findBorder } from "../find-border.ts";
import { readStore } from "./store.ts";
import { keepFailure, lockStore, refuseOtherArithmetic } from "./train-in-store.ts";

const borderFile = "border.json";

/** A sweep that looks for borders. */
export type BorderSweep = Sweep & { readonly border: BorderInput };

export const looksForBorders = (sweep: Sweep): sweep is BorderSweep => sweep.border !== undefined;

/** What a store has of its borders: as measured, and what laws say of them, where they are in examples. */
export interface StoredBorders {
  readonly measurement: BorderMeasurement;
  readonly laws: BorderLaws;
}

/**
 * Finds the borders of a sweep on runs that are kept in a store, and keeps there what it came to, as
 * `border.json`. What has ended in the store is not trained again.
 *
 * @param command by which it is found again
 * @throws InputError if the store's runs are of another arithmetic, or somebody else is at work in it; as
 * `findBorder` does
 */
export async function findBorderInStore(
  folder: string,
  sweep: BorderSweep,
  command: string,
  options: Omit<FindBorderOptions, "runs" | "onDiverged"> = {},
): Promise<StoredBorders> {
  const experiment = experimentOfSweep(sweep);
  const question = borderQuestion(sweep.border);
  const versions = new Map<string, string>();
  for (const variant of experiment.variants) {
    const config = borderConfig(experiment, variant, question, { value: question.to, seed: 1 });
    const { name, numericVersion } = await engineOf(config);
    versions.set(name, numericVersion);
  }
  const unlock = await lockStore(folder, "sweep");
  try {
    refuseOtherArithmetic(folder, (await readStore(folder)).runs, versions);
    const measurement = await findBorder(experiment, question, command, {
      ...options,
      runs: folder,
      async onDiverged(config, error) {
        const id = runId(config, await engineOf(config));
        await keepFailure(join(folder, id), id, error);
      },
    });
    await writeAtomically(join(folder, borderFile), `${JSON.stringify(measurement, null, 2)}\n`);
    await readStore(folder); // and so brings its index up to date
    return { measurement, laws: borderLaws(sizedBorders(experiment, measurement)) };
  } finally {
    await unlock();
  }
}

const engineOf = (config: RunConfig) => fastestEngine(config, { threads: 1 });

/**
 * The borders that were found in a store; null if none were yet.
 *
 * @throws InputError if its `border.json` is no such file, or its runs come to other borders
 */
export function readBorders(folder: string, sweep: Sweep): StoredBorders | null {
  const path = join(folder, borderFile);
  if (!existsSync(path)) return null;
  const refuse = (finding: string): never => {
    throw new InputError(`${path} ${finding}`, "remove it; the sweep writes it anew");
  };
  let measurement: BorderMeasurement;
  try {
    measurement = JSON.parse(readFileSync(path, "utf8"));
    for (const border of measurement.variants) {
      const difference = replayed(measurement.question, border);
      if (difference) refuse(`has been changed: ${border.name}: ${difference}`);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    return refuse("is damaged");
  }
  return { measurement, laws: borderLaws(sizedBorders(experimentOfSweep(sweep), measurement)) };
}
