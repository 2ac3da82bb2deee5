import type { Operations, Selection } from "@grokscape/models/network";
import { describe, expect, test } from "vitest";
import { matrix as plainMatrix, tape } from "../../../../models/src/reference/tape.ts";
import type { Picks } from "../../../src/engines/tape/emit.ts";
import { operandsOf, type Stretch } from "../../../src/engines/tape/instruction.ts";
import { type Matrix, matrix, readMatrix, writeMatrix } from "../../../src/engines/tape/matrix.ts";
import { place } from "../../../src/engines/tape/place.ts";
import { recorder } from "../../../src/engines/tape/record.ts";
import { reuseMemory } from "../../../src/engines/tape/reuse.ts";
import { type Level, schedule } from "../../../src/engines/tape/schedule.ts";
import { growTo, startKernels } from "../../../src/engines/wasm/kernels.ts";
import { type TapeKernels, tapeBinaries } from "../../../src/engines/wasm/tape/kernels.ts";
import { bytesOfProgram, writeProgram } from "../../../src/engines/wasm/tape/program.ts";

type Shape = readonly [rows: number, columns: number];

/** What is made of some matrices, one row or column of which may be repeated, and of a selection. */
interface Case {
  readonly name: string;
  readonly shapes: readonly Shape[];
  make<M, Input>(ops: Operations<M, Input>, inputs: readonly M[], picked: Input): M;
}

const plain = { shared: false, fast: false };
const { memory, kernels } = await startKernels<TapeKernels>(plain, tapeBinaries);

/** Numbers that repeat only after a long while, in [−1, 1]. */
const numbers = (count: number, seed: number) =>
  Float32Array.from({ length: count }, (_, i) => ((i * 7919 + seed * 104_729) % 2003) / 1001 - 1);

function selectionOf([tableRows]: Shape): Selection {
  const [count, perExample] = [29, 2];
  const indices = Uint32Array.from(
    { length: count * perExample },
    (_, i) => (i * i + 3) % tableRows,
  );
  return { count, perExample, tableRows, indices };
}

/** The result and the gradient of each input, by the definition. */
function defined({ shapes, make }: Case) {
  const ops = tape();
  const inputs = shapes.map(([rows, columns], i) =>
    plainMatrix(rows, columns, Float64Array.from(numbers(rows * columns, i))),
  );
  const result = make(ops, inputs, selectionOf(shapes[0]));
  ops.backward(result, numbers(result.value.length, 99));
  return [result.value, ...inputs.map(({ gradient }) => gradient)];
}

/** The same by the kernels. */
function byKernels({ shapes, make }: Case) {
  let end = kernels.FIRST_FREE.value;
  const take = (bytes: number) => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const lasting = (of: Matrix): Matrix => {
    of.stretch.at = take(of.stretch.bytes);
    return of;
  };
  const inputs = shapes.map(([rows, columns]) => ({
    ...lasting(matrix(rows, columns, true)),
    gradient: lasting(matrix(rows, columns, false)),
  }));
  const { indices, ...selection } = selectionOf(shapes[0]);
  const stretch = { bytes: indices.byteLength, at: take(indices.byteLength) };
  const picks: Picks = { ...selection, stretch };
  const ops = recorder(kernels);
  const result = make(ops, inputs, picks);
  const recorded = ops.instructions.length;
  const gradient = ops.backward(result, inputs);
  for (const one of ops.constants) lasting(one.matrix);
  const kept = [result.stretch, gradient.stretch];
  const reused = reuseMemory(ops.instructions, kernels, kept);
  const needed = (from: number, to?: number) =>
    schedule(reused.slice(from, to).filter((one) => one !== undefined));
  const [forward, backward] = [needed(0, recorded), needed(recorded)];
  const programs = [forward, backward].map((levels) => take(bytesOfProgram(levels)));
  kernels.plan(take(kernels.scratchBytes.value));
  growTo(memory, place([...forward, ...backward], end, kept));
  expectApart([...forward, ...backward]);

  const { buffer } = memory;
  new Uint32Array(buffer).set(indices, stretch.at / 4);
  for (const [i, input] of inputs.entries()) {
    writeMatrix(buffer, input, numbers(input.rows * input.columns, i));
  }
  for (const one of ops.constants) writeMatrix(buffer, one.matrix, one.values);
  const run = (at: number, levels: readonly Level[]) => {
    const lines = ({ overRows, lines }: Level[number]) => (overRows ? kernels.BLOCK.value : lines);
    const { from, to } = writeProgram(buffer, at, levels, lines);
    kernels.execute(from, to, true);
  };
  run(programs[0], forward);
  const value = readMatrix(buffer, result);
  writeMatrix(buffer, gradient, numbers(value.length, 99));
  run(programs[1], backward);
  return [value, ...inputs.map(({ gradient }) => readMatrix(buffer, gradient))];
}

