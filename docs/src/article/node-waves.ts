import type { Tensors } from "@grokscape/models";

/** A hidden node as functions of the group's elements: one for each operand, one after the other. */
export type NodeWave = Float64Array;

/** What a network's nodes are read from: what they take from the symbols, or what they add to the answers. */
export type WaveSide = "symbols" | "answers";

export const sideOf = (weights: Tensors): WaveSide => (weights.W_U ? "answers" : "symbols");

/**
 * The nodes of the first layer by what they take from each symbol (with complex weights the real
 * part), those of a transformer's last block by what they add to each answer. Loudest first.
 *
 * @param order symbols of an operand, and answers
 */
export function nodeWaves(weights: Tensors, order: number, most: number): NodeWave[] {
  const waves = sideOf(weights) === "answers" ? intoAnswers(weights) : symbolWaves(weights, order);
  return waves
    .map((wave) => ({ wave, norm: Math.hypot(...wave) }))
    .sort((a, b) => b.norm - a.norm)
    .slice(0, most)
    .map(({ wave }) => wave);
}

/** What each node of the first layer takes from the symbols, in the order of the nodes. */
export function symbolWaves({ W, embedding, ...others }: Tensors, order: number): NodeWave[] {
  const [rows, nodes] = W!.shape as [number, number];
  const length = Math.max(rows, 2 * order); // where operands share W's rows, both are the same wave
  return Array.from({ length: nodes }, (_, node) => {
    const own = Float64Array.from({ length }, (_, at) => W!.data[(at % rows) * nodes + node]!);
    const wave = new Float64Array(length);
    for (let operand = 0; operand < length / order; operand++) {
      const table = embedding ?? others[`embedding${operand + 1}`];
      const part = own.subarray(operand * order, (operand + 1) * order);
      wave.set(table ? product(table, part) : part, operand * order);
    }
    return wave;
  });
}

/** What each node adds to every answer. Answers have no operands, so both halves are the same wave. */
function intoAnswers(weights: Tensors): NodeWave[] {
  const out = lastOut(weights);
  const U = weights.W_U!;
  const [nodes, width] = out.shape as [number, number];
  const classes = U.shape[1]!;
  return Array.from({ length: nodes }, (_, node) => {
    const wave = new Float64Array(2 * classes);
    for (let d = 0; d < width; d++) {
      const weight = out.data[node * width + d]!;
      for (let c = 0; c < classes; c++) wave[c]! += weight * U.data[d * classes + c]!;
    }
    wave.copyWithin(classes, 0, classes);
    return centred(wave);
  });
}

function lastOut(weights: Tensors): Tensors[string] {
  let blocks = 1;
  while (weights[`W_out${blocks + 1}`]) blocks++;
  return weights[`W_out${blocks}`]!;
}

/** Less its mean: to add the same to all answers changes no prediction. */
function centred(wave: NodeWave): NodeWave {
  const mean = wave.reduce((sum, value) => sum + value, 0) / wave.length;
  return wave.map((value) => value - mean);
}

function product({ shape, data }: Tensors[string], vector: Float64Array): Float64Array {
  const [rows, columns] = shape as [number, number];
  return Float64Array.from({ length: rows }, (_, row) =>
    vector.reduce((sum, value, column) => sum + value * data[row * columns + column]!, 0),
  );
}
