import type { PlannedReading } from "@grokscape/trainer";

/** What the tests of a sweep have read in its threads. */
export const readings: Readonly<Record<string, PlannedReading>> = {
  last: {
    due: (_rows, isLast) => isLast,
    read: ({ setUp, weights }) => ({
      shown: setUp.problem.train.count,
      weights: weights.W.data.length,
    }),
  },
  half: { due: (rows) => rows.at(-1)?.step === 20, read: ({ weights }) => weights.W.data[0] },
};
