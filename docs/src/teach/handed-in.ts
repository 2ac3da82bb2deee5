import { InputError } from "@grokscape/group-datasets";
import { type RunConfig, type RunConfigInput, runConfig } from "@grokscape/trainer";
import { type Key, keys } from "@grokscape/trainer/settings";
import type { CurveRecord } from "@grokscape/viz";
import { stateOf, written } from "../lab/address.ts";
import type { Draft } from "../lab/draft.ts";
import { isOldAddress } from "../lab/old-address.ts";

/** A run that somebody has made: what the pictures need of it. */
export interface Run extends CurveRecord {
  /** Who, or which file. */
  readonly name: string;
  readonly config: RunConfig;
  /** Updates made. */
  readonly steps: number;
}

/** A line or file of which nothing can be made, and why. */
export interface Skipped {
  readonly name: string;
  readonly why: Fault;
}

export type Fault =
  | { readonly fault: "no-link" | "not-json" | "no-run" | "no-rows" | "not-ended" }
  | { readonly fault: "setting"; readonly setting: string }
  | { readonly fault: "config"; readonly message: string };

/** A run that is known by its settings alone and must be trained: the same settings give the same run. */
export interface Asked {
  readonly name: string;
  readonly draft: Draft;
}

/**
 * Reads what a class has pasted, a line each: links to the laboratory, with a name before them if there is one.
 * A link that compares two runs is two.
 */
export function readLines(text: string): {
  readonly asked: readonly Asked[];
  readonly skipped: readonly Skipped[];
} {
  const read = text
    .split("\n")
    .map((line) => line.trim())
    .flatMap((line, i) => (line === "" ? [] : [readLine(line, i + 1)]));
  return {
    asked: read.flatMap((one) => ("why" in one ? [] : one.asked)),
    skipped: read.flatMap((one) => ("why" in one ? [one] : [])),
  };
}

function readLine(line: string, number: number): Skipped | { readonly asked: readonly Asked[] } {
  const [, before = "", link] = /^(.*?)(https?:\/\/\S+)$/.exec(line) ?? [];
  const name = before.replace(/[\s:：,，]+$/, "") || `${number}`;
  const skip = (why: Fault): Skipped => ({ name: `${number}: ${shortened(line)}`, why });
  if (link === undefined || !URL.canParse(link)) return skip({ fault: "no-link" });
  const { pathname, hash } = new URL(link);
  if (!/\/lab\/?$/.test(pathname)) return skip({ fault: "no-link" });
  const { first, second } = stateOf(hash);
  const damaged = damagedIn(hash, first, second);
  if (damaged !== undefined) return skip({ fault: "setting", setting: damaged });
  const drafts = second ? [first, second] : [first];
  return { asked: drafts.map((draft) => ({ name, draft })) };
}

/** The first part of an address that says nothing, or what cannot be. */
function damagedIn(hash: string, first: Draft, second: Draft | undefined): string | undefined {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  if (isOldAddress(given)) return undefined;
  const isKey = (name: string): name is Key => (keys as readonly string[]).includes(name);
  for (const [name, text] of given) {
    if (name === "compare" || name === "only") continue;
    const ofSecond = name.startsWith("b.");
    const key = ofSecond ? name.slice(2) : name;
    const draft = ofSecond ? second : first;
    if (!draft || !isKey(key) || written(draft, key, text) === undefined) return name;
  }
  return undefined;
}

/** Reads a file that the laboratory has given: a run as JSON. */
export function readFile(name: string, content: string): Run | Skipped {
  const skip = (why: Fault): Skipped => ({ name, why });
  let found: unknown;
  try {
    found = JSON.parse(content);
  } catch {
    return skip({ fault: "not-json" });
  }
  const { config, metrics, memorisedAt, generalisedAt, steps } = (found ?? {}) as Partial<Run>;
  if (!config || !Array.isArray(metrics)) return skip({ fault: "no-run" });
  if (!isStep(memorisedAt) || !isStep(generalisedAt)) return skip({ fault: "no-run" });
  if (metrics.length === 0 || !metrics.every(isRow)) return skip({ fault: "no-rows" });
  if (metrics.some(({ step }, i) => i > 0 && step <= metrics[i - 1]!.step)) {
    return skip({ fault: "no-rows" });
  }
  if (typeof steps !== "number") return skip({ fault: "not-ended" });
  try {
    const complete = runConfig(config as RunConfigInput);
    return { name, config: complete, metrics, memorisedAt, generalisedAt, steps };
  } catch (error) {
    if (error instanceof InputError) return skip({ fault: "config", message: error.message });
    throw error;
  }
}

const isStep = (value: unknown): value is number | null =>
  value === null || (Number.isInteger(value) && (value as number) >= 0);

const isRow = (row: unknown): boolean => {
  const { step, ...rest } = (row ?? {}) as Readonly<Record<string, unknown>>;
  const names = ["trainAccuracy", "testAccuracy", "trainLoss", "testLoss"];
  const isMeasured = (value: unknown) => value === null || typeof value === "number";
  return isStep(step) && step !== null && names.every((name) => isMeasured(rest[name]));
};

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
