import { characterTable } from "../characters/character-table.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { remembered } from "../group/remembered.ts";
import { adjoint, type ComplexMatrix, multiply, zeros } from "../numerics/complex-matrix.ts";
import { type Words, words } from "../structure/generators.ts";
import { type Irrep, irreps } from "./irreps.ts";
import { realBasis } from "./real-basis.ts";

/** An irreducible representation over the real numbers, by orthogonal matrices. */
export interface RealIrrep {
  /** Size of the matrices, D: the degree d of the complex irrep for type R, 2d for C and H. */
  readonly dimension: number;
  /** What commutes with it: the real numbers, the complex numbers or the quaternions. */
  readonly type: "R" | "C" | "H";
  /** How often it occurs in the real regular representation: d for R and C, d/2 for H. */
  readonly multiplicity: number;
  /** Rows of the character table whose irreps it is made of: for type C the row and its conjugate. */
  readonly rows: readonly number[];
  /** M × D × D: the matrix of element a begins at a·D², row-major. */
  readonly matrices: Float64Array;
}

/**
 * The irreducible representations over the real numbers, one of each class, as orthogonal matrices,
 * in the order of the first of their rows in the character table.
 */
export function realIrreps(group: FiniteGroup): readonly RealIrrep[] {
  return remembered(known, group, compute);
}

const known = new WeakMap<FiniteGroup, readonly RealIrrep[]>();

function compute(group: FiniteGroup): readonly RealIrrep[] {
  const all = irreps(group);
  const conjugates = conjugateRows(group);
  const elements = words(group);
  return all.flatMap((irrep, k): RealIrrep[] => {
    const d = irrep.degree;
    if (irrep.indicator === 1) {
      const matrices =
        d === 1 ? irrep.re : inBasis(irrep, realBasis(irrep, group.order), group, elements);
      return [{ dimension: d, type: "R", multiplicity: d, rows: [k], matrices }];
    }
    const dimension = 2 * d;
    const matrices = realified(irrep, group.order);
    if (irrep.indicator === -1) {
      return [{ dimension, type: "H", multiplicity: d / 2, rows: [k], matrices }];
    }
    if (conjugates[k] < k) return [];
    return [{ dimension, type: "C", multiplicity: d, rows: [k, conjugates[k]], matrices }];
  });
}

/** Row → the row of the conjugate character. */
function conjugateRows(group: FiniteGroup): number[] {
  const { degrees, indicators, classSizes, re, im } = characterTable(group);
  const count = classSizes.length;
  const isConjugate = (k: number, l: number): boolean => {
    if (degrees[k] !== degrees[l]) return false;
    for (let c = 0; c < count; c++) {
      const [i, j] = [k * count + c, l * count + c];
      if (Math.abs(re[i] - re[j]) + Math.abs(im[i] + im[j]) > 1e-6) return false;
    }
    return true;
  };
  const result = Array.from(degrees.keys());
  for (const k of degrees.keys()) {
    if (indicators[k] !== 0 || result[k] !== k) continue;
    const l = result.findIndex((_, other) => other > k && isConjugate(k, other));
    result[k] = l;
    result[l] = k;
  }
  return result;
}

/** [A −B; B A] for each matrix A + iB */
function realified({ degree: d, re, im }: Irrep, order: number): Float64Array {
  const D = 2 * d;
  const matrices = new Float64Array(order * D * D);
  for (let a = 0; a < order; a++) {
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const from = a * d * d + i * d + j;
        const at = a * D * D + i * D + j;
        matrices[at] = re[from];
        matrices[at + d] = -im[from];
        matrices[at + d * D] = im[from];
        matrices[at + d * D + d] = re[from];
      }
    }
  }
  return matrices;
}

/** Re U†ρ(a)U for every a: computed for generators, whose products the others are. */
function inBasis(
  { degree: d, re, im }: Irrep,
  basis: ComplexMatrix,
  { order, identity }: FiniteGroup,
  { generators, steps }: Words,
): Float64Array {
  const square = d * d;
  const back = adjoint(basis);
  const images = new Map(
    generators.map((g) => {
      const from = g * square;
      const image = zeros(d, d);
      image.re.set(re.subarray(from, from + square));
      image.im.set(im.subarray(from, from + square));
      return [g, multiply(back, multiply(image, basis)).re];
    }),
  );
  const matrices = new Float64Array(order * square);
  for (let i = 0; i < d; i++) matrices[identity * square + i * d + i] = 1;
  for (const { element, from, generator } of steps) {
    const right = images.get(generator) as Float64Array;
    for (let i = 0; i < d; i++) {
      const row = element * square + i * d;
      for (let k = 0; k < d; k++) {
        const x = matrices[from * square + i * d + k];
        for (let j = 0; j < d; j++) matrices[row + j] += x * right[k * d + j];
      }
    }
  }
  return matrices;
}
