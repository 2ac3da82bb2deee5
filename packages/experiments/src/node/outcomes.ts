import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Measurement } from "../outcome.ts";

const manifest = createRequire(import.meta.url).resolve("@grokscape/experiments/package.json");

/** The outcomes that the ledger has of an experiment; null if it has none yet. */
export function measurementOf(id: string): Measurement | null {
  const file = join(dirname(manifest), "outcomes", `${id}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
