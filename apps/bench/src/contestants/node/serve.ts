import { createInterface } from "node:readline";
import type { DeferredSession, Engine, Problem, Snapshot } from "@grokscape/trainer";
import type { Times } from "../../statistics.ts";
import {
  type Answers,
  decodeProblem,
  encodeWeights,
  type Greeting,
  type Question,
  type Questions,
} from "../protocol.ts";
import { startOfMemory } from "./memory.ts";

/** A problem in a contestant's memory. */
export interface Trainee {
  step(): void | Promise<void>;
  evaluate(): void | Promise<void>;
  weights(): Snapshot["weights"] | Promise<Snapshot["weights"]>;
  /** Of one that works behind our back: waits until all that was asked is done. */
  settle?(): Promise<void>;
}

type OpenTrainee = (problem: Problem, start: Snapshot) => Promise<Trainee>;

/** An engine of ours as a contestant. */
export function engineTrainee(engine: Engine): OpenTrainee {
  return async (problem, start) => {
    const session = await engine.open(problem, start);
    return {
      step() {
        session.measure();
        session.update();
      },
      evaluate: () => void session.evaluate(),
      weights: () => session.snapshot().weights,
    };
  };
}

/** An engine that answers later; it is asked for no number but in the end. */
export function deferredTrainee(engine: Engine<DeferredSession>): OpenTrainee {
  return async (problem, start) => {
    const session = await engine.open(problem, start);
    return {
      async step() {
        await session.measure("batch");
        await session.update();
      },
      evaluate: async () => void (await session.evaluate()),
      weights: async () => (await session.snapshot()).weights,
      settle: async () => void (await session.measure()),
    };
  };
}

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Takes part in a race: greets, then does what standard input asks for until it ends. */
export async function serve(greeting: Greeting, open: OpenTrainee): Promise<void> {
  let trainee: Trainee | undefined;
  let memory: ReturnType<typeof startOfMemory> | undefined;

  const answers: { [Q in Question]: (told: Questions[Q]) => Answers[Q] | Promise<Answers[Q]> } = {
    async open(told) {
      const { problem, start } = decodeProblem(told.problem);
      memory = startOfMemory();
      trainee = await open(problem, start);
      return {};
    },
    async steps({ untimed, count }) {
      for (let i = 0; i < untimed; i++) await trainee!.step();
      return times(count, trainee!, "step");
    },
    evaluations: ({ count }) => times(count, trainee!, "evaluate"),
    weights: async () => ({ weights: encodeWeights(await trainee!.weights()) }),
    memory: () => ({ megabytes: memory!.most() }),
  };

  say(greeting);
  for await (const line of createInterface({ input: process.stdin })) {
    const { ask, ...told } = JSON.parse(line) as { ask: Question };
    try {
      say(await (answers[ask] as (told: unknown) => unknown)(told));
    } catch (error) {
      say({ error: String(error) });
    }
  }
  process.exit(0);
}

/** Of one that works behind our back the time of all together: it works while it is told what comes next. */
async function times(count: number, trainee: Trainee, what: "step" | "evaluate"): Promise<Times> {
  await trainee.settle?.();
  const before = process.cpuUsage();
  const begin = performance.now();
  const ends: number[] = [];
  for (let i = 0; i < count; i++) {
    const done = trainee[what]();
    if (done) await done;
    ends.push(performance.now());
  }
  await trainee.settle?.();
  const whole = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  const milliseconds = ends.map((end, i) =>
    trainee.settle ? whole / count : end - (ends[i - 1] ?? begin),
  );
  return { milliseconds, processor: (user + system) / 1000 };
}
