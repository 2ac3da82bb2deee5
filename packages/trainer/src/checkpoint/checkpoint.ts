import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import * as z from "zod/mini";
import { firstNotFinite } from "../engines/diverged-error.ts";
import { hashTensors, hashText } from "../identity.ts";
import { decodeSafetensors, encodeSafetensors } from "./safetensors.ts";
import type { TrainingState } from "./training-state.ts";

const momentPrefix = "optimiser/";

const when = z.nullable(z.int().check(z.gte(0)));

/** Absent from checkpoints of early versions, where it follows from the rows. */
const later = z._default(when, null);

const stateSchema = z.strictObject({
  step: z.int().check(z.gte(0)),
  progress: z.strictObject({
    memorisedAt: when,
    memorisedFrom: later,
    memorisedSince: later,
    generalisedAt: when,
    generalisedFrom: later,
    generalisedSince: later,
    goalSince: when,
  }),
  origin: z.optional(z.strictObject({ run: z.string(), examples: z.string(), rows: z.string() })),
});

/**
 * A training state as a safetensors file: the weights under their names ("W", "V"), the
 * optimiser's moments as "optimiser/<link>/<weight>", step, milestones and origin in the metadata, with
 * a checksum over all of it.
 */
export function encodeCheckpoint({
  weights,
  optimiser,
  step,
  progress,
  origin,
}: TrainingState): Uint8Array {
  const moments = Object.entries(optimiser).map(([name, t]) => [momentPrefix + name, t] as const);
  const tensors: Tensors = { ...weights, ...Object.fromEntries(moments) };
  const state = JSON.stringify({ step, progress, origin });
  return encodeSafetensors({ tensors, metadata: { state, checksum: checksum(state, tensors) } });
}

/** @throws InputError for a file that is damaged, no checkpoint of ours, or holds what is no number */
export function decodeCheckpoint(file: Uint8Array): TrainingState {
  const { tensors, metadata } = decodeSafetensors(file);
  const { state } = metadata;
  if (state === undefined) throw new InputError("no checkpoint: its metadata have no state");
  if (metadata.checksum !== checksum(state, tensors)) {
    throw new InputError("a damaged checkpoint: its checksum is not that of its contents");
  }
  const wrong = firstNotFinite(tensors);
  if (wrong) throw new InputError(`a damaged checkpoint: ${wrong.name} holds ${wrong.value}`);
  const named = Object.entries(tensors);
  return {
    ...parseState(state),
    weights: Object.fromEntries(named.filter(([name]) => !name.startsWith(momentPrefix))),
    optimiser: Object.fromEntries(
      named
        .filter(([name]) => name.startsWith(momentPrefix))
        .map(([name, tensor]) => [name.slice(momentPrefix.length), tensor]),
    ),
  };
}

function parseState(text: string): z.infer<typeof stateSchema> {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    throw new InputError("a damaged checkpoint: its state has not the form it should have");
  }
}

const checksum = (state: string, tensors: Tensors): string =>
  hashText(state + hashTensors(tensors));
