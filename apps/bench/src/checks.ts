import { names } from "./contestants/names.ts";
import type { Timing } from "./measure/race.ts";
import type { Measured } from "./measured.ts";

/** A number that is watched: a ratio that must not fall, or a cost that must not grow. */
export interface Check {
  readonly id: string;
  /** What the number says, in words. */
  readonly title: string;
  /** The configuration, and the number of threads. */
  readonly where: string;
  /** null: it could not be measured here. */
  readonly value: number | null;
  /** Of one thread: the same ratio in processor time, which a busy machine hardly changes. */
  readonly ofProcessor?: number | null;
  readonly unit: "×" | "MB" | "ms" | "B";
  /** Where it must not fall below, or rise above. */
  readonly floor?: number;
  readonly ceiling?: number;
  /** The value that would be reached at best; the check itself asks less. */
  readonly aim?: number;
}

/** Whether a number is on the right side of its floor and ceiling; of one not measured: true. */
export const holds = ({ value, floor = -Infinity, ceiling = Infinity }: Check): boolean =>
  value === null || (value >= floor && value <= ceiling);

interface Runner {
  readonly name: string;
  readonly threads: number;
}

/** Milliseconds that a contestant is charged with. */
type Cost = (timing: Timing, of: "median" | "processor") => number;

/** How many times as fast the second is as the first. */
interface RatioSpec extends Pick<Check, "id" | "title" | "floor" | "aim"> {
  readonly configurations: readonly string[];
  readonly threads: readonly number[];
  readonly of: (threads: number) => readonly [slower: Runner, faster: Runner];
  readonly cost?: Cost;
}

/** A run of ours evaluates every so many steps; the paper's loop evaluates after each. */
const evaluateEvery = 10;

const ours: readonly string[] = [names.plain, names.fast];

const stepCost: Cost = ({ step }, of) => step[of];
const loopCost: Cost = ({ contestant, step, evaluation }, of) =>
  step[of] + evaluation[of] / (contestant === names.paper ? 1 : evaluateEvery);
const everyEvaluationCost: Cost = ({ step, evaluation }, of) => step[of] + evaluation[of];

const against =
  (slower: string, faster: string) =>
  (threads: number): readonly [Runner, Runner] => [
    { name: slower, threads },
    { name: faster, threads },
  ];

const ratios: readonly RatioSpec[] = [
  {
    id: "over-tfjs-idiomatic",
    title: "Grokscape over TensorFlow.js, idiomatic",
    configurations: ["A", "B"],
    threads: [1],
    of: against(names.idiomatic, names.plain),
    floor: 50,
    aim: 80,
  },
  {
    id: "over-tfjs-formulated",
    title: "Grokscape over TensorFlow.js, best formulation",
    configurations: ["A", "B"],
    threads: [1],
    of: against(names.formulated, names.plain),
  },
  {
    id: "our-kernels-in-tfjs",
    title: "TensorFlow.js, idiomatic, with our kernels over without",
    configurations: ["A", "B"],
    threads: [1],
    of: against(names.idiomatic, names.idiomaticOnOurs),
    floor: 12,
    aim: 20,
  },
  {
    id: "over-paper-loop",
    title: "Grokscape over the paper's PyTorch loop, each evaluating as it does",
    configurations: ["A"],
    threads: [1, 2],
    of: against(names.paper, names.plain),
    cost: loopCost,
    floor: 3,
    aim: 4.5,
  },
  {
    id: "over-paper-loop-every-step",
    title: "the same, both evaluating after every step",
    configurations: ["A"],
    threads: [1, 2],
    of: against(names.paper, names.plain),
    cost: everyEvaluationCost,
  },
  {
    id: "over-by-hand",
    title: "Grokscape over PyTorch by hand",
    configurations: ["A", "B", "C"],
    threads: [1],
    of: against(names.byHand, names.plain),
    floor: 0.75,
    aim: 1,
  },
  {
    id: "fast-over-by-hand",
    title: "Grokscape, fast, over PyTorch by hand",
    configurations: ["A", "B", "C"],
    threads: [1, 2],
    of: against(names.byHand, names.fast),
    floor: 0.9,
    aim: 1.15,
  },
  {
    id: "over-by-hand-small",
    title: "Grokscape over PyTorch by hand, a small problem",
    configurations: ["S"],
    threads: [1],
    of: against(names.byHand, names.plain),
    floor: 1.3,
    aim: 2,
  },
  {
    id: "over-by-hand-in-place",
    title: "Grokscape over PyTorch by hand, in place",
    configurations: ["S", "A", "B", "C"],
    threads: [1],
    of: against(names.byHandInPlace, names.plain),
  },
  {
    id: "fast-over-by-hand-in-place",
    title: "Grokscape, fast, over PyTorch by hand, in place",
    configurations: ["S", "A", "B", "C"],
    threads: [1, 2],
    of: against(names.byHandInPlace, names.fast),
  },
  {
    id: "transformer-over-paper",
    title: "Grokscape over the paper's PyTorch, a step of a transformer",
    configurations: ["T"],
    threads: [1, 2],
    of: against(names.paper, names.plain),
    floor: 1.8,
    aim: 2.5,
  },
  {
    id: "transformer-over-by-hand",
    title: "Grokscape over PyTorch by hand, a step of a transformer",
    configurations: ["T"],
    threads: [1, 2],
    of: against(names.byHand, names.plain),
    floor: 1,
    aim: 1.3,
  },
  {
    id: "second-thread",
    title: "Grokscape, two threads over one",
    configurations: ["A", "B"],
    threads: [2],
    of: () => [
      { name: names.plain, threads: 1 },
      { name: names.plain, threads: 2 },
    ],
    floor: 1.5,
    aim: 1.8,
  },
];

