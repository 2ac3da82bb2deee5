import { type Dataset, randomStream, shuffle } from "@grokscape/group-datasets";

/**
 * The examples that each step's update sees, a function of seed and step alone. A round goes through
 * all n examples, `size` a step, in an order of its own from the seed's "batches" stream; what is left
 * at its end makes a smaller batch. null, or size ≥ n: always `data` itself.
 */
export function batches(
  data: Dataset,
  size: number | null,
  seed: number,
): (step: number) => Dataset {
  if (size === null || size >= data.count) return () => data;
  const steps = Math.ceil(data.count / size);
  const orderOf = orders(data.count, seed);
  return (step) => {
    const from = (step % steps) * size;
    return rowsOf(data, orderOf(Math.floor(step / steps)).subarray(from, from + size));
  };
}

/** The order of each round's rows: its own shuffle, drawn after those of the rounds before it. */
function orders(count: number, seed: number): (round: number) => Uint32Array {
  let stream = randomStream(seed, "batches");
  let drawn = 0;
  let order = new Uint32Array(0);
  return (round) => {
    if (round < drawn - 1) {
      stream = randomStream(seed, "batches");
      drawn = 0;
    }
    for (; drawn <= round; drawn++) {
      order = Uint32Array.from({ length: count }, (_, row) => row);
      shuffle(order, stream);
    }
    return order;
  };
}

/** The given rows, in the given order. */
function rowsOf({ arity, operands, labels }: Dataset, rows: Uint32Array): Dataset {
  const chosen = new Uint16Array(rows.length * arity);
  rows.forEach((row, i) => {
    chosen.set(operands.subarray(row * arity, (row + 1) * arity), i * arity);
  });
  return {
    count: rows.length,
    arity,
    operands: chosen,
    labels: Uint16Array.from(rows, (row) => labels[row]),
  };
}

/** The examples from one to before another, in the same memory. */
export function slice({ arity, operands, labels }: Dataset, from: number, to: number): Dataset {
  return {
    count: to - from,
    arity,
    operands: operands.subarray(from * arity, to * arity),
    labels: labels.subarray(from, to),
  };
}
