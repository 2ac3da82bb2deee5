import type { TaskShape } from "@grokscape/group-datasets";
import type { TransformerSpec } from "../spec/model.ts";
import type { Network } from "./network.ts";
import { moments, normalise } from "./normalise.ts";
import type { Named, Operations } from "./operations.ts";
import { pick, type Selection } from "./selection.ts";

/**
 * What every example has at a position: a row of its own, or the row of a table that it picks. All
 * that depends on one symbol alone is worked out on the table, once for each symbol.
 */
interface Rows<M, Input> {
  readonly table: M;
  readonly by?: Input;
}

/**
 * The network of a `TransformerSpec`. A sequence is a list, one for each position; there are only a
 * few, and only the last one is read, so the last block computes nothing for the others but what they
 * are asked for (keys and values).
 */
export function transformerNetwork<M, Input>(
  spec: TransformerSpec,
  { operands, vocabulary }: TaskShape,
  ops: Operations<M, Input>,
): Network<M, Input> {
  const { width, heads } = spec;
  const headWidth = width / heads;
  const plus = (a: M, b: M | undefined) => (b === undefined ? a : ops.add(a, b));
  const norm = (a: M, weights: Named<M>, name: string) =>
    normalise(ops, a, moments(ops, a, "columns"), weights, name);

  type R = Rows<M, Input>;
  const full = ({ table, by }: R): M => (by === undefined ? table : ops.select(table, by));
  const each = ({ table, by }: R, f: (a: M) => M): R => ({ table: f(table), by });

  /** Rows by rows f, which is symmetric and takes a single row for all; `equals` picks that of "=". */
  function pairwise(f: (a: M, b: M) => M, equals: Input): (a: R, b: R) => R {
    return (a, b) => {
      if (a.by === b.by || b.by === equals) return { table: f(a.table, b.table), by: a.by };
      if (a.by === equals) return { table: f(b.table, a.table), by: b.by };
      return { table: f(full(a), full(b)) };
    };
  }

  /** Token and position, the token "=" as the last row of W_E. */
  function embed(weights: Named<M>, inputs: readonly Input[]): R[] {
    return inputs.map((by, position) => {
      const [from, count] = position < operands ? [0, vocabulary] : [vocabulary, 1];
      const tokens = ops.rows(weights.W_E, from, count);
      return { table: ops.add(tokens, ops.rows(weights.W_pos, position, 1)), by };
    });
  }

  /** What each of the positions from `first` on receives from itself and those before it. */
  function attend(
    weights: Named<M>,
    layer: number,
    sequence: readonly R[],
    first: number,
    equals: Input,
  ): R[] {
    const add = pairwise(ops.add, equals);
    const times = pairwise(ops.times, equals);
    const project = (x: R, name: string) =>
      each(x, (a) => ops.product(a, weights[`${name}${layer}`]));
    const keys = sequence.map((x) => project(x, "W_K"));
    const values = sequence.map((x) => project(x, "W_V"));
    const ofHead = ops.constant(width, heads, membership(width, heads));
    const toHead = ops.constant(heads, width, membership(heads, width));
    const score = (products: M) =>
      ops.scale(ops.product(products, ofHead), 1 / Math.sqrt(headWidth));
    return sequence.slice(first).map((x, i) => {
      const seen = first + i + 1;
      if (seen === 1) return project(values[0], "W_O"); // to itself it attends wholly
      const query = project(x, "W_Q");
      const scores = keys.slice(0, seen).map((key) => each(times(key, query), score));
      const mixed = ops
        .softmax(scores.map(full))
        .map((share, s) => times({ table: ops.product(share, toHead) }, values[s]));
      return project(mixed.reduce(add), "W_O");
    });
  }

  function feedForward(weights: Named<M>, layer: number, x: M): M {
    const z = plus(ops.product(x, weights[`W_in${layer}`]), weights[`W_in${layer}.bias`]);
    const nodes = ops.activate(z, spec.activation);
    return plus(ops.product(nodes, weights[`W_out${layer}`]), weights[`W_out${layer}.bias`]);
  }

  /** A block, for the positions from `first` on. */
  function block(
    weights: Named<M>,
    layer: number,
    sequence: readonly R[],
    first: number,
    equals: Input,
  ): R[] {
    const add = pairwise(ops.add, equals);
    const normed = (when: "pre" | "post", x: M, name: string) =>
      spec.layerNorm === when ? norm(x, weights, `${name}${layer}`) : x;
    const read = sequence.map((x) => each(x, (a) => normed("pre", a, "attention")));
    return attend(weights, layer, read, first, equals).map((received, i) =>
      each(add(sequence[first + i], received), (sum) => {
        const x = normed("post", sum, "attention");
        const answer = feedForward(weights, layer, normed("pre", x, "mlp"));
        return normed("post", ops.add(x, answer), "mlp");
      }),
    );
  }

  function features(weights: Named<M>, inputs: readonly Input[]): M {
    const equals = inputs[operands];
    let sequence = embed(weights, inputs);
    for (let layer = 1; layer <= spec.layers; layer++) {
      const first = layer === spec.layers ? operands : 0;
      sequence = block(weights, layer, sequence, first, equals);
    }
    const last = full(sequence[0]);
    return spec.layerNorm === "pre" ? norm(last, weights, "top") : last;
  }

  return {
    selections(data): Selection[] {
      const symbols = Array.from({ length: operands }, (_, operand) =>
        pick(data, [operand], () => 0, vocabulary),
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
