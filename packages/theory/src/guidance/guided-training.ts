import { InputError, type TaskShape } from "@grokscape/group-datasets";
import { randomFeatureConstants } from "../lazy/random-features.ts";

/** What `guidedTraining` says: the part of a run's config that it decides. Plain JSON. */
export interface GuidedTraining {
  readonly model: {
    readonly kind: "mlp";
    readonly width: number;
    readonly activation: "quadratic";
  };
  readonly loss: "mse";
  readonly optimiser: {
    readonly kind: "adam";
    readonly learningRate: number;
    readonly weightDecay: number;
  };
  readonly ridge: number;
}

/** From this multiple of M ln M on examples are plenty. */
const plenty = 2.9;

/** How a run is set where examples are plenty, and where they are scarce. */
const settings = {
  plenty: { nodes: 512, ridge: 10, step: 0.3 },
  scarce: { nodes: 2048, ridge: 30, step: 0.15 },
};

/** K·ridge·λ: more stops a network before it starts, less lets it linger. */
const decay = 10;

/**
 * A recipe that makes the two-layer x² network understand as early as the theory lets us: the top
 * layer is solved at every step, so that the hidden layer sees the gradient of stage II from the
 * first step on (Theorem 1), and four numbers follow from what drives it.
 *
 * - The ridge, in units of the features' own Gram eigenvalue λKs⁴ (Lemma 1 with erratum 9; s the
 *   standard deviation of W's entries): well above 1, or the hidden layer gets what the top layer
 *   could not fit; well below the eigenvalue of what rows and columns alone explain, about n/2M
 *   larger, or each node climbs that first.
 * - The step, a share of W's own entries.
 * - Weight decay, which lets the nodes that climb win: the drive of the energy falls as 1/(K·ridge),
 *   whatever M and n, so their product with the decay is held.
 * - The width: where examples are scarce more nodes find the features that fewer would miss.
 *
 * Measured for Z_31 … Z_97; the numbers are rules of thumb within that.
 *
 * @param examples n, how many are shown
 * @throws InputError unless the task has as many classes as symbols, and 1 ≤ n
 */
export function guidedTraining(shape: TaskShape, examples: number): GuidedTraining {
  const { operands, vocabulary, classes } = shape;
  if (classes !== vocabulary) {
    throw new InputError(
      `the guide is for tasks with one answer a symbol, this one has ${classes} answers and ${vocabulary} symbols`,
      "take a group's multiplication",
    );
  }
  if (!(examples >= 1)) {
    throw new InputError(`examples must be ≥ 1, got ${examples}`, "show some of the table");
  }
  const multiple = examples / (classes * Math.log(classes));
  const { nodes, ridge, step } = multiple >= plenty ? settings.plenty : settings.scarce;
  const width = Math.max(nodes, classes > 48 ? 1024 : 512);
  // W starts uniform on ±1/√(operands·M)
  const variance = 1 / (3 * operands * vocabulary);
  const { interaction } = randomFeatureConstants("quadratic");
  return {
    model: { kind: "mlp", width, activation: "quadratic" },
    loss: "mse",
    optimiser: {
      kind: "adam",
      learningRate: step * Math.sqrt(3 * variance),
      weightDecay: decay / (width * ridge),
    },
    ridge: ridge * interaction * width * variance * variance,
  };
}
