import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { hashTensors } from "../identity.ts";
import type { TrainingState } from "../train.ts";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.ts";

const momentPrefix = "optimiser/";

const when = z.nullable(z.int().check(z.gte(0)));

const stateSchema = z.strictObject({
  step: z.int().check(z.gte(0)),
  progress: z.strictObject({ memorisedAt: when, generalisedAt: when, goalSince: when }),
});

/**
 * A training state as a safetensors file: the weights under their names ("W", "V"), the
 * optimiser's moments as "optimiser/<link>/<weight>", step and milestones in the metadata, with a
 * checksum over all of it.
 */
export function encodeCheckpoint({
  weights,
  optimiser,
  step,
  progress,
}: TrainingState): Uint8Array {
  const moments = Object.entries(optimiser).map(([name, t]) => [momentPrefix + name, t] as const);
  const tensors: Tensors = { ...weights, ...Object.fromEntries(moments) };
  const state = JSON.stringify({ step, progress });
  return encodeSafetensors({ tensors, metadata: { state, checksum: checksum(state, tensors) } });
}

/** @throws InputError for a file that is damaged, or no checkpoint of ours */
export function decodeCheckpoint(file: Uint8Array): TrainingState {
  const { tensors, metadata } = decodeSafetensors(file);
  const { state } = metadata;
  if (state === undefined) throw new InputError("no checkpoint: its metadata have no state");
  if (metadata.checksum !== checksum(state, tensors)) {
    throw new InputError("a damaged checkpoint: its checksum is not that of its contents");
  }
  const named = Object.entries(tensors);
  return {
    ...stateSchema.parse(JSON.parse(state)),
    weights: Object.fromEntries(named.filter(([name]) => !name.startsWith(momentPrefix))),
    optimiser: Object.fromEntries(
      named
        .filter(([name]) => name.startsWith(momentPrefix))
        .map(([name, tensor]) => [name.slice(momentPrefix.length), tensor]),
    ),
  };
}

function checksum(state: string, tensors: Tensors): string {
  return bytesToHex(sha256(new TextEncoder().encode(state + hashTensors(tensors))));
}
