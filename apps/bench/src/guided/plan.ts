import type { RunConfig } from "@grokscape/trainer";
import { baseline, configOf, guided, type Method, methods } from "./methods.ts";

/** A task, and the shares of its table that every method is shown, most first. */
export interface Course {
  readonly task: string;
  readonly fractions: readonly number[];
  readonly methods: readonly Method[];
}

/** One run of a plan. */
export interface Run {
  readonly task: string;
  readonly method: string;
  readonly fraction: number;
  readonly seed: number;
  readonly config: RunConfig;
}

export const seeds: readonly number[] = [1, 2, 3, 4, 5];

/** Runs that may miss 99 % where a method still counts as generalising. */
export const mayMiss = 1;

const isTransformer = ({ recipe }: Method) =>
  recipe({ operands: 2, vocabulary: 31, classes: 31 }, 300).model?.kind === "transformer";
const transformers = methods.filter(isTransformer);
const twoLayers = methods.filter((method) => !isTransformer(method));

const leaders = methods.filter(({ name }) => name === guided || name === baseline);

/** The longer runs take, the fewer there are: of transformers, and of the tasks that only the leaders run. */
export const courses: readonly Course[] = [
  {
    task: "dihedral:10",
    fractions: [0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25],
    methods: twoLayers,
  },
  { task: "dihedral:10", fractions: [0.7, 0.5], methods: transformers },
  {
    task: "cyclic:31",
    fractions: [0.5, 0.4, 0.35, 0.3, 0.28, 0.26, 0.24, 0.22],
    methods: twoLayers,
  },
  { task: "cyclic:31", fractions: [0.5, 0.35], methods: transformers },
  { task: "cyclic:59", fractions: [0.3, 0.25, 0.2, 0.18, 0.16, 0.14, 0.12], methods: leaders },
  { task: "frobenius:7,3", fractions: [0.9, 0.8, 0.7], methods: leaders },
];

/** A task, with all fractions and methods of its courses by name. */
export interface Outline {
  readonly task: string;
  readonly fractions: readonly number[];
  readonly methods: readonly string[];
}

/** What all courses of a task have together. */
export function outline(plan: readonly Course[]): readonly Outline[] {
  return [...new Set(plan.map(({ task }) => task))].map((task) => {
    const same = plan.filter((course) => course.task === task);
    const fractions = new Set(same.flatMap((course) => course.fractions));
    return {
      task,
      fractions: [...fractions].sort((a, b) => b - a),
      methods: same.flatMap((course) => course.methods.map(({ name }) => name)),
    };
  });
}

/**
 * The runs that are needed next, whatever comes of them: each method goes down the fractions of a
 * course, and out of it at the first where more runs missed than may.
 *
 * @param reached whether a run came to 99 %; undefined where it has not been trained
 */
export function due(
  plan: readonly Course[],
  reached: (run: Run) => boolean | undefined,
): readonly Run[] {
  return plan.flatMap((course) =>
    course.methods.flatMap((method) => {
      for (const fraction of course.fractions) {
        const runs = runsOf(course, method, fraction);
        const misses = runs.filter((run) => reached(run) === false).length;
        if (misses > mayMiss) return [];
        const left = runs.filter((run) => reached(run) === undefined);
        if (left.length > 0) return left.slice(0, mayMiss + 1 - misses);
      }
      return [];
    }),
  );
}

/** All seeds of one method at one fraction. */
export function runsOf({ task }: Course, method: Method, fraction: number): readonly Run[] {
  return seeds.map((seed) => ({
    ...{ task, method: method.name, fraction, seed },
    config: configOf(method, task, fraction, seed),
  }));
}
