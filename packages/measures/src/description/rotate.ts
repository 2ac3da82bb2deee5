import type { FiniteGroup } from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";
import { groupBasis } from "./group-basis.ts";

/** Turns a weight tensor into other coordinates (+1), or back (−1). */
export type Rotation = (name: string, tensor: Tensor, direction: 1 | -1) => Tensor;

/** Leaves everything as it is. */
export const noRotation: Rotation = (_name, tensor) => tensor;

/**
 * The functions on a group that a network has as weights, in the basis of its irreps: for each hidden
 * node one for each operand (W, operands·M × K), and one for the classes (V, K × M).
 */
export function irrepRotation(group: FiniteGroup): Rotation {
  const { order } = group;
  const basis = groupBasis(group);
  return (name, tensor, direction) => {
    const [rows, columns] = tensor.shape;
    const [layer] = name.split(".");
    if (layer === "V" && columns === order) {
      return eachFunction(tensor, basis, direction, {
        count: rows,
        place: (node, g) => node * order + g,
        coordinate: (node, i) => node * order + i,
      });
    }
    if (layer === "W" && rows % order === 0) {
      const operands = rows / order;
      return eachFunction(tensor, basis, direction, {
        count: operands * columns,
        place: (f, g) => (Math.floor(f / columns) * order + g) * columns + (f % columns),
        // the operands' coordinates of one irrep side by side: features have both or none
        coordinate: (f, i) => (i * operands + Math.floor(f / columns)) * columns + (f % columns),
      });
    }
    return tensor;
  };
}

interface Functions {
  readonly count: number;
  /** Where function f has its value at g, in the tensor. */
  place(f: number, g: number): number;
  /** Where it has its i-th coordinate, in the rotated tensor. */
  coordinate(f: number, i: number): number;
}

function eachFunction(
  { shape, data }: Tensor,
  basis: readonly Float64Array[],
  direction: 1 | -1,
  { count, place, coordinate }: Functions,
): Tensor {
  const rotated = new Float64Array(data.length);
  for (let f = 0; f < count; f++) {
    for (const [i, vector] of basis.entries()) {
      const at = coordinate(f, i);
      for (let g = 0; g < vector.length; g++) {
        if (direction === 1) rotated[at] += vector[g] * data[place(f, g)];
        else rotated[place(f, g)] += vector[g] * data[at];
      }
    }
  }
  return { shape, data: rotated };
}
