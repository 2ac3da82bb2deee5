import type { Dataset, FiniteGroup } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { checkRecord } from "@grokscape/trainer/internal";
import { evaluate } from "../evaluate.ts";
import type { NetworkSpec } from "../network-spec.ts";
import { descriptionLength } from "./description-length.ts";
import { decodeWeights } from "./weight-code.ts";

/** A network at a moment of its run, and the two parts of its table. */
export interface Weighed {
  readonly spec: NetworkSpec;
  readonly weights: Tensors;
  readonly shown: Dataset;
  readonly heldOut: Dataset;
  readonly group?: FiniteGroup;
}

/** The shortest message found that gives a network with the same accuracy on what it was shown. */
export interface Message {
  readonly bits: number;
  /** What the labels shown would take without a network. */
  readonly labelBits: number;
  /** Of the network decoded from the message, which is chosen without the held-out examples. */
  readonly testAccuracy: number;
}

/**
 * Writes a network down by `descriptionLength`, and reads it back.
 *
 * @throws InputError as `descriptionLength` and `evaluate` do
 */
export function shortestMessage(network: Weighed): Message {
  checkRecord("the network", network);
  const { spec, weights, shown, heldOut, group } = network;
  const { bits, labelBits, bytes } = descriptionLength(spec, weights, shown, group);
  const { accuracy } = evaluate(spec, decodeWeights(spec, bytes, group), heldOut);
  return { bits, labelBits, testAccuracy: accuracy };
}
