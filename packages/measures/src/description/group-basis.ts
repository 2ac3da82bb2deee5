import { type FiniteGroup, realIrreps } from "@grokscape/group-datasets";
import { dot, length } from "@grokscape/trainer/internal";

/**
 * An orthonormal basis of the real functions on a group in which each lies within one real irrep: the
 * entries of the irreps' matrices, as functions of the element, irrep by irrep, those that are
 * combinations of earlier ones left out. For Z_M these are cosines and sines.
 */
export function groupBasis(group: FiniteGroup): Float64Array[] {
  const { order } = group;
  const basis: Float64Array[] = [];
  for (const { dimension, matrices } of realIrreps(group)) {
    const square = dimension * dimension;
    const within = basis.length;
    for (let entry = 0; entry < square; entry++) {
      const f = Float64Array.from({ length: order }, (_, g) => matrices[g * square + entry]);
      const size = length(f);
      for (const other of basis.slice(within)) {
        const shared = dot(f, other);
        for (let g = 0; g < order; g++) f[g] -= shared * other[g];
      }
      const left = length(f);
      if (left < 1e-6 * size) continue;
      basis.push(f.map((value) => value / left));
    }
  }
  return basis;
}
