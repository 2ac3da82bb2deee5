import { randomStream, uniform } from "@grokscape/group-datasets";
import { fromRows, type RealMatrix, topLayerFlow } from "@grokscape/theory";

/** Numbers about normal: sums of 12 uniform ones. */
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

/** Twelve samples of three classes, and five features. */
export const example = {
  features: matrix(12, 5, 1),
  labels: Array.from({ length: 12 }, (_, i) => i % 3),
  classes: 3,
};

export function product(a: RealMatrix, b: RealMatrix): RealMatrix {
  const data = new Float64Array(a.rows * b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      for (let j = 0; j < b.columns; j++) {
        data[i * b.columns + j]! += a.data[i * a.columns + k]! * b.data[k * b.columns + j]!;
      }
    }
  }
  return { rows: a.rows, columns: b.columns, data };
}

export const apart = (a: RealMatrix, b: RealMatrix) =>
  norm(a.data.map((value, i) => value - b.data[i]!));

/** How fast ‖G_F(t) − G_F(∞)‖ falls at that time. */
export function settlingRate(weightDecay: number, time: number): readonly [number, number] {
  const flow = topLayerFlow(example, matrix(5, 3, 2), weightDecay);
  const end = flow.gradient(1e6);
  const later = time + 0.05;
  const distance = (t: number) => apart(flow.gradient(t), end);
  return [Math.log(distance(time) / distance(later)) / (later - time), flow.rate];
}

/** E over two normal numbers of correlation ρ, by a sum on a grid. */
export function expectation(rho: number, of: (u: number, v: number) => number): number {
  const across = Math.sqrt(1 - rho * rho);
  const step = 0.1;
  let sum = 0;
  for (let u = -8; u <= 8; u += step) {
    for (let z = -8; z <= 8; z += step) {
      sum += of(u, rho * u + across * z) * Math.exp(-(u * u + z * z) / 2);
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

/** Two nodes whose features stand at an angle, in degrees, beside a third. */
export function twoNodes(degrees: number): RealMatrix {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return fromRows([
    [1, c, 0],
    [-1, -c, 0],
    [0, s, 0],
    [0, -s, 0],
    [0, 0, 1],
    [0, 0, -1],
  ]);
}

const transposed = ({ rows, columns, data }: RealMatrix) =>
  Float64Array.from(
    { length: rows * columns },
    (_, i) => data[(i % rows) * columns + Math.floor(i / rows)]!,
  );

/** By iteration. */
function largestEigenvalue(a: RealMatrix): number {
  let v: RealMatrix = { rows: a.columns, columns: 1, data: new Float64Array(a.columns).fill(1) };
  let size = 0;
  for (let i = 0; i < 300; i++) {
    v = product(a, v);
    size = norm(v.data);
    v = { ...v, data: v.data.map((value) => value / size) };
  }
  return size;
}

export const largestSingular = (a: RealMatrix) =>
  Math.sqrt(
    largestEigenvalue(product({ rows: a.columns, columns: a.rows, data: transposed(a) }, a)),
  );
