import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { BorderMeasurement } from "../border/measurement.ts";
import type { Measurement } from "../outcome.ts";

const manifest = createRequire(import.meta.url).resolve("@grokscape/experiments/package.json");

/** The outcomes that the ledger has of an experiment; null if it has none yet. */
export const measurementOf = (id: string): Measurement | null => read(`${id}.json`);

/** The borders that the ledger has of a search; null if it has none yet. */
export const borderMeasurementOf = (id: string): BorderMeasurement | null =>
  read(join("borders", `${id}.json`));

function read(name: string) {
  const file = join(dirname(manifest), "outcomes", name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
