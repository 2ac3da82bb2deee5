import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { dot, largest, length } from "../algebra/vectors.ts";

/**
 * How far each tensor has turned: 1 − cos of the angle between before and after, by name; what is not
 * finite shows in it.
 *
 * @throws InputError if a tensor is missing from `after`, or has another size there
 */
export function turns(before: Tensors, after: Tensors): Record<string, number> {
  return Object.fromEntries(
    Object.entries(before).map(([name, { data }]) => {
      const other = after[name]?.data;
      if (other?.length !== data.length) {
        throw new InputError(
          `${name} has ${data.length} entries in one network and ${other?.length ?? "none"} in the other`,
          "compare checkpoints of one run",
        );
      }
      return [name, distance(data, other)];
    }),
  );
}

function distance(u: ArrayLike<number>, v: ArrayLike<number>): number {
  const [ofU, ofV] = [length(u), length(v)];
  if (ofU === 0 || ofV === 0) return ofU === ofV ? 0 : 1;
  const products = ofU * ofV;
  if (products > 1e-280 && products < Infinity) return 1 - dot(u, v) / products;
  const [a, b] = [u, v].map((vector) => {
    const scale = largest(vector);
    return Float64Array.from(vector, (value) => value / scale);
  });
  return 1 - dot(a, b) / (length(a) * length(b));
}
