import { InputError, type TaskShape } from "@grokscape/group-datasets";
import { mustBe, number, record } from "@grokscape/group-datasets/forms";

/** What `guidedTraining` says: the part of a run's config that it decides. Plain JSON. */
export interface GuidedTraining {
  readonly model: {
    readonly kind: "mlp";
    readonly width: number;
    readonly activation: "linear";
    readonly combine: "product";
  };
  readonly loss: "mse";
  readonly optimiser: {
    readonly kind: "adamw";
    readonly learningRate: number;
    readonly weightDecay: number;
    readonly beta1: number;
    readonly beta2: number;
  };
}

/** Multiples of M ln M: at the author's constant examples are scarce, from the other on plenty. */
const multiples = { scarce: 2.7482, plenty: 4 };

/** How a run is set at either end; in between each number follows its power law. */
const ends = {
  /** The share of every weight that decay takes in one step. */
  decay: { scarce: 0.35, plenty: 0.2 },
  /**
   * Nodes a symbol. An irrep of degree d is a product of d × d matrices, d³ nodes of real numbers or
   * somewhat fewer: 1.5 a symbol for cyclic groups, 4 where degrees are 3 (Z_7 ⋊ Z_3).
   */
  nodes: { scarce: 4, plenty: 6 },
};

const learningRate = 0.1;

/**
 * A recipe by which a two-layer network understands early, and from few examples, for reasons that the
 * theory gives:
 *
 * - A node multiplies what it makes of the two operands, u_a·v_b, in place of squaring their sum. Of
 *   the square, u_a² and v_b² add nothing to the energy of the whole table, which knows the cross term
 *   alone (Theorem 1); of a part of it they tell single examples apart, and so memorise.
 * - Weight decay is what lets the hidden layer hear the task at all (Lemma 1). It is decoupled from the
 *   gradient and takes a good share of every weight at every step, from the top layer so that this
 *   never fits the examples one by one, from the hidden layer so that only what climbs stays. The
 *   scarcer the examples are, in multiples of M ln M (Theorem 4), the larger the share.
 * - Momentum forgets as fast as the weights do: β₁ = 0.6, β₂ = 0.99.
 * - The nodes are few: some more than the irreps need, and the fewer to spare the scarcer the examples.
 *
 * The kinds follow from the theory; the numbers are rules of thumb, found on cyclic groups of 7 to 97
 * elements, D_5, D_10, S_4 and Z_7 ⋊ Z_3. `grokscape reproduce guided` says what they come to.
 *
 * @param examples n, how many are shown
 * @throws InputError unless the task has two operands, as many classes as symbols, and 1 ≤ n
 */
export function guidedTraining(shape: TaskShape, examples: number): GuidedTraining {
  mustBe("shape", record({ operands: number, vocabulary: number, classes: number }), shape);
  mustBe("examples", number, examples);
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
  const multiple = examples / (classes * Math.log(classes));
  const way = (multiple - multiples.scarce) / (multiples.plenty - multiples.scarce);
  const between = ({ scarce, plenty }: { readonly scarce: number; readonly plenty: number }) =>
    scarce * (plenty / scarce) ** Math.min(1, Math.max(0, way));
  return {
    model: {
      kind: "mlp",
      width: Math.round(twoDigits(between(ends.nodes)) * vocabulary),
      activation: "linear",
      combine: "product",
    },
    loss: "mse",
    optimiser: {
      kind: "adamw",
      learningRate,
      weightDecay: twoDigits(between(ends.decay) / learningRate),
      beta1: 0.6,
      beta2: 0.99,
    },
  };
}

/** Rounded to two digits, which are the same on every machine; a rule of thumb has no more. */
const twoDigits = (value: number) => Number(value.toPrecision(2));
