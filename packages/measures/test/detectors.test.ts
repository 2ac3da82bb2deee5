import type { Dataset } from "@grokscape/group-datasets";
import { cosineDistances, curveStages, hiddenFeatures } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import { milestones } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import { trained } from "./trained.ts";

test("milestones of a real run", async () => {
  const { rows } = await trained;
  const { memorisedFrom, generalisedFrom } = milestones(rows);
  expect(memorisedFrom).toBeLessThan(100);
  expect(generalisedFrom).toBeGreaterThan(300);
});

describe("curveStages", () => {
  const point = (step: number, gradient: number, hiddenTurn: number, topTurn: number) => ({
    step,
    gradient,
    hiddenTurn,
    topTurn,
  });
  const points = [
    point(0, 8, 0, 0),
    point(10, 6, 0.02, 0.1),
    point(20, 12, 0.06, 0.2),
    point(30, 20, 0.16, 0.3),
    point(40, 9, 0.3, 0.4),
    point(50, 2, 0.4, 0.5),
    point(60, 5, 0.5, 0.6),
  ];

  test("I until the hidden layer follows, II until the bump is over, III from then on", () => {
    expect(curveStages(points)).toEqual([
      { stage: 1, since: 0, until: 20 },
      { stage: 2, since: 30, until: 40 },
      { stage: 3, since: 50, until: 60 },
    ]);
  });

  test("says the same of a run's beginning as of the whole", () => {
    for (let count = 0; count <= points.length; count++) {
      const stages = points
        .slice(0, count)
        .map((_, i) => curveStages(points.slice(0, i + 1)).at(-1));
      const whole = curveStages(points);
      for (const [i, stage] of stages.entries()) {
        const { step } = points[i];
        const at = whole.find(({ since, until }) => since <= step && step <= until);
        expect(stage?.stage).toBe(at?.stage);
      }
    }
  });

  test("leaves out what it did not see", () => {
    expect(curveStages([point(50, 3, 0.4, 0.5)])).toEqual([{ stage: 2, since: 50, until: 50 }]);
    expect(curveStages([])).toEqual([]);
    expect(() => curveStages([points[1], points[0]])).toThrow(/step 0 after 10/);
  });

  test("finds the three stages in a real run, features after memorising", async () => {
    const { spec, train, at, rows, start } = await trained;
    const seen = [[0, start] as const, ...Object.entries(at)].map(([step, weights]) => {
      const { W, V } = cosineDistances(start, weights);
      const gradient = hiddenGradientNorm(
        hiddenFeatures(spec, weights, train).data,
        weights,
        train,
      );
      return { step: Number(step), gradient, hiddenTurn: W, topTurn: V };
    });
    const stages = curveStages(seen);
    expect(stages.map(({ stage }) => stage)).toEqual([1, 2, 3]);
    const { generalisedFrom: grokkedAt } = milestones(rows);
    expect(stages[1].since).toBeLessThan(100);
    expect(stages[2].since).toBeLessThan(grokkedAt as number);
  });

  /** ‖P₁⊥(Y − FV)Vᵀ‖, from its definition (Eq. 2). */
  function hiddenGradientNorm(F: ArrayLike<number>, { V }: Tensors, { labels, count }: Dataset) {
    const [width, classes] = V.shape;
    const error = Array.from({ length: count }, (_, i) =>
      Array.from({ length: classes }, (_, c) => {
        let value = labels[i] === c ? 1 : 0;
        for (let j = 0; j < width; j++) value -= F[i * width + j] * V.data[j * classes + c];
        return value;
      }),
    );
    for (let c = 0; c < classes; c++) {
      const mean = error.reduce((sum, row) => sum + row[c], 0) / count;
      for (const row of error) row[c] -= mean;
    }
    let square = 0;
    for (const row of error) {
      for (let j = 0; j < width; j++) {
        let value = 0;
        for (let c = 0; c < classes; c++) value += row[c] * V.data[j * classes + c];
        square += value * value;
      }
    }
    return Math.sqrt(square);
  }
});
