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

/** Multiples of M ln M: at the author's constant examples are scarce, from the other on plenty. */
const multiples = { scarce: 2.7482, plenty: 4 };

/** How a run is set at either end; in between each number follows its power law. */
const ends = {
  ridge: { scarce: 100, plenty: 10 },
  step: { scarce: 0.05, plenty: 0.3 },
  decay: { scarce: 20, plenty: 10 },
};

/** The width is a power of two from here on. */
const fewestNodes = 512;

/** Nodes a symbol: several for each of the 2M − 2 that complete an abelian group (Theorem 3). */
const nodesPerSymbol = 10;

/** Nodes an example where these are scarce: then FFᵀ comes near a multiple of I (Lemma 1). */
const nodesPerExample = 3.5;

/**
 * A recipe that makes the two-layer x² network understand as early as the theory lets us: the top
 * layer is solved at every step, so that the hidden layer sees the gradient of stage II from the
 * first step on (Theorem 1). Everything else follows from how scarce the examples are, in multiples
 * of M ln M (Theorem 4): the scarcer, the gentler.
 *
 * - The ridge, in units of the features' own Gram eigenvalue λKs⁴ (Lemma 1 with erratum 9; s the
 *   standard deviation of W's entries): above 1, or the top layer fits the examples one by one with
 *   the features as they are, and leaves the hidden layer nothing to learn. The scarcer the examples,
 *   the more of them random features can fit, and the further above.
 * - The step, a share of W's own entries: small where peaks of the energy that memorise lie beside
 *   those that generalise, for a large one takes the higher, which memorise (Figure 7).
 * - Weight decay, which lets the nodes that climb win: the drive of the energy falls as 1/(K·ridge),
 *   whatever M and n, so its product with the decay is set.
 * - The width: enough nodes for every feature to be found, and where examples are scarce more than
 *   there are examples.
 *
 * Measured for Z_31 … Z_97 and the dihedral group of order 20: the numbers are rules of thumb within
 * that. `pnpm --filter @grokscape/bench guided` says what they come to.
 *
 * @param examples n, how many are shown
 * @throws InputError unless the task has two operands, as many classes as symbols, and 1 ≤ n
 */
export function guidedTraining(shape: TaskShape, examples: number): GuidedTraining {
  const { operands, vocabulary, classes } = shape;
  if (operands !== 2 || classes !== vocabulary) {
    throw new InputError(
      `the guide is for tables of pairs with one answer a symbol, this task has ${operands} operands, ${vocabulary} symbols and ${classes} answers`,
      "take a group's multiplication",
    );
  }
  if (!(examples >= 1)) {
    throw new InputError(`examples must be ≥ 1, got ${examples}`, "show some of the table");
  }
  const { scarce, plenty } = multiples;
  const multiple = examples / (classes * Math.log(classes));
  const share = Math.min(1, Math.max(0, (multiple - scarce) / (plenty - scarce)));
  const between = (end: { readonly scarce: number; readonly plenty: number }) =>
    end.scarce * (end.plenty / end.scarce) ** share;
  const ridge = between(ends.ridge);
  const nodes = Math.max(nodesPerSymbol * classes, (1 - share) * nodesPerExample * examples);
  let width = fewestNodes;
  while (width < nodes) width *= 2;
  // W starts uniform on ±1/√(operands·M)
  const variance = 1 / (3 * operands * vocabulary);
  const { interaction } = randomFeatureConstants("quadratic");
  return {
    model: { kind: "mlp", width, activation: "quadratic" },
    loss: "mse",
    optimiser: {
      kind: "adam",
      learningRate: rounded(between(ends.step) * Math.sqrt(3 * variance)),
      weightDecay: rounded(between(ends.decay) / (width * ridge)),
    },
    ridge: rounded(ridge * interaction * width * variance * variance),
  };
}

/** To two digits, the same on every machine: a rule of thumb has no more. */
const rounded = (value: number) => Number(value.toPrecision(2));
