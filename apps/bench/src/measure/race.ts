import { type Configuration, operationsOfStep, problemOf } from "../configurations.ts";
import { type Child, startChild } from "../contestants/child.ts";
import type { Contestant } from "../contestants/contestant.ts";
import { decodeFloats, encodeProblem, type WeightsMessage } from "../contestants/protocol.ts";
import { type Summary, summarise, type Times } from "../statistics.ts";
import { highest, type Limits, limitMeter } from "./limits.ts";

/** What one contestant needed for one configuration. */
export interface Timing {
  readonly configuration: string;
  readonly contestant: string;
  readonly threads: number;
  /** The library that did it, with its version. */
  readonly library: string;
  /** One training step. */
  readonly step: Summary;
  /** One evaluation. */
  readonly evaluation: Summary;
  /** GFLOP/s of the median step. */
  readonly rate: number;
  /** Largest resident size beyond program and data, in MB; null where nobody can say. */
  readonly megabytes: number | null;
}

/** Who did not finish, and why. */
export interface Absence {
  readonly configuration: string;
  readonly contestant: string;
  readonly threads: number;
  readonly reason: string;
}

export interface Race {
  readonly timings: readonly Timing[];
  readonly absences: readonly Absence[];
  /** Of one core, measured between the rounds. */
  readonly limits: Limits;
}

/** Steps before anything is timed; after them all must have the same weights. */
const warmUp = 4;
const tooSlow = 30_000;
/** What a turn may take, in ms, unless one step takes longer. */
const turn = 80;
const mostStepsOfATurn = 50;
/** Distance that rounding may put between two contestants after the warm-up, of the way gone. */
const tolerance = 0.02;

interface Runner {
  readonly contestant: Contestant;
  readonly library: string;
  readonly child: Child;
  readonly stepsOfATurn: number;
  readonly steps: Times[];
  readonly evaluations: Times[];
}

/**
 * Lets all contestants train the same problem, round by round in turn, and times them.
 *
 * @throws Error if one of them trains something else than the first
 */
export async function race(
  configuration: Configuration,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Race> {
  const { problem, start } = problemOf(configuration);
  const message = encodeProblem(problem, start);
  const meter = limitMeter();
  const runners: Runner[] = [];
  const absences: Absence[] = [];
  let reference: WeightsMessage | undefined;

  for (const contestant of contestants) {
    const child = await startChild(contestant);
    try {
      if ("absent" in child.greeting) throw new Error(child.greeting.absent);
      const { library } = child.greeting;
      await child.ask("open", { problem: message });
      const stepsOfATurn = await warm(child);
      const weights = await child.ask("weights", {});
      reference ??= weights;
      const distance = distanceOfWay(message.weights, reference, weights);
      if (!(distance < tolerance)) throw new DifferentNetwork(contestant.name, distance);
      runners.push({ contestant, library, child, stepsOfATurn, steps: [], evaluations: [] });
    } catch (error) {
      await child.end();
      if (error instanceof DifferentNetwork) throw error;
      const { name, threads } = contestant;
      const reason = (error as Error).message;
      absences.push({ configuration: configuration.name, contestant: name, threads, reason });
    }
  }

  const limits: Limits[] = [];
  for (let round = 0; round < rounds; round++) {
    limits.push(meter());
    for (const runner of runners) await takeTurn(runner);
  }
  const timings: Timing[] = [];
  for (const runner of runners) timings.push(await finish(configuration, runner));
  return { timings, absences, limits: highest(limits) };
}

class DifferentNetwork extends Error {
  constructor(name: string, distance: number) {
    super(
      `${name} does not train as the first does: after ${warmUp} steps ${distance} away from it`,
    );
  }
}

/** Takes the first steps; answers how many make a turn. */
async function warm(child: Child): Promise<number> {
  const first = await child.ask("steps", { untimed: 0, count: 1 });
  if (first.milliseconds[0] > tooSlow) {
    throw new Error(`one step takes ${Math.round(first.milliseconds[0] / 1000)} s`);
  }
  const { milliseconds } = await child.ask("steps", { untimed: 0, count: warmUp - 1 });
  const fitting = Math.floor(turn / Math.min(...milliseconds));
  return Math.max(1, Math.min(mostStepsOfATurn, fitting));
}

/** The first of several short steps is not timed: it finds the caches as others left them. */
async function takeTurn({ child, stepsOfATurn, steps, evaluations }: Runner): Promise<void> {
  const untimed = stepsOfATurn > 1 ? 1 : 0;
  steps.push(await child.ask("steps", { untimed, count: stepsOfATurn }));
  evaluations.push(await child.ask("evaluations", { count: Math.ceil(stepsOfATurn / 4) }));
}

async function finish(configuration: Configuration, runner: Runner): Promise<Timing> {
  const { contestant, library, child } = runner;
  const { megabytes } = await child.ask("memory", {});
  await child.end();
  const step = summarise(runner.steps);
  return {
    configuration: configuration.name,
    contestant: contestant.name,
    threads: contestant.threads,
    library,
    step,
    evaluation: summarise(runner.evaluations),
    rate: operationsOfStep(configuration) / step.median / 1e6,
    megabytes,
  };
}

/** ‖w − reference‖ / ‖reference − start‖, over both weights. */
export function distanceOfWay(
  start: WeightsMessage,
  reference: WeightsMessage,
  weights: WeightsMessage,
): number {
  let apart = 0;
  let gone = 0;
  for (const name of ["W", "V"] as const) {
    const from = decodeFloats(start[name]);
    const to = decodeFloats(reference[name]);
    const other = decodeFloats(weights[name]);
    for (let i = 0; i < from.length; i++) {
      apart += (other[i] - to[i]) ** 2;
      gone += (to[i] - from[i]) ** 2;
    }
  }
  return Math.sqrt(apart / gone);
}
