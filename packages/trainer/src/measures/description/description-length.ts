import { type Dataset, type FiniteGroup, InputError } from "@grokscape/group-datasets";
import { portableLog, type Tensor, type Tensors } from "@grokscape/models";
import { evaluate, type NetworkSpec } from "../network-spec.ts";
import { irrepRotation, noRotation } from "./rotate.ts";
import {
  decodeWeights,
  encodeRotated,
  type Fineness,
  rotateAll,
  rounded,
  stepOf,
} from "./weight-code.ts";

/** How short a network can be written. */
export interface DescriptionLength {
  /** 8 for each byte of the code. */
  readonly bits: number;
  readonly bitsPerWeight: number;
  /** The weights as `decodeWeights` reads them. */
  readonly bytes: Uint8Array;
  readonly fineness: Fineness;
  /** Share of the data that the network answers right: of the given weights, and of the decoded. */
  readonly accuracy: { readonly before: number; readonly after: number };
  /** What the labels of the data themselves would take: n·log₂(classes) bits. */
  readonly labelBits: number;
}

/** Steps for all tensors at once that the search begins from, finer than the coarsest that hold. */
const starts = [0, 2, 4, 6];

/**
 * Description length: the bits of the shortest code found for the weights that keeps the network's
 * accuracy on the data. Each tensor is rounded as coarsely as the accuracy allows, and what is left is
 * arithmetically coded; an upper bound of what the weights' information is (Rissanen 1978; Hinton &
 * van Camp 1993). A network that has generalised is shorter than one that has memorised: it needs
 * fewer digits, and in the basis of the irreps most of its coordinates are zero.
 *
 * Costs some 50 evaluations of the data.
 *
 * @param data whose accuracy is to stay, such as the training set
 * @param group the group whose irreps may be used by the code, where the network multiplies in it
 * @throws InputError for a weight that is not finite
 */
export function descriptionLength(
  spec: NetworkSpec,
  weights: Tensors,
  data: Dataset,
  group?: FiniteGroup,
): DescriptionLength {
  const rotation = group ? irrepRotation(group) : noRotation;
  const rotated = rotateAll(rotation, weights, 1);
  const names = Object.keys(weights);
  const before = evaluate(spec, weights, data).accuracy;

  const holds = (fineness: Fineness): boolean => {
    const coarse = Object.fromEntries(
      names.map((name) => [name, rounded(rotated[name], stepOf(fineness[name]))]),
    );
    return evaluate(spec, rotateAll(rotation, coarse, -1), data).accuracy >= before;
  };
  const shifted = (fineness: Fineness, by: number, only = names): Fineness => ({
    ...fineness,
    ...Object.fromEntries(only.map((name) => [name, fineness[name] + by])),
  });

  const scale = Object.fromEntries(names.map((name) => [name, coarsest(name, rotated[name])]));
  let together = 0;
  while (!holds(shifted(scale, together))) together--;

  let best: { fineness: Fineness; bytes: Uint8Array } | undefined;
  for (const start of starts) {
    let fineness = shifted(scale, together - start);
    if (!holds(fineness)) continue;
    for (let coarser = true; coarser; ) {
      coarser = false;
      for (const name of names) {
        const next = shifted(fineness, 1, [name]);
        if (fineness[name] >= scale[name] || !holds(next)) continue;
        fineness = next;
        coarser = true;
      }
    }
    const bytes = encodeRotated(rotated, fineness);
    if (!best || bytes.length < best.bytes.length) best = { fineness, bytes };
  }
  const { fineness, bytes } = best as NonNullable<typeof best>;
  const shapes = Object.fromEntries(names.map((name) => [name, weights[name].shape]));
  const decoded = decodeWeights(bytes, shapes, group);
  const count = names.reduce((sum, name) => sum + weights[name].data.length, 0);
  return {
    bits: 8 * bytes.length,
    bitsPerWeight: (8 * bytes.length) / count,
    bytes,
    fineness,
    accuracy: { before, after: evaluate(spec, decoded, data).accuracy },
    labelBits: (data.count * portableLog(spec.shape.classes)) / Math.LN2,
  };
}

/** The fineness at which a step is four times the largest coordinate: all are rounded to zero. */
function coarsest(name: string, { data }: Tensor): number {
  let largest = 0;
  for (const value of data) largest = Math.max(largest, Math.abs(value));
  if (!Number.isFinite(largest)) throw new InputError(`${name} has a weight of ${largest}`);
  return largest === 0 ? 0 : 8 + Math.ceil((4 * portableLog(largest)) / Math.LN2);
}
