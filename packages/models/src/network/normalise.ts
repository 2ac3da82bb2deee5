import type { Named, Operations } from "./operations.ts";

/** What is added to a variance before it divides, as in PyTorch's norms. */
const epsilon = 1e-5;

/** Mean and variance of each column (one row each) or of each row (one column each). */
export interface Moments<M> {
  readonly mean: M;
  readonly variance: M;
}

type Arithmetic<M> = Pick<Operations<M, never>, "add" | "times" | "scale" | "mean" | "inverseRoot">;

export function moments<M>(ops: Arithmetic<M>, a: M, over: "rows" | "columns"): Moments<M> {
  const mean = ops.mean(a, over);
  const centred = ops.add(a, ops.scale(mean, -1));
  return { mean, variance: ops.mean(ops.times(centred, centred), over) };
}

/** (a − mean)/√(variance + ε), times a trained row, plus a trained row. */
export function normalise<M>(
  ops: Arithmetic<M>,
  a: M,
  { mean, variance }: Moments<M>,
  weights: Named<M>,
  name: string,
): M {
  const centred = ops.add(a, ops.scale(mean, -1));
  const standard = ops.times(centred, ops.inverseRoot(variance, epsilon));
  return ops.add(ops.times(standard, weights[`${name}.scale`]), weights[`${name}.shift`]);
}
