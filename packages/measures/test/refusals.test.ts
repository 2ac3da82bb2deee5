import { cyclic, InputError } from "@grokscape/group-datasets";
import * as measures from "@grokscape/measures";
import { milestones, runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import { randomTensor, tinyNetwork } from "./tiny.ts";

/*
 * Whatever is given to a measure, it answers with finite numbers or refuses with an InputError; and a
 * number that is not finite is always refused.
 */

const group = cyclic(3);
const { spec, weights, data } = tinyNetwork(3, 2);
const loss = measures.objective(spec, data);
const fineness = { W: -8, V: -8 };
const options = { examples: 9, chains: 2, draws: 2, burnIn: 1, localisation: 1, stepSize: 1e-3 };
const config = runConfig({ task: "cyclic:7", model: { width: 8 } });
const rows = Array.from({ length: 12 }, (_, i) => ({
  step: 100 * i,
  trainLoss: 1,
  testLoss: 2,
  trainAccuracy: 0.5,
  testAccuracy: 0.1,
  weightNorms: { W: 1 + i },
}));
const accuracies = rows.map(({ step, trainAccuracy, testAccuracy }) => ({
  step,
  trainAccuracy,
  testAccuracy,
}));
const points = [0, 1].map((step) => ({ step, gradient: 1, hiddenTurn: 0.1, topTurn: 0.2 }));
const path = [1, 2, 3, 4].map((seed) => randomTensor([2, 3], seed));

/** Arguments that are right, for every function that is public; the group is not what is tried. */
const calls: Record<string, readonly unknown[]> = {
  giniCoefficient: [[1, 2, 3]],
  inverseParticipationRatio: [Float64Array.of(1, 2, 3)],
  cosineDistances: [weights, tinyNetwork(3, 2).weights],
  curveStages: [points],
  descriptionLength: [spec, weights, data],
  decodeWeights: [spec, measures.encodeWeights(spec, weights, fineness)],
  encodeWeights: [spec, weights, fineness],
  shortestMessage: [{ spec, weights, shown: data, heldOut: data, group }],
  stepOf: [-8],
  effectiveRank: [weights.W],
  singularValues: [weights.W],
  hiddenFeatures: [spec, weights, data],
  forecast: [config, rows],
  hessianTrace: [loss, weights, { probes: 2, seed: 1 }],
  ablatedMeasures: [group, spec, weights, [1], data],
  irrepShares: [group, spec, weights],
  keyIrreps: [[0, 0.5, 0.2], 0.9],
  localLearningCoefficient: [loss, weights, options],
  milestones: [accuracies],
  evaluate: [spec, weights, data],
  tensorNorms: [weights],
  totalNorm: [weights],
  objective: [spec, data],
  sharpness: [loss, weights, { seed: 1, tolerance: 0.1, maximumProducts: 3 }],
  featureSimilarity: [randomTensor([5, 2], 1), randomTensor([5, 3], 2)],
  symbolCircles: [[randomTensor([5, 2], 1), randomTensor([5, 2], 2)], 1],
  updateSpectrum: [path],
  weightSpectrum: [group, weights.W],
};

const isFloats = (value: unknown) => value instanceof Float32Array || value instanceof Float64Array;

/** Every place in plain data, and what stands there. */
function* places(value: unknown, at: readonly string[] = []): Generator<[string[], unknown]> {
  if (value === group || typeof value === "function") return;
  if (at.length > 0) yield [[...at], value];
  if (ArrayBuffer.isView(value)) {
    if (isFloats(value)) yield [[...at, "1"], (value as Float64Array)[1]];
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* places(part, [...at, key]);
}

/** A copy with something else in one place. */
function changed(value: unknown, [key, ...further]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).with(Number(key), to as number);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as never;
  Object.assign(copy, { [key]: changed(value?.[key as never], further, to) });
  return copy;
}

const functions = new Map(
  Object.entries({ ...measures, milestones } as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >).filter(
    ([name]) => !/^[A-Z]/.test(name), // an error's class
  ),
);

const run = (name: string, args: unknown): unknown => functions.get(name)?.(...(args as unknown[]));

function* numbersOf(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (typeof value === "object" && value) {
    for (const part of Object.values(value)) yield* numbersOf(part);
  }
}

test("every public measure is tried here", () => {
  expect(Object.keys(calls).sort()).toEqual([...functions.keys()].sort());
});

describe.each(Object.keys(calls))("%s", (name) => {
  const args = calls[name];

  test("answers what is right", () => {
    expect([...numbersOf(run(name, args))].every(Number.isFinite)).toBe(true);
  });

  test("refuses what is not finite, wherever it stands", () => {
    for (const [at, value] of places(args)) {
      if (typeof value !== "number") continue;
      for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        const tried = () => run(name, changed(args, at, odd));
        expect(tried, `${at.join(".")} = ${odd}`).toThrow(InputError);
      }
    }
  });

  /** σ₂/σ₃ may be infinite. */
  const isOdd = (number: number) =>
    Number.isNaN(number) || (name !== "updateSpectrum" && Math.abs(number) === Infinity);

  test("answers with finite numbers or refuses, whatever else stands in a place", () => {
    const others = [null, "a", {}, [], new Float64Array(0), -1, 0.5, 1e300, 1e-300];
    const wrong: string[] = [];
    for (const [at, value] of places(args)) {
      for (const other of others) {
        if ((typeof value === "number") !== (typeof other === "number")) continue;
        const place = `${at.join(".")} = ${JSON.stringify(other)}`;
        try {
          const odd = [...numbersOf(run(name, changed(args, at, other)))].filter(isOdd);
          if (odd.length > 0) wrong.push(`${place} gives ${odd}`);
        } catch (error) {
          if (!(error instanceof InputError)) wrong.push(`${place} throws ${error}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
