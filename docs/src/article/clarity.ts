import { cyclic, randomStream, uniform } from "@grokscape/group-datasets";
import {
  allPairs,
  backpropagatedGradient,
  type RealMatrix,
  ridgeSolution,
  targetDirection,
} from "@grokscape/theory";

const order = 7;
const width = 48;
const networks = 5;

/**
 * How clearly the lowest hidden layer of a random ReLU network hears the target, when the top layer
 * has fitted the data: the cosine of the gradient that reaches it and ỸỸᵀF̃, over five networks.
 */
export function clarity(layers: number, residual: boolean): number {
  let sum = 0;
  for (let seed = 1; seed <= networks; seed++) sum += clarityOf(layers, residual, seed);
  return sum / networks;
}

function clarityOf(layers: number, residual: boolean, seed: number): number {
  const stream = randomStream(seed, "monte-carlo");
  const random = (rows: number, scale: number): RealMatrix => ({
    rows,
    columns: width,
    data: Float64Array.from({ length: rows * width }, () => {
      let value = -6;
      for (let i = 0; i < 12; i++) value += uniform(stream);
      return scale * value;
    }),
  });
  const { labels, count, operands } = allPairs(cyclic(order));
  let below: RealMatrix = {
    rows: count,
    columns: 2 * order,
    data: new Float64Array(count * 2 * order),
  };
  for (let i = 0; i < count; i++) {
    below.data[i * 2 * order + operands[2 * i]!] = 1;
    below.data[i * 2 * order + order + operands[2 * i + 1]!] = 1;
  }
  const weights: RealMatrix[] = [];
  const before: RealMatrix[] = [];
  let lowest = below;
  for (let l = 0; l < layers; l++) {
    const W = random(below.columns, l === 0 ? 1 : Math.sqrt(2 / width));
    const z = product(below, W);
    const past = residual && l > 0 ? below.data : undefined;
    below = { ...z, data: z.data.map((value, i) => Math.max(0, value) + (past?.[i] ?? 0)) };
    weights.push(W);
    before.push(z);
    if (l === 0) lowest = below;
  }
  const fitted = { features: below, labels, classes: order };
  let gradient = backpropagatedGradient(fitted, ridgeSolution(fitted, 1));
  for (let l = layers - 1; l >= 1; l--) {
    const open = before[l]!.data;
    const gated = {
      ...gradient,
      data: gradient.data.map((value, i) => (open[i]! > 0 ? value : 0)),
    };
    const past = residual ? gradient.data : undefined;
    const sent = product(gated, transposed(weights[l]!));
    gradient = { ...sent, data: sent.data.map((value, i) => value + (past?.[i] ?? 0)) };
  }
  return cosine(gradient.data, targetDirection({ features: lowest, labels, classes: order }).data);
}

function product(a: RealMatrix, b: RealMatrix): RealMatrix {
  const data = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.data[i * a.columns + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++) {
        data[i * b.columns + j]! += factor * b.data[k * b.columns + j]!;
      }
    }
  }
  return { rows: a.rows, columns: b.columns, data };
}

function transposed({ rows, columns, data }: RealMatrix): RealMatrix {
  const result = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) result[j * rows + i] = data[i * columns + j]!;
  }
  return { rows: columns, columns: rows, data: result };
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, first, second] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    first += a[i]! ** 2;
    second += b[i]! ** 2;
  }
  return dot / Math.sqrt(first * second);
}
