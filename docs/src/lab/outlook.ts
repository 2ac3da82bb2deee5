import { InputError, split, type Task } from "@grokscape/group-datasets";
import {
  type Best,
  bestOfRun,
  type Caveat,
  type Expectation,
  expectationOf,
  explain,
  type Prediction,
  predict,
} from "@grokscape/theory";
import type { Locale } from "../site/locales.ts";
import { configOf, type Draft } from "./draft.ts";
import { prevents, type Warning } from "./warning.ts";
import { warnings } from "./warnings.ts";

/** What can be said of a run before it begins, as plain data. */
export interface Outlook {
  readonly warnings: readonly Warning[];
  /** Whether there can be such a run, as far as is known. */
  readonly possible: boolean;
  /** What the theory says; undefined of what cannot be. */
  readonly expected?: Expected;
  /** Of the examples: how many are shown, of how many, and the border in the author's code, as a share. */
  readonly data?: { readonly count: number; readonly size: number; readonly border?: number };
  /** Counts of examples that n stands among; undefined of a task that is no group's. */
  readonly among?: Among;
  /** The best that any learner could do with the examples shown; null where it is not known. */
  readonly best: Best | null;
  /** By example: 1 where it is shown in training. */
  readonly shown: Uint8Array;
}

/** Of examples: how many the run shows, and how many are needed. */
export interface Among {
  readonly shown: number;
  /** By any learner, for 99 % of the rest. */
  readonly limit: number;
  /** By training of this kind in our experiments; null if none was measured. */
  readonly training: number | null;
  /** In the author's code. */
  readonly author: number;
}

interface Expected {
  readonly expectation: Expectation | null;
  readonly caveats: readonly Caveat[];
  /** In full, in the reader's language. */
  readonly passages: readonly string[];
}

export function outlook(draft: Draft, task: Task, locale: Locale): Outlook {
  const prediction = predicted(draft, task);
  const found = warnings(draft, task, prediction, locale);
  const possible = !found.some(prevents);
  const shown = new Uint8Array(task.size);
  if (possible) {
    const { train } = split(task, { ...draft.split, seed: draft.seed });
    for (const index of train) shown[index] = 1;
  }
  return {
    warnings: found,
    possible,
    expected: prediction && possible ? expected(prediction, locale) : undefined,
    data: prediction && {
      count: prediction.data.count.value,
      size: task.size,
      border: prediction.critical?.authorFraction.value,
    },
    among: prediction && among(prediction),
    best: possible ? bestOfRun(task, draft) : null,
    shown,
  };
}

const expected = (prediction: Prediction, locale: Locale): Expected => ({
  expectation: expectationOf(prediction),
  caveats: prediction.caveats,
  passages: explain(prediction, locale).map(({ text }) => text),
});

function among({ critical, data }: Prediction): Among | undefined {
  if (!critical) return undefined;
  const { limit, training, authorCount } = critical;
  return {
    shown: data.count.value,
    limit: limit.value,
    training: training?.trust === "fitted" ? training.value : null,
    author: authorCount.value,
  };
}

/** What the theory predicts; undefined if the split shows no example, or all. */
function predicted(draft: Draft, task: Task): Prediction | undefined {
  try {
    return predict(task, configOf(draft, task.size));
  } catch (error) {
    if (error instanceof InputError) return undefined; // the split shows nothing, or all
    throw error;
  }
}
