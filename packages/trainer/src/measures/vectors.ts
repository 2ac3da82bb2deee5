import type { Tensor, Tensors } from "@grokscape/models";

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

export function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i] * v[i];
  return sum;
}

/** Euclidean length. */
export const length = (u: ArrayLike<number>): number => Math.sqrt(dot(u, u));
