import type { Engine, Session } from "@grokscape/trainer";
import { type Configuration, operationsOfStep, problemOf } from "./configurations.ts";

export interface Contestant {
  readonly name: string;
  readonly engine: Engine;
}

/** Milliseconds of one training step and of one evaluation of the held-out set. */
export interface Timing {
  readonly configuration: string;
  readonly contestant: string;
  readonly stepMedian: number;
  readonly stepMinimum: number;
  readonly evaluateMedian: number;
  /** GFLOP/s of the median step. */
  readonly rate: number;
}

const warmUp = 3;

/** Times all contestants side by side: round by round each takes one step in turn. */
export async function measure(
  configuration: Configuration,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Timing[]> {
  const { problem, start } = problemOf(configuration);
  const sessions: Session[] = [];
  for (const { engine } of contestants) sessions.push(await engine.open(problem, start));
  const steps = sessions.map((): number[] => []);
  const evaluations = sessions.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, session] of sessions.entries()) {
      const step = time(() => {
        session.measure();
        session.update();
      });
      const evaluation = time(() => session.evaluate());
      if (round < 0) continue;
      steps[i].push(step);
      evaluations[i].push(evaluation);
    }
  }
  for (const session of sessions) session.dispose();
  return contestants.map(({ name }, i) => ({
    configuration: configuration.name,
    contestant: name,
    stepMedian: median(steps[i]),
    stepMinimum: Math.min(...steps[i]),
    evaluateMedian: median(evaluations[i]),
    rate: operationsOfStep(configuration) / median(steps[i]) / 1e6,
  }));
}

function time(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
