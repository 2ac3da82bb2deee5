import { type Dataset, InputError, type TaskShape } from "@grokscape/group-datasets";
import { initialise, type ModelSpec, mlp, transformer } from "@grokscape/models";
import { hashTensors } from "../../identity.ts";
import { tfjsNetwork } from "./network.ts";
import type { OwnBackend } from "./own-backend.ts";

const shape: TaskShape = { operands: 2, vocabulary: 3, classes: 3 };
const data: Dataset = {
  count: 3,
  arity: 2,
  operands: Uint16Array.of(0, 1, 2, 2, 1, 0),
  labels: Uint16Array.of(1, 0, 2),
};

/** Networks that use every operation there is, and the hash of their gradients. */
const answers = [
  {
    model: transformer({ width: 4, heads: 2, mlpWidth: 5, activation: "gelu", layerNorm: "pre" }),
    hash: "bbbd63c95a1ca31950c7a23a722eff410f0305a691391b8dab4b2cd3b5b327e7",
  },
  {
    model: mlp({ width: 6, activation: "relu", batchNorm: true, embedding: "per-operand" }),
    hash: "3d1e7e0c3e8e8b0aa249681537e72f93ac50be8b3bb8894548d488db40139637",
  },
  {
    model: mlp({ width: 6, weights: "complex", bias: true, hiddenLayers: 1 }),
    hash: "c352c8647df531a25c0d56b4212145def2bd4830d2b882ccb6dfbe550422a312",
  },
] as const;

/**
 * Trains tiny networks for a step, whose bytes are known: TensorFlow.js's kernels are in a list
 * that everybody can change, and it may have been changed before we came.
 *
 * @throws InputError if they come out otherwise
 */
export function checkKnownAnswers(backend: OwnBackend): void {
  for (const { model, hash } of answers) {
    if (hashOf(model, backend) === hash) continue;
    throw new InputError(
      "TensorFlow.js does not compute as its own kernels do: some have been replaced",
      "open the run before kernels or gradients of your own are registered",
    );
  }
}

function hashOf(model: ModelSpec, backend: OwnBackend): string | undefined {
  const network = tfjsNetwork({ model, shape, train: data, test: data }, backend);
  try {
    return hashTensors(network.gradients(initialise(model, shape, 1), data, (logits) => logits));
  } catch {
    return undefined; // by a kernel that is not TensorFlow.js's
  } finally {
    network.dispose();
  }
}
