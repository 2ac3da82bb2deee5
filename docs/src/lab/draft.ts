import type { RunConfig } from "@grokscape/trainer";
import { changed, completed, type Key } from "@grokscape/trainer/settings";
import { demoConfig } from "../demo/settings.ts";

/** A run as the laboratory has it. Where `evaluateEvery` is 0, it is measured as often as suits its size. */
export type Draft = RunConfig;

/** The first page's run. */
export const firstRun = completed({
  ...demoConfig("cyclic:23", 60),
  goal: { hold: 50 },
  evaluateEvery: 0,
}) as Draft;

/** The run of a draft, on a task of so many examples. */
export const configOf = (draft: Draft, size: number): RunConfig =>
  draft.evaluateEvery > 0 ? draft : { ...draft, evaluateEvery: suitable(draft, size) };

/** Held-out examples cost as much as a step: fewer looks where there are many. */
function suitable({ model, batchSize }: Draft, size: number): number {
  if (model.kind === "transformer") return batchSize === null ? 5 : 10;
  return Math.min(10, Math.max(1, Math.round((model.width * size) / 3e6)));
}

/** What a kind brings along: what suits another network does not suit it, or must be said and is not yet. */
const companions: Readonly<Record<string, readonly (readonly [Key, unknown])[]>> = {
  mlp: [
    ["loss", "mse"],
    ["optimiser.kind", "adam"],
    ["optimiser.learningRate", 3e-3],
  ],
  transformer: [
    ["loss", "cross-entropy"],
    ["optimiser.kind", "adamw"],
    ["optimiser.learningRate", 3e-3],
    ["optimiser.weightDecay", 1],
    ["optimiser.beta2", 0.98],
  ],
  step: [
    ["schedule.every", 500],
    ["schedule.factor", 0.5],
  ],
  multistep: [
    ["schedule.at", [1000, 1500]],
    ["schedule.factor", 0.5],
  ],
  exponential: [["schedule.factor", 0.999]],
};

/** A draft in which the reader has turned one knob. */
export function turned(draft: Draft, key: Key, value: unknown): Draft {
  const further = key.endsWith(".kind") ? (companions[value as string] ?? []) : [];
  return [[key, value] as const, ...further].reduce(
    (draft, turn) => changed(draft, ...turn),
    draft,
  );
}
