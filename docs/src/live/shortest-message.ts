import type { Dataset, FiniteGroup } from "@grokscape/group-datasets";
import { decodeWeights, descriptionLength, evaluate, type NetworkSpec } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";

/** A network at a moment of its run, and the two parts of its table. */
export interface Weighed {
  readonly spec: NetworkSpec;
  readonly weights: Tensors;
  readonly shown: Dataset;
  readonly heldOut: Dataset;
  readonly group?: FiniteGroup;
}

/** The shortest message found that gives a network again, accuracy on what it was shown and all. */
export interface Message {
  readonly bits: number;
  /** What the labels shown would take by themselves. */
  readonly labelBits: number;
  /** Of the network read back from the message; who writes it does not know the held-out answers. */
  readonly testAccuracy: number;
}

export function shortestMessage({ spec, weights, shown, heldOut, group }: Weighed): Message {
  const { bits, labelBits, bytes } = descriptionLength(spec, weights, shown, group);
  const shapes = Object.fromEntries(
    Object.entries(weights).map(([name, { shape }]) => [name, shape]),
  );
  const { accuracy } = evaluate(spec, decodeWeights(bytes, shapes, group), heldOut);
  return { bits, labelBits, testAccuracy: accuracy };
}
