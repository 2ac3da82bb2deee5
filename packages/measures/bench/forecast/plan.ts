import { randomStream, task, uniform, uniformBelow } from "@grokscape/group-datasets";
import { type RunConfig, runConfig } from "@grokscape/trainer";

/** Tasks whose runs the forecaster is fitted on. */
export const fittedTasks = [
  ...[7, 9, 10, 11, 12, 13, 14, 16, 17, 19, 20, 21, 23, 25, 27, 29, 30, 31].map(
    (n) => `cyclic:${n}`,
  ),
  ...[5, 6, 7, 9, 11].map((n) => `dihedral:${n}`),
  "product:3,3",
  "product:4,5",
  "product:4,6",
  "alternating:4",
  "dicyclic:5",
  "frobenius:7,3",
  "symmetric:4",
  "random-table:10,1",
  "random-table:14,1",
  "random-table:19,1",
] as const;

/** Tasks that it never sees before it is scored, and by which nothing is chosen. */
export const heldOutTasks = [
  ...[8, 15, 18, 22, 24, 26, 28].map((n) => `cyclic:${n}`),
  "dihedral:8",
  "dihedral:10",
  "product:3,6",
  "product:5,5",
  "dicyclic:6",
  "affine:5",
  "heisenberg:3",
  "random-table:12,1",
  "random-table:23,1",
] as const;

/** Steps within which a run may generalise. */
export const horizon = 4000;

export interface PlannedRun {
  readonly number: number;
  readonly heldOut: boolean;
  readonly config: RunConfig;
}

/**
 * So many runs, each of a task that is drawn, with a width, share of examples, learning rate and
 * weight decay drawn at random. Every fourth is of a held-out task.
 */
export function plannedRuns(count: number): PlannedRun[] {
  const stream = randomStream(1, "noise");
  const pick = <Item>(items: readonly Item[]): Item => items[uniformBelow(stream, items.length)];
  const between = (low: number, high: number) => low + (high - low) * uniform(stream);
  /** Evenly in the logarithm, to two digits, as people choose such numbers. */
  const scale = (low: number, high: number): number =>
    Number((low * (high / low) ** uniform(stream)).toPrecision(2));
  return Array.from({ length: count }, (_, number) => {
    const heldOut = number % 4 === 3;
    const id = pick(heldOut ? heldOutTasks : fittedTasks);
    const { classes } = task(id);
    const perClass = Math.log(classes) / classes;
    const fraction = between(1, Math.min(6, 0.85 / perClass)) * perClass;
    const config = runConfig({
      task: id,
      split: { fraction: Number(fraction.toFixed(3)) },
      model: { width: pick([64, 96, 128, 192]) },
      optimiser: {
        kind: "adam",
        learningRate: scale(1e-3, 1e-2),
        weightDecay: scale(2e-5, 1e-3),
      },
      steps: horizon,
      evaluateEvery: 10,
      goal: { testAccuracy: 0.99, hold: 100 },
      seed: number,
    });
    return { number, heldOut, config };
  });
}
