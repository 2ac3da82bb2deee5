import type { TaskShape } from "@grokscape/group-datasets";
import type { TransformerSpec } from "../spec/transformer.ts";
import type { Network } from "./network.ts";
import { moments, normalise } from "./normalise.ts";
import type { Named, Operations } from "./operations.ts";
import { pick, type Selection } from "./selection.ts";

/**
 * The network of a `TransformerSpec`. A sequence is a list of matrices, one for each position, with
 * an example a row: there are only a few positions, and only the last one is read, so the last
 * block computes nothing for the others but what they are asked for (keys and values).
 */
export function transformerNetwork<M, Input>(
  spec: TransformerSpec,
  { operands, vocabulary }: TaskShape,
  ops: Operations<M, Input>,
): Network<M, Input> {
  const { width, heads } = spec;
  const headWidth = width / heads;
  const plus = (a: M, b: M | undefined) => (b === undefined ? a : ops.add(a, b));
  const total = (parts: readonly M[]) => parts.reduce((a, b) => ops.add(a, b));
  const norm = (a: M, weights: Named<M>, name: string) =>
    normalise(ops, a, moments(ops, a, "columns"), weights, name);

  /** Token and position, the token "=" as the last row of W_E. */
  function embed(weights: Named<M>, inputs: readonly Input[]): M[] {
    return inputs.map((input, position) => {
      const table = position < operands ? weights.W_E : ops.rows(weights.W_E, vocabulary, 1);
      return ops.add(ops.select(table, input), ops.rows(weights.W_pos, position, 1));
    });
  }

  /** What each of the positions from `first` on receives from itself and those before it. */
  function attend(weights: Named<M>, layer: number, sequence: readonly M[], first: number): M[] {
    const keys = sequence.map((x) => ops.product(x, weights[`W_K${layer}`]));
    const values = sequence.map((x) => ops.product(x, weights[`W_V${layer}`]));
    const ofHead = ops.constant(width, heads, membership(width, heads));
    const toHead = ops.constant(heads, width, membership(heads, width));
    return sequence.slice(first).map((x, i) => {
      const query = ops.product(x, weights[`W_Q${layer}`]);
      const scores = keys
        .slice(0, first + i + 1)
        .map((key) =>
          ops.scale(ops.product(ops.times(key, query), ofHead), 1 / Math.sqrt(headWidth)),
        );
      const mixed = ops
        .softmax(scores)
        .map((share, s) => ops.times(ops.product(share, toHead), values[s]));
      return ops.product(total(mixed), weights[`W_O${layer}`]);
    });
  }

  function feedForward(weights: Named<M>, layer: number, x: M): M {
    const z = plus(ops.product(x, weights[`W_in${layer}`]), weights[`W_in${layer}.bias`]);
    const nodes = ops.activate(z, spec.activation);
    return plus(ops.product(nodes, weights[`W_out${layer}`]), weights[`W_out${layer}.bias`]);
  }

  /** A block, for the positions from `first` on. */
  function block(weights: Named<M>, layer: number, sequence: readonly M[], first: number): M[] {
    const normed = (when: "pre" | "post", x: M, name: string) =>
      spec.layerNorm === when ? norm(x, weights, `${name}${layer}`) : x;
    const read = sequence.map((x) => normed("pre", x, "attention"));
    return attend(weights, layer, read, first).map((received, i) => {
      const x = normed("post", ops.add(sequence[first + i], received), "attention");
      const answer = feedForward(weights, layer, normed("pre", x, "mlp"));
      return normed("post", ops.add(x, answer), "mlp");
    });
  }

  function features(weights: Named<M>, inputs: readonly Input[]): M {
    let sequence = embed(weights, inputs);
    for (let layer = 1; layer <= spec.layers; layer++) {
      sequence = block(weights, layer, sequence, layer === spec.layers ? operands : 0);
    }
    const [last] = sequence;
    return spec.layerNorm === "pre" ? norm(last, weights, "top") : last;
  }

  return {
    selections(data): Selection[] {
      const symbols = Array.from({ length: operands }, (_, operand) =>
        pick(data, [operand], () => 0, vocabulary + 1),
      );
      const equals = { count: data.count, perExample: 1, tableRows: 1 };
      return [...symbols, { ...equals, indices: new Uint32Array(data.count) }];
    },
    features,
    logits: (weights, inputs) =>
      ops.scale(ops.product(features(weights, inputs), weights.W_U), spec.outputScale),
    moments: () => [],
  };
}

/** 1 where a column of the model and a head belong together: of rows × columns one side is the heads'. */
function membership(rows: number, columns: number): Float64Array {
  const heads = Math.min(rows, columns);
  const headWidth = Math.max(rows, columns) / heads;
  const ones = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const [head, column] = rows === heads ? [i, j] : [j, i];
      if (Math.floor(column / headWidth) === head) ones[i * columns + j] = 1;
    }
  }
  return ones;
}
