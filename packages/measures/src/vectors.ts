import { InputError } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import { checkFinite } from "./check.ts";

/** All entries of all tensors, in their order, as one vector. */
export function flatten(tensors: Tensors): Float64Array {
  const all = Object.values(tensors);
  const vector = new Float64Array(all.reduce((length, { data }) => length + data.length, 0));
  let at = 0;
  for (const { data } of all) {
    vector.set(data, at);
    at += data.length;
  }
  return vector;
}

/**
 * A gradient as one vector, in the order of the weights.
 *
 * @throws InputError if it has not the weights' tensors, or a number that is not finite
 */
export function flattenGradient(gradients: Tensors, weights: Tensors): Float64Array {
  const names = Object.keys(weights);
  for (const name of names) {
    const size = gradients[name]?.data.length ?? 0;
    if (size === weights[name].data.length) continue;
    throw new InputError(
      `the objective's gradient has ${size} numbers of ${name}, of which there are ${weights[name].data.length}`,
      "its tensors are named and shaped as the weights",
    );
  }
  const gradient = flatten(Object.fromEntries(names.map((name) => [name, gradients[name]])));
  checkFinite("the objective's gradient", gradient);
  return gradient;
}

/** Such a vector as tensors again, shaped like `tensors`; they share its memory. */
export function unflatten(vector: Float64Array, tensors: Tensors): Tensors {
  let at = 0;
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, data }]): [string, Tensor] => {
      const part = vector.subarray(at, at + data.length);
      at += data.length;
      return [name, { shape, data: part }];
    }),
  );
}
