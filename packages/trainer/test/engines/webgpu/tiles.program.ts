import { nodeGpu } from "@grokscape/trainer/node";
import { board, findCard } from "../../../src/engines/webgpu/card.ts";
import { kernelShaders } from "../../../src/engines/webgpu/kernels.ts";

/* How far the product of each tile is from the plain one, in one part and in two, a line each. */
const [rows, columns, terms] = [131, 136, 133];
const card = await findCard((await nodeGpu()) as GPU);
const values = (count: number, seed: number) =>
  Float32Array.from({ length: count }, (_, i) => (((i + seed) * 7919) % 1009) / 1009 - 0.5);
const [a, b] = [values(rows * terms, 1), values(terms * columns, 2)];
const right = (m: number, n: number) => {
  let sum = 0;
  for (let k = 0; k < terms; k++) sum += a[m * terms + k] * b[k * columns + n];
  return sum;
};

/** Rows padded to a stride, with numbers in between that must not be read. */
function padded(from: Float32Array, width: number, stride: number): Float32Array {
  const to = new Float32Array((from.length / width) * stride).fill(Number.NaN);
  for (let i = 0; i < from.length; i++) to[Math.floor(i / width) * stride + (i % width)] = from[i];
  return to;
}
const transposed = Float32Array.from(
  { length: terms * rows },
  (_, i) => a[(i % rows) * terms + Math.floor(i / rows)],
);
const panels = Float32Array.from({ length: terms * columns }, (_, i) => {
  const [panel, term] = [Math.floor(i / (8 * terms)), Math.floor((i % (8 * terms)) / 8)];
  return b[term * columns + 8 * panel + (i % 8)];
});

const wide = 136;
const at = { c: 256, a: 256 + 8 * rows * columns, b: 256 + 8 * rows * columns + 4 * wide * wide };
for (const kind of ["rows", "columns"] as const) {
  for (const side of [32, 64, 128]) {
    for (const parts of [1, 2]) {
      const entry = `${kind}${side}`;
      const shaders = { [entry]: kernelShaders[entry] };
      const sizes = { memory: at.b + 4 * wide * wide, indices: 4, wordsOfPrograms: 1 };
      const on = await board(card, shaders, sizes);
      on.write(
        "memory",
        at.a,
        kind === "rows" ? padded(a, terms, wide) : padded(transposed, rows, wide),
      );
      on.write("memory", at.b, kind === "rows" ? panels : b);
      const part = parts === 1 ? 192 : 128;
      const words =
        kind === "rows"
          ? [rows, at.c, 4 * columns, at.a, 4 * wide, at.b, columns / 8, terms, 0, part]
          : [
              0,
              at.c,
              4 * columns,
              at.a,
              4 * wide,
              at.b,
              4 * columns,
              terms,
              rows,
              columns,
              0,
              part,
            ];
      const groups = [Math.ceil(columns / side), Math.ceil(rows / side), parts] as const;
      on.run(await on.program([words], [{ entry, groups }]));
      const made = new Float32Array(await on.read(at.c, 4 * parts * rows * columns));
      let off = 0;
      for (let i = 0; i < rows * columns; i++) {
        const sum = made[i] + (parts === 2 ? made[rows * columns + i] : 0);
        off = Math.max(off, Math.abs(sum - right(Math.floor(i / columns), i % columns)));
      }
      on.dispose();
      console.log(JSON.stringify({ name: `${entry}, ${parts}`, off }));
    }
  }
}
process.exit(0);
