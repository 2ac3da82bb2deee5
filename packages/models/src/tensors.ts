/** A tensor as plain data, row-major. float64 in the reference engine, float32 elsewhere. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** Named tensors, such as a network's weights or an optimiser's moments. Order is the order of creation. */
export type Tensors = Readonly<Record<string, Tensor>>;