/** What is in use at the same time shares no byte. */
function expectApart(levels: readonly Level[]): void {
  const lives = new Map<Stretch, { first: number; last: number }>();
  levels.forEach((level, now) => {
    for (const { stretch } of level
      .flatMap(({ instructions }) => instructions)
      .flatMap(operandsOf)) {
      lives.set(stretch, { first: lives.get(stretch)?.first ?? now, last: now });
    }
  });
  const all = [...lives];
  for (const [i, [one, life]] of all.entries()) {
    for (const [other, otherLife] of all.slice(i + 1)) {
      if (life.last < otherLife.first || otherLife.last < life.first) continue;
      const [a, b] = [one, other] as Required<Stretch>[];
      expect(a.at + a.bytes <= b.at || b.at + b.bytes <= a.at).toBe(true);
    }
  }
}

const sizes: readonly Shape[] = [
  [1, 1],
  [1, 9],
  [5, 1],
  [4, 8],
  [49, 13],
  [100, 70],
  [131, 17],
];

const cases = sizes.flatMap(([n, m]): Case[] => {
  const [full, row, column]: Shape[] = [
    [n, m],
    [1, m],
    [n, 1],
  ];
  const named = (name: string, shapes: readonly Shape[], make: Case["make"]): Case => ({
    name: `${name}, ${n} × ${m}`,
    shapes,
    make,
  });
  return [
    named("product", [full, [m, 11]], (ops, [a, b]) => ops.product(a, b)),
    named(
      "a deep product",
      [
        [3, 7 * n],
        [7 * n, m],
      ],
      (ops, [a, b]) => ops.product(a, b),
    ),
    named("a product with itself", [[m, m]], (ops, [a]) => ops.product(a, a)),
    named("add", [full, full], (ops, [a, b]) => ops.add(a, b)),
    named("add a row", [full, row], (ops, [a, b]) => ops.add(a, b)),
    named("add a column", [full, column], (ops, [a, b]) => ops.add(a, b)),
    named("times", [full, full], (ops, [a, b]) => ops.times(a, b)),
    named("times a row", [full, row], (ops, [a, b]) => ops.times(a, b)),
    named("times a column", [full, column], (ops, [a, b]) => ops.times(a, b)),
    named("a square", [full], (ops, [a]) => ops.times(a, a)),
    named("twice", [full], (ops, [a]) => ops.add(a, a)),
    named("scale", [full], (ops, [a]) => ops.scale(ops.scale(a, -1.5), 1)),
    named("mean over rows", [full], (ops, [a]) => ops.mean(a, "rows")),
    named("mean over columns", [full], (ops, [a]) => ops.mean(a, "columns")),
    named("inverse root", [full], (ops, [a]) => ops.inverseRoot(ops.times(a, a), 0.1)),
    named("select", [full], (ops, [a], picked) => ops.select(a, picked)),
    named("stack", [full, row, full], (ops, parts) => ops.stack(parts)),
    named("beside", [full, column, full], (ops, parts) => ops.beside(parts)),
    named("rows, one used twice", [[n + 4, m]], (ops, [a]) => {
      const some = ops.rows(a, 1, n + 2);
      return ops.add(ops.times(ops.rows(some, 1, n), ops.rows(a, 3, n)), ops.rows(a, 0, n));
    }),
    named("softmax", [full, full, full], (ops, parts) => {
      const shares = ops.softmax(parts);
      return ops.add(ops.times(shares[0], parts[1]), shares[2]);
    }),
    named("softmax of one", [full], (ops, [a]) => ops.softmax([a])[0]),
    named("softmax with a constant", [full], (ops, [a]) => {
      const zeros = ops.constant(n, m, new Float32Array(n * m));
      return ops.softmax([zeros, a])[1];
    }),
    named("a chain", [full, [m, m], row], (ops, [x, w, b]) => {
      const z = ops.add(ops.product(x, w), b);
      const y = ops.add(x, ops.activate(z, "silu"));
      const centred = ops.add(y, ops.scale(ops.mean(y, "columns"), -1));
      return ops.product(ops.times(centred, z), w);
    }),
    ...(
      ["quadratic", "relu", "relu2", "silu", "gelu", "linear", "power:4", "mixed:1,2"] as const
    ).map((activation) => named(activation, [full], (ops, [a]) => ops.activate(a, activation))),
  ];
});

describe("the kernels do what the definition says, forward and backward", () => {
  test.each(cases)("$name", (one) => {
    const seen = byKernels(one);
    for (const [i, right] of defined(one).entries()) {
      const off = Array.from(right, (value, at) => value - seen[i][at]);
      expect(Math.hypot(...off)).toBeLessThanOrEqual(1e-6 * Math.hypot(1, ...right));
    }
  });
});
