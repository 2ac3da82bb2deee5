import type { FiniteGroup } from "@grokscape/group-datasets";
import { type Tensor, type Tensors, type WeightLayout, weightLayout } from "@grokscape/models";
import type { NetworkSpec } from "../network-spec.ts";
import { groupBasis } from "./group-basis.ts";

/** Turns weights into other coordinates (+1), or back (−1). */
type Rotation = (weights: Tensors, direction: 1 | -1) => Tensors;

/**
 * Turns the functions on a group that an mlp has as weights into the basis of the group's irreps: for
 * each hidden node one for each operand, and one for the classes. Without a group all stays as it is.
 */
export function irrepRotation(
  { model, shape }: Pick<NetworkSpec, "model" | "shape">,
  group: FiniteGroup | undefined,
): Rotation {
  if (!group || model.kind !== "mlp") return (weights) => weights;
  const basis = groupBasis(group);
  const functions = new Map(
    weightLayout(model, shape).map((tensor) => [
      tensor.name,
      functionsIn(tensor, shape.operands, group.order),
    ]),
  );
  return (weights, direction) =>
    Object.fromEntries(
      Object.entries(weights).map(([name, tensor]) => {
        const found = functions.get(name);
        return [name, found ? eachFunction(tensor, basis, direction, found) : tensor];
      }),
    );
}

/** The functions on a group of this order that a tensor consists of; null if of none. */
function functionsIn(
  { role, shape: [rows, columns] }: WeightLayout,
  operands: number,
  order: number,
): Functions | null {
  if (role === "top" && columns === order) {
    return {
      count: rows,
      place: (node, g) => node * order + g,
      coordinate: (node, i) => node * order + i,
    };
  }
  if (role === "hidden" && rows === operands * order) {
    return {
      count: operands * columns,
      place: (f, g) => (Math.floor(f / columns) * order + g) * columns + (f % columns),
      // the operands' coordinates of one irrep side by side: features have both or none
      coordinate: (f, i) => (i * operands + Math.floor(f / columns)) * columns + (f % columns),
    };
  }
  return null;
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
