import { readdirSync, readFileSync } from "node:fs";
import type { Dataset } from "@grokscape/group-datasets";
import { type ModelSpec, type Tensors, weightLayout } from "@grokscape/models";
import { type LossName, type OptimiserSpec, referenceEngine, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";

interface NetworkFile {
  readonly name: string;
  readonly operands: number;
  readonly order: number;
  readonly model: ModelSpec;
  readonly optimiser: OptimiserSpec;
  readonly loss: LossName;
  readonly steps: number;
  readonly train: readonly number[][];
  readonly test: readonly number[][];
  readonly init: Readonly<Record<string, string>>;
  readonly final: Readonly<Record<string, string>>;
  readonly log: Readonly<
    Record<"trainLoss" | "testLoss" | "trainAccuracy" | "testAccuracy", readonly number[]>
  >;
}

const folder = new URL("../fixtures/networks/", import.meta.url);
const files: NetworkFile[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));

function rows(examples: readonly number[][], arity: number): Dataset {
  return {
    count: examples.length,
    arity,
    operands: Uint16Array.from(examples.flatMap((example) => example.slice(0, arity))),
    labels: Uint16Array.from(examples, (example) => example[arity]),
  };
}

function decode({ model, operands, order }: NetworkFile, from: NetworkFile["init"]): Tensors {
  const shape = { operands, vocabulary: order, classes: order };
  const layout = weightLayout(model, shape);
  expect(Object.keys(from)).toEqual(layout.map(({ name }) => name));
  return Object.fromEntries(
    layout.map(({ name, shape }) => {
      const bytes = Uint8Array.from(Buffer.from(from[name], "base64"));
      expect(bytes.length, name).toBe(4 * shape[0] * shape[1]);
      return [name, { shape, data: new Float32Array(bytes.buffer) }];
    }),
  );
}

/** Largest relative difference of a loss from PyTorch's over all steps. */
const bars = [
  { engine: referenceEngine, bar: 1e-9 },
  { engine: tfjsEngine(), bar: 1e-5 },
  { engine: wasmEngine({ threads: 1 }), bar: 1e-5 },
];

describe.each(bars)("$engine.name follows PyTorch", ({ engine, bar }) => {
  test.each(files)("$name", async (file) => {
    const { operands, order, model, optimiser, loss, steps, log } = file;
    const recipe = runConfig({ task: file.name, model, optimiser, loss, steps });
    const session = await engine.open(
      {
        ...recipe,
        shape: { operands, vocabulary: order, classes: order },
        train: rows(file.train, operands),
        test: rows(file.test, operands),
      },
      { step: 0, weights: decode(file, file.init), optimiser: {} },
    );
    const relative = (seen: number, right: number) => Math.abs(seen - right) / right;
    let worst = 0;
    for (let step = 0; step <= steps; step++) {
      const train = session.measure();
      const held = session.evaluate();
      worst = Math.max(
        worst,
        relative(train.loss, log.trainLoss[step]),
        relative(held.loss, log.testLoss[step]),
      );
      expect(train.accuracy, `train accuracy at ${step}`).toBeCloseTo(log.trainAccuracy[step], 9);
      expect(held.accuracy, `test accuracy at ${step}`).toBeCloseTo(log.testAccuracy[step], 9);
      if (step < steps) session.update();
    }
    expect(worst).toBeLessThan(bar);
    const { weights } = session.snapshot();
    for (const [name, { data }] of Object.entries(decode(file, file.final))) {
      const off = Math.max(...data.map((w, i) => Math.abs(w - weights[name].data[i])));
      expect(off, `final ${name}`).toBeLessThan(1e-4);
    }
    session.dispose();
  });
});
