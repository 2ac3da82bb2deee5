import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import type { RunConfig } from "@grokscape/trainer";
import type { Run } from "./plan.ts";

/** What came of one run: a line of results/guided.jsonl. */
export interface Outcome extends Omit<Run, "config"> {
  /** SHA-256 of the whole config: a recipe that has changed since is trained anew. */
  readonly config: string;
  readonly engine: string;
  /** First measured step with a test accuracy of 99 %, or null. */
  readonly reachedAt: number | null;
  /** Why there is no more to say, where training broke off. */
  readonly error?: string;
}

/** What names a config in a line. */
export const hashOf = (config: RunConfig): string =>
  createHash("sha256").update(JSON.stringify(config)).digest("hex");

/** Outcomes by the hash of their config, kept in a file of JSON lines. */
export interface Outcomes {
  of(config: RunConfig): Outcome | undefined;
  add(outcome: Outcome): void;
}

/** Opens the file, or begins it with the first line. A line that was cut off is taken away. */
export function openOutcomes(file: string): Outcomes {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length < text.length) writeFileSync(file, whole);
  const known = new Map<string, Outcome>();
  for (const line of whole.split("\n").filter(Boolean)) {
    const outcome: Outcome = JSON.parse(line);
    known.set(outcome.config, outcome);
  }
  return {
    of: (config) => known.get(hashOf(config)),
    add(outcome) {
      known.set(outcome.config, outcome);
      appendFileSync(file, `${JSON.stringify(outcome)}\n`);
    },
  };
}
