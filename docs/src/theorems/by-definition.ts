import { randomStream, uniform } from "@grokscape/group-datasets";
import { fromRows, type RealMatrix, topLayerFlow } from "@grokscape/theory";
import { Matrix, SingularValueDecomposition } from "ml-matrix";

/*
 * What the checks compute without the theory's own functions, and what they compute it of.
 */

/** Numbers that are all but standard normal: sums of 12 uniform ones. */
export function normals(seed: number, count: number): Float64Array {
  const stream = randomStream(seed, "monte-carlo");
  return Float64Array.from({ length: count }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform(stream);
    return sum;
  });
}

export const matrix = (rows: number, columns: number, seed: number): RealMatrix => ({
  rows,
  columns,
  data: normals(seed, rows * columns),
});

export const norm = (values: ArrayLike<number>) => Math.hypot(...Array.from(values));

export const cosine = (u: ArrayLike<number>, v: ArrayLike<number>) =>
  Array.from(u).reduce((sum, value, i) => sum + value * v[i]!, 0) / (norm(u) * norm(v));

/** Twelve samples of three classes, and five features. */
export const example = {
  features: matrix(12, 5, 1),
  labels: Array.from({ length: 12 }, (_, i) => i % 3),
  classes: 3,
};

const toMl = ({ rows, columns, data }: RealMatrix) =>
  Matrix.from1DArray(rows, columns, Array.from(data));

export const product = (a: RealMatrix, b: RealMatrix): RealMatrix =>
  fromRows(toMl(a).mmul(toMl(b)).to2DArray());

export const largestSingularValue = (a: RealMatrix): number =>
  new SingularValueDecomposition(toMl(a)).norm2;

/** ‖A − B‖ */
export const distance = (a: RealMatrix, b: RealMatrix) =>
  norm(a.data.map((value, i) => value - b.data[i]!));

/** The rate at which ‖G_F(t) − G_F(∞)‖ falls at t = ½, and the rate that the theory gives. */
export function settlingRate(weightDecay: number): readonly [number, number] {
  const flow = topLayerFlow(example, matrix(5, 3, 2), weightDecay);
  const end = flow.gradient(1e6);
  const left = (time: number) => distance(flow.gradient(time), end);
  return [Math.log(left(0.5) / left(0.55)) / 0.05, flow.rate];
}

/** E[f(u, v)] over two standard normal numbers of correlation ρ, by a sum on a grid. */
export function expectation(rho: number, f: (u: number, v: number) => number): number {
  const across = Math.sqrt(1 - rho * rho);
  const step = 0.1;
  let sum = 0;
  for (let u = -8; u <= 8; u += step) {
    for (let z = -8; z <= 8; z += step) {
      sum += f(u, rho * u + across * z) * Math.exp(-(u * u + z * z) / 2);
    }
  }
  return (sum * step * step) / (2 * Math.PI);
}

/** The normalised Hermite polynomial of that degree. */
export function hermite(degree: number, x: number): number {
  let [before, now] = [0, 1];
  for (let l = 0; l < degree; l++) {
    [before, now] = [now, (x * now - Math.sqrt(l) * before) / Math.sqrt(l + 1)];
  }
  return now;
}

/** The chance that n random cells of an M × M table leave out the row of a cell that is not shown. */
export function missed(order: number, count: number): number {
  let chance = 1;
  for (let i = 0; i < count; i++) chance *= (order ** 2 - order - i) / (order ** 2 - 1 - i);
  return chance;
}
