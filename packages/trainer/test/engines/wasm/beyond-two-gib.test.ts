import type { TaskShape } from "@grokscape/group-datasets";
import { mlp } from "@grokscape/models";
import { expect, test } from "vitest";
import type { Instruction } from "../../../src/engines/tape/instruction.ts";
import {
  growTo,
  type Kernels,
  offsetOf,
  type Sizes,
  smallestMemory,
  startKernels,
} from "../../../src/engines/wasm/kernels.ts";
import { kernelMemory } from "../../../src/engines/wasm/memory.ts";
import { type TapeKernels, tapeBinaries } from "../../../src/engines/wasm/tape/kernels.ts";
import { bytesOfProgram, writeProgram } from "../../../src/engines/wasm/tape/program.ts";

/*
 * Memory is only reserved until it is touched: these reach beyond 2 GiB, where an address read as if
 * it had a sign is negative, and touch a few pages.
 */
const middle = 2 ** 31;

const plain = { shared: false, fast: false };

test("weights and examples that lie beyond are where the kernels look for them", async () => {
  const { memory, kernels } = await startKernels<Kernels>(plain);
  const shape: TaskShape = { operands: 2, vocabulary: 5, classes: 5 };
  const width = 70;
  const bytesOfW = 2 * 10 * kernels.SLICE.value * 4;
  const moments = Math.ceil(middle / bytesOfW);
  const plan: Sizes = [4, 3, 2, 10, width, 5, moments, false, false, 1, 0];
  const bytes = kernels.plan(...plan);
  expect(bytes).toBeGreaterThan(middle);
  growTo(memory, bytes);
  expect(kernels.V.value).toBeLessThan(0);
  expect(offsetOf(kernels.V)).toBeGreaterThan(middle);

  const held = {
    count: 3,
    arity: 2,
    operands: Uint16Array.of(0, 1, 2, 3, 4, 4),
    labels: Uint16Array.of(1, 2, 3),
  };
  const inside = kernelMemory(kernels, memory, shape, mlp({ width }));
  const W = {
    shape: [10, width],
    data: Float32Array.from({ length: 10 * width }, (_, i) => (i % 7) - 3),
  };
  const V = {
    shape: [width, 5],
    data: Float32Array.from({ length: width * 5 }, (_, i) => (i % 11) - 5),
  };
  inside.write("W", -1, W);
  inside.write("V", -1, V);
  expect(inside.read("V", -1)).toEqual(V);
  const { heldOutOperands, heldOutLabels } = kernels;
  inside.writeExamples(held, 0, 3, offsetOf(heldOutOperands), offsetOf(heldOutLabels));
  kernels.setNetwork(0, 1, 0, 0, 1, 1, false);
  expect(kernels.run(kernels.HELD_OUT.value, true)).not.toBe(0);

  let loss = 0;
  for (let row = 0; row < 3; row++) {
    const [a, b] = held.operands.subarray(2 * row);
    const output = [0, 1, 2, 3, 4].map((c) => {
      let sum = 0;
      for (let k = 0; k < width; k++) {
        sum += (W.data[a * width + k] + W.data[(5 + b) * width + k]) ** 2 * V.data[k * 5 + c];
      }
      return sum;
    });
    const mean = output.reduce((x, y) => x + y) / 5;
    output.forEach((o, c) => {
      loss += (o - mean - (c === held.labels[row] ? 1 : 0) + 1 / 5) ** 2;
    });
  }
  expect(inside.doubles[offsetOf(kernels.blockLosses) / 8] / loss).toBeCloseTo(1, 5);
});

test("a record that lies across 2 GiB is run to its end", async () => {
  const { memory, kernels } = await startKernels<TapeKernels>(plain, tapeBinaries);
  growTo(memory, middle + 2 * 65536);
  const clear = (at: number): Instruction => ({
    kernel: kernels.CLEAR.value,
    lines: 1,
    overRows: true,
    words: [at, 32],
  });
  const targets = [middle - 4096, middle + 4096, 8192];
  const levels = targets.map((at) => [{ lines: 1, overRows: true, instructions: [clear(at)] }]);
  const start = middle - 32; // two groups below, one beyond
  expect(bytesOfProgram(levels)).toBeGreaterThan(32);
  const { from, to } = writeProgram(memory.buffer, start, levels, () => 1);
  expect([from < middle, to > middle]).toEqual([true, true]);
  const floats = new Float32Array(memory.buffer);
  for (const at of targets) floats.fill(1, at / 4, at / 4 + 8);
  expect(kernels.execute(from, to, true)).toBe(1);
  for (const at of targets)
    expect([...floats.subarray(at / 4, at / 4 + 8)]).toEqual(Array(8).fill(0));
});

test("no memory is planned up to the last address", () => {
  const memory = smallestMemory(false);
  expect(() => growTo(memory, 2 ** 32 - 65535)).toThrow("WebAssembly ends at 4096 MB");
});
