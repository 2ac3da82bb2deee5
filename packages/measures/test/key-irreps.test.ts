import {
  cyclic,
  type Dataset,
  dataset,
  groupTask,
  realIrreps,
  symmetric,
} from "@grokscape/group-datasets";
import { ablatedMeasures, evaluate, irrepShares, keyIrreps } from "@grokscape/measures";
import { mlp } from "@grokscape/models";
import { describe, expect, test } from "vitest";
import { logitsByDefinition, mseByDefinition, randomTensor, tinyNetwork } from "./tiny.ts";
import { trained } from "./trained.ts";

const M = 7;
const { spec, weights, data } = tinyNetwork(M, 6);
const group = cyclic(M);
const shares = irrepShares(group, spec, weights);
const ablate = (irreps: readonly number[]) => ablatedMeasures(group, spec, weights, irreps, data);

/** The real irrep of Z_M whose matrices turn by ω = 2πf/M at element 1. */
const frequencyOf = (place: number) => {
  const { matrices } = realIrreps(group)[place];
  return Math.round((Math.acos(matrices[4]) * M) / (2 * Math.PI));
};

/** Nanda et al.'s: the logits' component along cos ω(a+b) and sin ω(a+b), for each class. */
function waves(frequencies: readonly number[]): number[][] {
  const logits = logitsByDefinition(data, weights);
  const sum = (i: number) => data.operands[2 * i] + data.operands[2 * i + 1];
  return logits.map((row, i) =>
    row.map((_, c) => {
      let part = 0;
      for (const f of frequencies) {
        const omega = (2 * Math.PI * f) / M;
        for (const wave of [Math.cos, Math.sin]) {
          const amplitude = logits.reduce((total, other, k) => {
            return total + other[c] * wave(omega * sum(k));
          }, 0);
          part += (2 / M ** 2) * amplitude * wave(omega * sum(i));
        }
      }
      return part;
    }),
  );
}

describe("on Z_7 with random weights", () => {
  const places = [1, 3];
  const part = waves(places.map(frequencyOf));
  const logits = logitsByDefinition(data, weights);
  const { restricted, excluded } = ablate(places);

  test("the excluded loss is that of the logits without the waves of these frequencies", () => {
    const without = logits.map((row, i) => row.map((value, c) => value - part[i][c]));
    expect(excluded.loss).toBeCloseTo(mseByDefinition(without, data.labels), 10);
  });

  test("the restricted loss is that of these waves and the mean alone", () => {
    const mean = logits[0].map((_, c) => logits.reduce((sum, row) => sum + row[c], 0) / M ** 2);
    const only = part.map((row) => row.map((value, c) => value + mean[c]));
    expect(restricted.loss).toBeCloseTo(mseByDefinition(only, data.labels), 10);
  });

  test("shares are the waves' part of the variance", () => {
    const centred = (rows: number[][]) =>
      rows.map((row) => {
        const mean = row.reduce((sum, value) => sum + value, 0) / M;
        return row.map((value) => value - mean);
      });
    const all = centred(logits);
    const means = all[0].map((_, c) => all.reduce((sum, row) => sum + row[c], 0) / M ** 2);
    const variance = all.flat().reduce((sum, value, i) => sum + (value - means[i % M]) ** 2, 0);
    for (const place of [1, 2, 3]) {
      const own = centred(waves([frequencyOf(place)])).flat();
      const share = own.reduce((sum, value) => sum + value ** 2, 0) / variance;
      expect(shares[place]).toBeCloseTo(share, 10);
    }
    expect(shares[0]).toBe(0);
  });

  test("an irrep that is named twice is one", () => {
    expect(ablate([2, 1, 2])).toEqual(ablate([2, 1]));
  });

  test("nothing taken away is the network itself", () => {
    const whole = evaluate(spec, weights, data);
    expect(ablate([]).excluded.loss).toBeCloseTo(whole.loss, 10);
  });

  test("key irreps are the largest that make up the share", () => {
    const order = [1, 2, 3].sort((a, b) => shares[b] - shares[a]);
    const total = shares.reduce((sum, share) => sum + share, 0);
    expect(keyIrreps(shares, shares[order[0]] / total - 1e-9)).toEqual([order[0]]);
    expect(keyIrreps(shares, 1)).toEqual([1, 2, 3]);
    expect(keyIrreps([0.2, 0.5, 0.3], 1)).toEqual([0, 1, 2]);
  });
});

