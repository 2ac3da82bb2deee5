import { createInterface } from "node:readline";
import type { Engine, Problem, Snapshot } from "@grokscape/trainer";
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
  step(): void;
  evaluate(): void;
  weights(): Snapshot["weights"];
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
    steps({ untimed, count }) {
      for (let i = 0; i < untimed; i++) trainee!.step();
      return times(count, () => trainee!.step());
    },
    evaluations: ({ count }) => times(count, () => trainee!.evaluate()),
    weights: () => ({ weights: encodeWeights(trainee!.weights()) }),
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

function times(count: number, work: () => void): Times {
  const before = process.cpuUsage();
  const milliseconds = Array.from({ length: count }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, processor: (user + system) / 1000 };
}
