import {
  characterTable,
  type FiniteGroup,
  type Irrep,
  irreps,
  realIrreps,
} from "../../src/index.ts";
import { words } from "../../src/structure/generators.ts";

/** The largest deviation from each law that the irreps of a group must keep. */
export function deviations(group: FiniteGroup): Record<string, number> {
  const all = irreps(group);
  const squares = all.reduce((sum, { degree }) => sum + degree ** 2, 0);
  return {
    "Σd² = M": Math.abs(squares - group.order),
    homomorphism: Math.max(...all.map((irrep) => homomorphism(group, irrep, irrep.degree))),
    unitarity: Math.max(...all.map((irrep) => unitarity(group.order, irrep, irrep.degree))),
    character: Math.max(...all.map((irrep, k) => traces(group, irrep, k))),
    orthogonality: schurOrthogonality(group, all),
  };
}

interface Matrices {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** max |ρ(ag) − ρ(a)ρ(g)| over all a and the g of a generating set: then it holds for all. */
function homomorphism(group: FiniteGroup, { re, im }: Matrices, d: number): number {
  let worst = 0;
  for (const g of words(group).generators) {
    for (let a = 0; a < group.order; a++) {
      const product = group.multiply(a, g);
      for (let i = 0; i < d; i++) {
        for (let j = 0; j < d; j++) {
          let x = -re[(product * d + i) * d + j];
          let y = -im[(product * d + i) * d + j];
          for (let k = 0; k < d; k++) {
            const [p, q] = [(a * d + i) * d + k, (g * d + k) * d + j];
            x += re[p] * re[q] - im[p] * im[q];
            y += re[p] * im[q] + im[p] * re[q];
          }
          worst = Math.max(worst, Math.abs(x), Math.abs(y));
        }
      }
    }
  }
  return worst;
}

/** max |ρ(a)ρ(a)† − 1| over all a */
function unitarity(order: number, { re, im }: Matrices, d: number): number {
  let worst = 0;
  for (let a = 0; a < order; a++) {
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        let [x, y] = [i === j ? -1 : 0, 0];
        for (let k = 0; k < d; k++) {
          const [p, q] = [(a * d + i) * d + k, (a * d + j) * d + k];
          x += re[p] * re[q] + im[p] * im[q];
          y += im[p] * re[q] - re[p] * im[q];
        }
        worst = Math.max(worst, Math.abs(x), Math.abs(y));
      }
    }
  }
  return worst;
}

/** max |tr ρ(a) − χ(a)| */
function traces(group: FiniteGroup, { re, im, degree: d }: Irrep, k: number): number {
  const table = characterTable(group);
  let worst = 0;
  for (let a = 0; a < group.order; a++) {
    const at = k * table.classSizes.length + table.classOf[a];
    let [x, y] = [-table.re[at], -table.im[at]];
    for (let i = 0; i < d; i++) {
      x += re[(a * d + i) * d + i];
      y += im[(a * d + i) * d + i];
    }
    worst = Math.max(worst, Math.abs(x), Math.abs(y));
  }
  return worst;
}

/** Schur: √(d/M)·ρ_ij, over all irreps and entries, are an orthonormal basis of the functions. */
function schurOrthogonality(group: FiniteGroup, all: readonly Irrep[]): number {
  const M = group.order;
  const functions = all.flatMap(({ degree: d, re, im }) =>
    Array.from({ length: d * d }, (_, entry) => {
      const scale = Math.sqrt(d / M);
      const values = Float64Array.from({ length: 2 * M }, (_, i) =>
        i < M ? scale * re[i * d * d + entry] : scale * im[(i - M) * d * d + entry],
      );
      return values;
    }),
  );
  let worst = 0;
  for (const [i, f] of functions.entries()) {
    for (let j = 0; j <= i; j++) {
      const g = functions[j];
      let [x, y] = [i === j ? -1 : 0, 0];
      for (let a = 0; a < M; a++) {
        x += f[a] * g[a] + f[M + a] * g[M + a];
        y += f[M + a] * g[a] - f[a] * g[M + a];
      }
      worst = Math.max(worst, Math.abs(x), Math.abs(y));
    }
  }
  return worst;
}

/** The same laws for the real irreps, and Σ D·multiplicity = M. */
export function realDeviations(group: FiniteGroup): Record<string, number> {
  const all = realIrreps(group);
  const total = all.reduce((sum, { dimension, multiplicity }) => sum + dimension * multiplicity, 0);
  const complex = all.map(({ matrices, dimension }) => ({
    re: matrices,
    im: new Float64Array(matrices.length),
    dimension,
  }));
  return {
    "Σ D·multiplicity = M": Math.abs(total - group.order),
    homomorphism: Math.max(...complex.map((each) => homomorphism(group, each, each.dimension))),
    orthogonality: Math.max(...complex.map((each) => unitarity(group.order, each, each.dimension))),
  };
}