test("of a non-abelian group, a network made of one irrep has that irrep alone", () => {
  const s3 = symmetric(3);
  const task = groupTask("s3", s3);
  const all: Dataset = dataset(
    task,
    Uint32Array.from({ length: 36 }, (_, i) => i),
  );
  // (e_a + e_b)² with a node for every pair: V holds what the irrep's character says of each product
  const place = realIrreps(s3).findIndex(({ dimension }) => dimension === 2);
  const { matrices } = realIrreps(s3)[place];
  const width = 36;
  const W = { shape: [12, width], data: new Float64Array(12 * width) };
  const V = { shape: [width, 6], data: new Float64Array(width * 6) };
  for (let a = 0; a < 6; a++) {
    for (let b = 0; b < 6; b++) {
      const node = a * 6 + b;
      // fires 4 on (a, b), 1 on pairs that share one element: large weights make the rest small
      W.data[a * width + node] = 1;
      W.data[(6 + b) * width + node] = 1;
      for (let c = 0; c < 6; c++) {
        const g = s3.multiply(s3.inverse(s3.multiply(a, b)), c);
        V.data[node * 6 + c] = matrices[4 * g] + matrices[4 * g + 3];
      }
    }
  }
  const network = {
    shape: { operands: 2, vocabulary: 6, classes: 6 },
    model: mlp({ width }),
    loss: "mse" as const,
  };
  const shares = irrepShares(s3, network, { W, V });
  expect(shares[place]).toBeCloseTo(1, 10);
  expect(keyIrreps(shares)).toEqual([place]);
  const { restricted, excluded } = ablatedMeasures(s3, network, { W, V }, [place], all);
  expect(restricted.accuracy).toBe(1);
  // what is left says nothing: the loss of zeros
  expect(excluded.loss).toBeCloseTo(1 - 1 / 6, 10);
});

test("refuses a network of another shape, and an irrep that is none", () => {
  const { weights, spec } = tinyNetwork(5, 3);
  expect(() => irrepShares(cyclic(7), spec, weights)).toThrow(/needs 2, 7 and 7/);
  expect(() => ablate([0])).toThrow(/has no nontrivial real irrep 0/);
  expect(() => ablate([4])).toThrow(/they are 1 … 3/);
});

test("a network without any variation has no irreps", () => {
  const zero = {
    W: randomTensor([2 * M, 6], 1),
    V: { shape: [6, M], data: new Float64Array(6 * M) },
  };
  const shares = irrepShares(group, spec, zero);
  expect(shares).toEqual([0, 0, 0, 0]);
  expect(keyIrreps(shares)).toEqual([]);
});

test("in a run that groks, memory gives way to irreps: shares and excluded loss rise", async () => {
  const { spec, group: z23, train, test: heldOut, at } = await trained;
  const key = keyIrreps(irrepShares(z23, spec, at[1200]));
  const seen = [100, 400, 1200].map((step) => {
    const parts = irrepShares(z23, spec, at[step]);
    return {
      share: parts.reduce((sum, share) => sum + share, 0),
      restricted: ablatedMeasures(z23, spec, at[step], key, heldOut).restricted.loss,
      excluded: ablatedMeasures(z23, spec, at[step], key, train).excluded.loss,
      whole: evaluate(spec, at[step], heldOut).loss,
    };
  });
  const [memorised, between, generalised] = seen;
  expect(memorised.share).toBeLessThan(0.5);
  expect(between.share).toBeGreaterThan(memorised.share);
  expect(generalised.share).toBeGreaterThan(0.95);
  // the key irreps alone do better than the whole as long as the rest is memory
  expect(memorised.restricted).toBeLessThan(memorised.whole);
  expect(between.excluded).toBeGreaterThan(memorised.excluded);
  expect(generalised.excluded).toBeGreaterThan(between.excluded);
  expect(generalised.restricted).toBeLessThan(between.restricted);
});
