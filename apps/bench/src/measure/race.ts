import { type Configuration, operationsOfStep, problemOf } from "../configurations.ts";
import { type Child, startChild } from "../contestants/child.ts";
import type { Contestant } from "../contestants/contestant.ts";
import {
  decodeFloats,
  encodeProblem,
  type ProblemMessage,
  type WeightsMessage,
} from "../contestants/protocol.ts";
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

/** A contestant that could not run a configuration, and why. */
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
/** How long a turn takes, in ms, unless one step takes longer, and how many steps it has at most. */
export interface Turn {
  readonly milliseconds: number;
  readonly mostSteps: number;
}
const shortTurn: Turn = { milliseconds: 80, mostSteps: 50 };
/** How far two contestants' weights may differ after the warm-up by rounding, as a share of their way from the start. */
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
  turn: Turn = shortTurn,
): Promise<Race> {
  const { config, problem, start } = problemOf(configuration);
  const message = encodeProblem(config, problem, start);
  const meter = limitMeter();
  const children: Child[] = [];
  const runners: Runner[] = [];
  const absences: Absence[] = [];
  try {
    let reference: WeightsMessage | undefined;
    for (const contestant of contestants) {
      if (contestant.only && contestant.only !== config.model.kind) continue;
      const child = await startChild(contestant);
      children.push(child);
      try {
        const runner = await enter(contestant, child, message, turn);
        const { weights } = await child.ask("weights", {});
        reference ??= weights;
        const distance = distanceOfWay(message.weights, reference, weights);
        if (!(distance < tolerance)) throw new DifferentNetwork(contestant.name, distance);
        runners.push(runner);
      } catch (error) {
        if (error instanceof DifferentNetwork) throw error;
        const { name, threads } = contestant;
        const reason = (error as Error).message;
        absences.push({ configuration: configuration.name, contestant: name, threads, reason });
        await child.end();
      }
    }
    const limits: Limits[] = [];
    for (let round = 0; round < rounds; round++) {
      limits.push(meter());
      for (const runner of runners) await takeTurn(runner);
    }
    const timings: Timing[] = [];
    for (const runner of runners) timings.push(await timingOf(configuration, runner));
    return { timings, absences, limits: highest(limits) };
  } finally {
    await Promise.all(children.map((child) => child.end()));
  }
}

class DifferentNetwork extends Error {
  constructor(name: string, distance: number) {
    super(
      `${name} does not train as the first does: after ${warmUp} steps ${distance} away from it`,
    );
  }
}

/** Takes up the problem, makes the first steps and evaluates once. */
async function enter(
  contestant: Contestant,
  child: Child,
  problem: ProblemMessage,
  turn: Turn,
): Promise<Runner> {
  if ("absent" in child.greeting) throw new Error(child.greeting.absent);
  const { library } = child.greeting;
  await child.ask("open", { problem });
  const first = await child.ask("steps", { untimed: 0, count: 1 });
  if (first.milliseconds[0] > tooSlow) {
    throw new Error(`one step takes ${Math.round(first.milliseconds[0] / 1000)} s`);
  }
  const { milliseconds } = await child.ask("steps", { untimed: 0, count: warmUp - 1 });
  const fitting = Math.floor(turn.milliseconds / Math.min(...milliseconds));
  await child.ask("evaluations", { count: 1 });
  const stepsOfATurn = Math.max(1, Math.min(turn.mostSteps, fitting));
  return { contestant, library, child, stepsOfATurn, steps: [], evaluations: [] };
}

/** The first of several short steps is not timed: it finds the caches as others left them. */
async function takeTurn({ child, stepsOfATurn, steps, evaluations }: Runner): Promise<void> {
  const untimed = stepsOfATurn > 1 ? 1 : 0;
  steps.push(await child.ask("steps", { untimed, count: stepsOfATurn }));
  evaluations.push(await child.ask("evaluations", { count: Math.ceil(stepsOfATurn / 4) }));
}

async function timingOf(configuration: Configuration, runner: Runner): Promise<Timing> {
  const { contestant, library, child } = runner;
  const { megabytes } = await child.ask("memory", {});
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

/** ‖w − reference‖ / ‖reference − start‖, over all weights. */
export function distanceOfWay(
  start: WeightsMessage,
  reference: WeightsMessage,
  weights: WeightsMessage,
): number {
  let apart = 0;
  let gone = 0;
  for (const name of Object.keys(start)) {
    const [from, to, other] = [start, reference, weights].map((of) => decodeFloats(of[name].data));
    for (let i = 0; i < from.length; i++) {
      apart += (other[i] - to[i]) ** 2;
      gone += (to[i] - from[i]) ** 2;
    }
  }
  return Math.sqrt(apart / gone);
}
