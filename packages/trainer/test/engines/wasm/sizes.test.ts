import { createHash } from "node:crypto";
import { dataset, split } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import { type Problem, type RunConfigInput, runConfig } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { expect, test } from "vitest";
import { additionTask } from "../../toy-task.ts";

type Size = readonly [M: number, width: number, count: number];

/** Losses and weights of four steps. */
async function digest([M, width, count]: Size, input: Partial<RunConfigInput>): Promise<string> {
  const task = additionTask(M);
  const parts = split(task, { count, seed: 2 });
  const problem: Problem = {
    ...runConfig({ ...input, task: task.id, model: { ...input.model, width } }),
    shape: task,
    train: dataset(task, parts.train),
    test: dataset(task, parts.test),
  };
  const weights = initialise(problem.model, task, 1);
  const session = await wasmEngine({ threads: 1 }).open(problem, {
    step: 0,
    weights,
    optimiser: {},
  });
  const hash = createHash("sha256");
  for (let step = 0; step < 4; step++) {
    const { loss, accuracy } = session.measure();
    const held = session.evaluate();
    hash.update(Float64Array.of(loss, accuracy, held.loss, held.accuracy));
    session.update();
  }
  for (const { data } of Object.values(session.weights())) hash.update(data as Float32Array);
  session.dispose();
  return hash.digest("hex").slice(0, 16);
}

/** Made by kernels of tiles of four rows: how a product is cut into tiles changes no bit. */
const known: readonly [Size, Partial<RunConfigInput>, string][] = [
  [[2, 1, 1], {}, "d12e3f72c827efa3"],
  [[5, 8, 6], {}, "d9f924b0cd46c8ad"],
  [[9, 12, 47], {}, "4b0ea81e5b6de84a"],
  [[11, 70, 49], {}, "f8102fafcea1f1fd"],
  [[31, 133, 311], {}, "9877921290fa9569"],
  [[127, 64, 103], {}, "ca55fe1b985160ad"],
  [[13, 37, 55], { batchSize: 11, optimiser: { kind: "sgd" } }, "a9c272f0cac13e34"],
  [[17, 41, 98], { model: { activation: "relu" }, loss: "cross-entropy" }, "cc6edcb2f39920b7"],
  [[17, 23, 98], { model: { embedding: "shared" } }, "2c55bef5c998c2e7"],
  [[17, 23, 98], { model: { embedding: "shared", combine: "product" } }, "5f6e11ec2a6fbec5"],
];

test.each(known)("M, K, n = %j: the bits of other tiles", async (size, input, expected) => {
  expect(await digest(size, input)).toBe(expected);
});