/** All numbers that are watched, of all that was measured. */
export function checksOf(measured: Measured): Check[] {
  const { timings, sweep, allocations, firstStep } = measured;
  const checks = ratios.flatMap((spec) => checksOfRatio(spec, timings));
  if (sweep) {
    checks.push({
      id: "sweep",
      title: "two runs side by side over one at a time",
      where: place(sweep.configuration, 2),
      ...{ value: sweep.gain, unit: "×", floor: 1.6, aim: 1.9 },
    });
  }
  for (const { configuration, contestant, threads, megabytes } of timings) {
    if (configuration !== "A" || !ours.includes(contestant)) continue;
    checks.push({
      id: "memory",
      title: `${contestant}, memory beyond program and data`,
      where: place(configuration, threads),
      ...{ value: megabytes, unit: "MB", ceiling: 60 },
    });
  }
  if (allocations) {
    checks.push({
      id: "allocation",
      title: "Grokscape, heap taken a step",
      where: place("S", 1),
      ...{ value: allocations.bytesOfAStep, unit: "B", ceiling: 1024 },
    });
  }
  if (firstStep) {
    checks.push({
      id: "first-step",
      title: "Grokscape in Chromium, from import to the first step done",
      where: place("A", 1),
      ...{ value: firstStep.preparing + firstStep.stepping, unit: "ms", ceiling: 150 },
    });
  }
  return checks;
}

/** One check for each configuration and number of threads of which anything was measured. */
function checksOfRatio(spec: RatioSpec, timings: readonly Timing[]): Check[] {
  const { configurations, threads, of, cost = stepCost, ...rest } = spec;
  const measured = configurations.filter((name) =>
    timings.some(({ configuration }) => configuration === name),
  );
  return measured.flatMap((configuration) =>
    threads.map((count): Check => {
      const [slower, faster] = of(count).map((runner) =>
        timings.find(
          (timing) =>
            timing.configuration === configuration &&
            timing.contestant === runner.name &&
            timing.threads === runner.threads,
        ),
      );
      const ratio = (of: "median" | "processor") =>
        slower && faster ? cost(slower, of) / cost(faster, of) : null;
      return {
        ...rest,
        where: place(configuration, count),
        ...{
          value: ratio("median"),
          ofProcessor: count === 1 ? ratio("processor") : null,
          unit: "×",
        },
      };
    }),
  );
}

const place = (configuration: string, threads: number): string =>
  `${configuration}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
