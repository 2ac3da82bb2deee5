import type { Dataset } from "@grokscape/group-datasets";
import { initialise, type MlpSpec, mlp, parseActivation, type Tensors } from "@grokscape/models";
import { buildReference } from "@grokscape/models/reference";
import { buildTfjs } from "@grokscape/models/tfjs";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  data,
  mean,
  others,
  rowsOf,
  shape,
  sigma,
  symbolsOf,
  type Vector,
  variance,
} from "./definitions.ts";
import { upload } from "./upload.ts";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** A complex number. */
type Z = readonly [re: number, im: number];

const add = (a: Z, b: Z): Z => [a[0] + b[0], a[1] + b[1]];
const multiply = (a: Z, b: Z): Z => [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
const zero: Z = [0, 0];

/** Logits of a data set, layer by layer; batch norm measures over `batch`. */
function definition(spec: MlpSpec, weights: Tensors) {
  const complexRows = (name: string): Z[][] => {
    const re = rowsOf(weights, name);
    const im = weights[`${name}.imaginary`] ? rowsOf(weights, `${name}.imaginary`) : undefined;
    return re.map((row, i) => row.map((value, j): Z => [value, im?.[i][j] ?? 0]));
  };
  const times = (a: readonly Z[], B: readonly Z[][]): Z[] =>
    B[0].map((_, j) => a.reduce((sum, value, i) => add(sum, multiply(value, B[i][j])), zero));
  const nodes = Array.from({ length: spec.width }, (_, j) => j);

  function activated(z: Z): Z {
    if (spec.weights === "real") return [sigma(spec.activation)(z[0]), 0];
    const { kind, numbers } = parseActivation(spec.activation);
    if (kind === "linear") return z;
    if (kind === "mixed") {
      const [a, b] = numbers;
      return add(multiply([a, 0], z), multiply([b, 0], multiply(z, z)));
    }
    let power = z;
    for (let i = 1; i < (kind === "power" ? numbers[0] : 2); i++) power = multiply(power, z);
    return power;
  }

  function firstLayer(symbols: Vector): Z[] {
    const parts = symbols.map((symbol, operand) => {
      const from = spec.embedding === "shared" ? 0 : operand * 5;
      const block = complexRows("W").slice(from, from + 5);
      if (spec.embedding === "one-hot" || spec.embedding === "shared") return block[symbol];
      const table = spec.embedding === "trainable" ? "embedding" : `embedding${operand + 1}`;
      return times(complexRows(table)[symbol], block);
    });
    const meet = spec.combine === "sum" ? add : multiply;
    return parts.reduce((a, b) => a.map((value, j) => meet(value, b[j])));
  }

  /** Each row's z after bias or norm; `by` are the rows over which the norm measures. */
  function finished(name: string, z: Z[][], by: Z[][]): Z[][] {
    if (spec.batchNorm) {
      const [[scale], [shift]] = [
        rowsOf(weights, `${name}.scale`),
        rowsOf(weights, `${name}.shift`),
      ];
      const seen = nodes.map((j) => by.map((row) => row[j][0]));
      return z.map((row) =>
        row.map(([value], j): Z => {
          const standard = (value - mean(seen[j])) / Math.sqrt(variance(seen[j]) + 1e-5);
          return [standard * scale[j] + shift[j], 0];
        }),
      );
    }
    if (!spec.bias) return z;
    const [bias] = complexRows(`${name}.bias`);
    return z.map((row) => row.map((value, j) => add(value, bias[j])));
  }

  function features(of: Dataset, batch: Dataset): { of: Z[][]; batch: Z[][] } {
    const first = (set: Dataset) =>
      Array.from({ length: set.count }, (_, row) => firstLayer(symbolsOf(set, row)));
    let z = { of: first(of), batch: first(batch) };
    for (let layer = 0; ; layer++) {
      const name = layer === 0 ? "W" : `H${layer}`;
      const ready = {
        of: finished(name, z.of, z.batch),
        batch: finished(name, z.batch, z.batch),
      };
      const f = {
        of: ready.of.map((r) => r.map(activated)),
        batch: ready.batch.map((r) => r.map(activated)),
      };
      if (layer === spec.hiddenLayers) return f;
      const H = complexRows(`H${layer + 1}`);
      const through = (rows: Z[][]) =>
        rows.map((row) => times(row, H).map((value, j) => add(value, row[j])));
      z = { of: through(f.of), batch: through(f.batch) };
    }
  }

  return (of: Dataset, batch: Dataset): number[] => {
    const bias = spec.bias ? rowsOf(weights, "V.bias")[0] : new Array<number>(5).fill(0);
    return features(of, batch).of.flatMap((row) =>
      times(row, complexRows("V")).map(([re], c) => spec.outputScale * (re + bias[c])),
    );
  };
}

const cases: readonly Partial<MlpSpec>[] = [
  { hiddenLayers: 2, activation: "relu" },
  { embedding: "trainable" },
  { combine: "product", activation: "linear" },
  { embedding: "trainable", combine: "product", hiddenLayers: 1, activation: "mixed:0.5,-2" },
  { activation: "power:3" },
  { bias: true, activation: "relu" },
  { bias: true, hiddenLayers: 2, activation: "gelu", outputScale: 2 },
  { batchNorm: true },
  { batchNorm: true, bias: true, hiddenLayers: 2, activation: "silu" },
  { batchNorm: true, combine: "product", embedding: "trainable", activation: "relu" },
  { embedding: "shared" },
  { embedding: "shared", combine: "product", activation: "linear" },
  { embedding: "shared", weights: "complex", combine: "product", activation: "power:3" },
  { embedding: "per-operand" },
  { embedding: "per-operand", combine: "product", activation: "linear" },
  { weights: "complex" },
  { weights: "complex", bias: true, hiddenLayers: 1, outputScale: 3 },
  { weights: "complex", combine: "product", activation: "linear" },
  { weights: "complex", embedding: "per-operand", activation: "power:3" },
  { weights: "complex", embedding: "trainable", activation: "mixed:2,-0.5", bias: true },
];

describe.each(cases.map((changes) => [JSON.stringify(changes), changes] as const))(
  "%s",
  (_name, changes) => {
    const spec = mlp({ width: 6, ...changes });
    const weights = initialise(spec, shape, 9);
    const logits = definition(spec, weights);

    test("answers as its definition says, in float64", () => {
      const graph = buildReference(spec, shape);
      for (const batch of [data, others]) {
        const expected = logits(data, batch);
        const seen = graph.forward(weights, data, batch);
        for (const [i, value] of expected.entries()) expect(seen[i]).toBeCloseTo(value, 12);
      }
    });

    test("answers as its definition says, in TensorFlow.js", () => {
      const graph = buildTfjs(spec, shape);
      const before = tf.memory().numTensors;
      const inputs = { own: graph.inputs(data), others: graph.inputs(others) };
      for (const batch of ["own", "others"] as const) {
        const expected = logits(data, batch === "own" ? data : others);
        const seen = tf.tidy(() =>
          graph.forward(upload(weights), inputs.own, inputs[batch]).dataSync(),
        );
        for (const [i, value] of expected.entries()) expect(seen[i]).toBeCloseTo(value, 4);
      }
      for (const input of Object.values(inputs)) input.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });

    test("has features that V, above its imaginary part, turns into the logits", () => {
      const F = buildReference(spec, shape).features(weights, data);
      const G = tf.tidy(() => {
        const graph = buildTfjs(spec, shape);
        return graph.features(upload(weights), graph.inputs(data)).arraySync();
      });
      const top = [
        ...rowsOf(weights, "V"),
        ...(spec.weights === "complex" ? rowsOf(weights, "V.imaginary") : []),
      ];
      const bias = spec.bias ? rowsOf(weights, "V.bias")[0] : undefined;
      const expected = logits(data, data);
      for (let row = 0; row < data.count; row++) {
        expect(G[row]).toHaveLength(top.length);
        for (let c = 0; c < shape.classes; c++) {
          let sum = bias?.[c] ?? 0;
          for (let j = 0; j < top.length; j++) {
            sum += F[row * top.length + j] * top[j][c];
            expect(G[row][j]).toBeCloseTo(F[row * top.length + j], 4);
          }
          expect(spec.outputScale * sum).toBeCloseTo(expected[row * shape.classes + c], 12);
        }
      }
    });
  },
);

test("imaginary parts that are 0 get no gradient: complex weights must start off the real line", () => {
  const spec = mlp({ width: 6, weights: "complex", hiddenLayers: 1 });
  const weights = Object.fromEntries(
    Object.entries(initialise(spec, shape, 2)).map(([name, { shape, data }]) => [
      name,
      { shape, data: name.endsWith(".imaginary") ? data.map(() => 0) : data },
    ]),
  );
  const gradients = buildReference(spec, shape).gradients(weights, data, (logits) => logits);
  for (const [name, { data }] of Object.entries(gradients)) {
    const largest = Math.max(...data.map(Math.abs));
    if (name.endsWith(".imaginary")) expect(largest, name).toBe(0);
    else expect(largest, name).toBeGreaterThan(1e-6);
  }
});
