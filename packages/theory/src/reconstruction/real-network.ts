import { type FiniteGroup, type RealIrrep, realIrreps } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { matrixCoefficient } from "../energy/feature-maximum.ts";
import { aGroup } from "../input/kinds.ts";
import {
  fromRows,
  gram,
  type RealMatrix,
  solvePositive,
  transpose,
} from "../numerics/real-matrix.ts";
import { dot } from "../numerics/vectors.ts";

/** Weights of the two-layer network Ŷ = (XW)²V. */
export interface QuadraticNetwork {
  /** W, 2M × K. */
  readonly hidden: RealMatrix;
  /** V, K × M. */
  readonly top: RealMatrix;
}

/**
 * Real weights that solve a group's multiplication table without any training, and answer the
 * centred one-hot target exactly (Theorem 3 over the reals, erratum 6).
 *
 * For a real irrep ρ and a matrix entry ρ_ij, the nodes [ρ_il; ρ_lj] for every l give
 * Σ_l (ρ_il(g) + ρ_lj(h))² = 2 + 2·ρ_ij(gh). That takes D³/e nodes for each irrep, e = 1, 2, 4 for
 * type R, C, H: 4 a frequency on Z_M. Centred, these alone give Ỹ = F̃V; one last node, constant,
 * takes the 2s off, so that Ŷ = FV answers with no centring.
 */
export function realReconstruction(group: FiniteGroup): QuadraticNetwork {
  mustBe("group", aGroup, group);
  const { order } = group;
  const nodes: Float64Array[] = [];
  const answers: Float64Array[] = [];
  const constant = new Float64Array(order);
  for (const irrep of realIrreps(group).slice(1)) {
    const entries = independentEntries(irrep, order);
    const duals = dualFunctions(entries.map(({ values }) => values));
    for (const [k, { row, column }] of entries.entries()) {
      const answer = duals[k].map((value) => value / 2);
      for (let l = 0; l < irrep.dimension; l++) {
        const w = new Float64Array(2 * order);
        w.set(entry(irrep, order, row, l));
        w.set(entry(irrep, order, l, column), order);
        nodes.push(w);
        answers.push(answer);
      }
      for (let h = 0; h < order; h++) constant[h] -= duals[k][h];
    }
  }
  nodes.push(new Float64Array(2 * order).fill(1, 0, order));
  answers.push(constant);
  return { hidden: transpose(fromRows(nodes)), top: fromRows(answers) };
}

interface Entry {
  readonly row: number;
  readonly column: number;
  /** ρ_ij(g) for each element g. */
  readonly values: Float64Array;
}

/**
 * A basis of the functions that are matrix entries of a real irrep: all entries of D/e rows. Of the
 * rows left, the next is the one that reaches farthest out of those taken.
 */
function independentEntries(irrep: RealIrrep, order: number): Entry[] {
  const { dimension } = irrep;
  const e = { R: 1, C: 2, H: 4 }[irrep.type];
  const chosen: Entry[] = [];
  const basis: Float64Array[] = [];
  const left = new Set(Array.from({ length: dimension }, (_, i) => i));
  for (let taken = 0; taken < dimension / e; taken++) {
    let best = { row: -1, norm: 0 };
    for (const row of left) {
      const norm = Math.hypot(...beyond(entry(irrep, order, row, 0), basis));
      if (norm > best.norm) best = { row, norm };
    }
    const { row } = best;
    left.delete(row);
    for (let column = 0; column < dimension; column++) {
      const values = entry(irrep, order, row, column);
      chosen.push({ row, column, values });
      const rest = beyond(values, basis);
      const norm = Math.hypot(...rest);
      basis.push(rest.map((value) => value / norm));
    }
  }
  return chosen;
}

function entry(irrep: RealIrrep, order: number, row: number, column: number): Float64Array {
  const unit = (i: number) => new Float64Array(irrep.dimension).fill(1, i, i + 1);
  return matrixCoefficient(irrep, order, unit(row), unit(column));
}

/** What of f lies outside the span of an orthonormal basis. */
function beyond(f: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = f.slice();
  for (const direction of basis) {
    const along = dot(direction, rest);
    for (let i = 0; i < rest.length; i++) rest[i] -= along * direction[i];
  }
  return rest;
}

/** Functions f* in the same span with Σ_k f_k(a)·f*_k(b) the projector to it. */
function dualFunctions(functions: readonly Float64Array[]): Float64Array[] {
  const rows = fromRows(functions);
  const { columns, data } = solvePositive(gram(transpose(rows)), rows);
  return functions.map((_, k) => data.slice(k * columns, (k + 1) * columns));
}
