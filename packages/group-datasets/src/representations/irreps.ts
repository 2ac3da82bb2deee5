import type { Origin } from "../characters/character.ts";
import { type CharacterTable, describedCharacters } from "../characters/character-table.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { remembered } from "../group/remembered.ts";
import {
  adjoint,
  type ComplexMatrix,
  complexArray,
  multiply,
  multiplyInto,
  zeros,
} from "../numerics/complex-matrix.ts";
import { orthonormalColumns } from "../numerics/orthonormal.ts";
import { type Words, words } from "../structure/generators.ts";
import { induced } from "./monomial.ts";
import { oneCopy } from "./one-copy.ts";

/** Frobenius–Schur indicator: 1 (real), 0 (complex) or −1 (quaternionic). */
export type Indicator = 1 | 0 | -1;

/** An irreducible representation over the complex numbers, by unitary matrices. */
export interface Irrep {
  /** Size of the matrices, d. */
  readonly degree: number;
  readonly indicator: Indicator;
  /** Real parts, M × d × d: the matrix of element a begins at a·d², row-major. */
  readonly re: Float64Array;
  /** Imaginary parts, likewise. */
  readonly im: Float64Array;
}

/**
 * The irreducible representations of a group, one of each class, as unitary matrices, from its
 * Cayley table alone, the same bits in every engine; irrep k has the character in row k of the
 * character table. All matrices together take 16·M² bytes, which is 1 GB for the largest groups.
 *
 * The irreps of a metabelian group are induced from linear characters, and monomial: entries are 0 or
 * roots of unity. Others are cut out of the representation induced from a linear character of an
 * abelian subgroup, chosen so that the irrep occurs in it as few times as possible: by Frobenius
 * reciprocity as often as the linear character does in the irrep (Dixon, Constructing representations
 * of finite groups, DIMACS Series 11, 1993).
 */
export function irreps(group: FiniteGroup): readonly Irrep[] {
  return remembered(known, group, compute);
}

const known = new WeakMap<FiniteGroup, readonly Irrep[]>();

function compute(group: FiniteGroup): readonly Irrep[] {
  const { table, origins } = describedCharacters(group);
  const elements = words(group);
  return Array.from(table.degrees, (degree, k) => ({
    degree,
    indicator: table.indicators[k] as Indicator,
    ...(degree === 1 ? scalars(table, k) : matrices(group, elements, table, k, origins[k])),
  }));
}

function scalars({ classOf, classSizes, re: all, im: allIm }: CharacterTable, k: number) {
  const row = k * classSizes.length;
  return {
    re: Float64Array.from(classOf, (c) => all[row + c]),
    im: Float64Array.from(classOf, (c) => allIm[row + c]),
  };
}

function matrices(
  group: FiniteGroup,
  { generators, steps }: Words,
  table: CharacterTable,
  k: number,
  { linear, multiplicity }: Origin,
) {
  const d = table.degrees[k];
  const whole = induced(group, linear);
  if (whole.degree === d) return whole.matrices();
  const copies = orthonormalColumns(whole.projector(table, k), multiplicity * d);
  const basis = multiplicity === 1 ? copies : oneCopy(whole, linear, copies, d);

  const back = adjoint(basis);
  const image = (g: number): ComplexMatrix => {
    const moved = zeros(whole.degree, d);
    const [v, gv] = [complexArray(whole.degree), complexArray(whole.degree)];
    for (let j = 0; j < d; j++) {
      for (let i = 0; i < whole.degree; i++) {
        v.re[i] = basis.re[i * d + j];
        v.im[i] = basis.im[i * d + j];
      }
      whole.apply(g, v, gv);
      for (let i = 0; i < whole.degree; i++) {
        moved.re[i * d + j] = gv.re[i];
        moved.im[i * d + j] = gv.im[i];
      }
    }
    return multiply(back, moved);
  };

  const images = new Map(generators.map((g) => [g, image(g)]));
  const all = zeros(group.order * d, d);
  for (let i = 0; i < d; i++) all.re[group.identity * d * d + i * d + i] = 1;
  for (const { element, from, generator } of steps) {
    const right = images.get(generator) as ComplexMatrix;
    multiplyInto(all, element * d * d, all, from * d * d, right, 0, [d, d, d]);
  }
  return { re: all.re, im: all.im };
}
