import { type Dataset, InputError, type TaskShape } from "@grokscape/group-datasets";
import { mustBe, number, oneOf, optional, record, whole } from "@grokscape/group-datasets/forms";
import { aDataset } from "../input/kinds.ts";
import { commutes, mustCommute } from "./commutes.ts";

/** What `guidedTraining` says: the part of a run's config that it decides. Plain JSON. */
export interface GuidedTraining {
  readonly model: {
    readonly kind: "mlp";
    readonly width: number;
    readonly activation: "linear";
    readonly combine: "product";
    /** Where irreps are declared that are no real matrices. */
    readonly weights?: "complex";
    /** "shared": both operands read the same rows of W, for a table in which a·b = b·a. */
    readonly embedding: "one-hot" | "shared";
  };
  readonly loss: "mse";
  readonly optimiser: {
    readonly kind: "adamw";
    readonly learningRate: number;
    readonly weightDecay: number;
    readonly beta1: number;
    readonly beta2: number;
  };
  /** Updates after which more seldom help: ten times as many near the limit as where examples are plenty. */
  readonly steps: number;
}

export interface GuidanceOptions {
  /** Whether a·b = b·a in all of the table; left out, what the shown examples suggest (`commutes`). */
  readonly commutative?: boolean;
  /** What is known of the group's irreps; of a table that commutes it is not asked. */
  readonly irreps?: GuidingIrreps;
}

/** What of a group's irreps decides how many nodes there are, and of which numbers. */
export interface GuidingIrreps {
  /** The largest degree d, from 1 to 8: 1 of a cyclic group, 2 of a dihedral one. */
  readonly degree: number;
  /**
   * Whether most can be written as real matrices (R: dihedral and symmetric groups) or cannot (C: cyclic
   * groups, Z_7 ⋊ Z_3).
   */
  readonly type: "R" | "C";
}

/** A recipe's numbers at two amounts of examples; in between each follows its power law. */
interface Ends {
  readonly amounts: End;
  /** 0.1 if left out. */
  readonly learningRate?: End;
  /** The share of every weight that decay takes in one step. */
  readonly decay: End;
  /**
   * Nodes a symbol. An irrep of degree d is a product of d × d matrices, d³ nodes of real numbers or
   * somewhat fewer: 1.5 a symbol for cyclic groups, 4 where degrees are 3 (Z_7 ⋊ Z_3). Or nodes in all.
   */
  readonly nodes: End | number;
  readonly steps: End;
  /** 0.99 if left out. */
  readonly beta2?: number;
  /** Real if left out. */
  readonly weights?: "complex";
}

interface End {
  readonly scarce: number;
  readonly plenty: number;
}

/**
 * n/M at which each operand's symbols, and the answers, are all but surely met: each is unseen with
 * probability e^(−n/M), and (1 − e^(−5.70))³ is 99 %. With fewer random examples no learner that does
 * not know the alphabets beforehand answers 99 % of the rest: what `limitCount` counts, for large M.
 */
export const limitOfSymbols = 5.7;

/** Amounts as multiples of M ln M: at the author's constant examples are scarce. */
const farFromTheLimit: Ends = {
  amounts: { scarce: 2.7482, plenty: 4 },
  decay: { scarce: 0.35, plenty: 0.2 },
  nodes: { scarce: 4, plenty: 6 },
  steps: { scarce: 2000, plenty: 200 },
};

/**
 * An embedding for each operand. Nearer than 1.35 times the limit the nodes are few, and decay is as
 * strong as they can bear. From 40 symbols on β₂ = 0.9 gets nearer than 0.99; below, it is no matter.
 *
 * @param M symbols
 */
function separate(M: number, timesTheLimit: number): Ends {
  if (timesTheLimit > 1.35) return farFromTheLimit;
  const decay = strongestDecay(2 * M, 1.45);
  return {
    amounts: farFromTheLimit.amounts,
    decay: { scarce: decay, plenty: 0.2 },
    nodes: { scarce: 2, plenty: 6 },
    steps: { scarce: 3000, plenty: 200 },
    beta2: M >= 40 ? 0.9 : 0.99,
  };
}

/**
 * An embedding for each operand, and nodes as the irreps ask for. Irreps of degree d are Σd³ products, d·M
 * at most; those that are no real matrices are as many of complex numbers, and twice as many of real ones.
 */
function fitting({ degree, type }: GuidingIrreps, M: number): Ends {
  const decay = strongestDecay(2 * M, 1.45);
  return {
    amounts: farFromTheLimit.amounts,
    decay: { scarce: decay, plenty: decay },
    nodes: { scarce: degree, plenty: degree },
    steps: { scarce: 3000, plenty: 3000 },
    ...(type === "C" && { weights: "complex" }),
  };
}

/**
 * One embedding for both operands, and a large table; amounts as multiples of the limit. Nodes need not
 * be more where symbols are. Their weights stay near η/d, the most that decay lets them have: the rate is
 * hardly more than what K·(η/d)³ ≥ 0.45 asks for, and less where examples are many. With β₂ = 0.99 all
 * weights go out as understanding begins.
 */
const sharedOfMany: Ends = {
  amounts: { scarce: 1.75, plenty: 3.5 },
  learningRate: { scarce: 0.065, plenty: 0.053 },
  decay: { scarce: 0.4, plenty: 0.4 },
  nodes: 200,
  steps: { scarce: 5000, plenty: 1000 },
  beta2: 0.9,
};

/** One embedding for both operands; amounts as multiples of the limit. */
function shared(M: number): Ends {
  if (M >= 200) return sharedOfMany;
  const nodes = Math.max(M, Math.min(2 * M, 120));
  return {
    amounts: { scarce: 1.5, plenty: 4 },
    decay: { scarce: strongestDecay(nodes, 0.45), plenty: 0.2 },
    nodes: { scarce: nodes / M, plenty: 6 },
    steps: { scarce: 3000, plenty: 200 },
  };
}

/**
 * The decay d at which K nodes answer K·(η/d)³ = `answer` at most: no weight outgrows η/d. Where that is
 * too little they go out one and all. Above 0.65 nothing is gained.
 */
const strongestDecay = (nodes: number, answer: number): number =>
  Math.min(0.65, usualRate * Math.cbrt(nodes / answer));

const usualRate = 0.1;

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
 * - Momentum forgets as fast as the weights do: β₁ = 0.6, β₂ = 0.99, or 0.9 for large tables.
 * - The nodes are few: some more than the irreps need, and the fewer to spare the scarcer the examples.
 *   Near the limit below which no learner knows all symbols, 5.70·M examples, they are fewest, decay is
 *   as strong as they can bear, and the steps are many.
 * - Whoever knows what the irreps are, without knowing the table, says so: then the nodes are hardly more than
 *   these ask for, and where irreps are no real matrices, the weights are complex.
 * - Where a·b = b·a, both operands read one embedding, u_a·u_b: half as many numbers to learn, and twice
 *   as many examples of each. What is scarce is then told by the limit alone.
 *
 * The kinds follow from the theory; the numbers are rules of thumb, found on cyclic groups of 7 to 997
 * elements, D_5, D_10, S_4 and Z_7 ⋊ Z_3. `grokscape reproduce guided` says what they come to.
 *
 * @param shown the examples that are shown, or n, how many; held-out ones are nothing to it
 * @throws InputError unless the task has two operands, as many classes as symbols, and 1 ≤ n; for other irreps; and if
 *   a table that is declared commutative has a·b ≠ b·a among the shown examples
 */
export function guidedTraining(
  shape: TaskShape,
  shown: number | Dataset,
  options: GuidanceOptions = {},
): GuidedTraining {
  mustBe("shape", record({ operands: number, vocabulary: number, classes: number }), shape);
  mustBe("shown", (value) => (typeof value === "object" ? aDataset : number)(value), shown);
  mustBe("options", optionsForm, options);
  const { operands, vocabulary, classes } = shape;
  if (operands !== 2 || classes !== vocabulary) {
    throw new InputError(
      `the guide is for tables of pairs with one answer a symbol, this task has ${operands} operands, ${vocabulary} symbols and ${classes} answers`,
      "take a group's multiplication",
    );
  }
  const examples = typeof shown === "number" ? shown : shown.count;
  if (!(examples >= 1)) {
    throw new InputError(`examples must be ≥ 1, got ${examples}`, "show some of the table");
  }
  const isShared = isCommutative(shown, options);
  const timesTheLimit = examples / (limitOfSymbols * classes);
  const {
    amounts,
    learningRate = { scarce: usualRate, plenty: usualRate },
    decay,
    nodes,
    steps,
    beta2 = 0.99,
    weights,
  } = isShared
    ? shared(vocabulary)
    : options.irreps
      ? fitting(options.irreps, vocabulary)
      : separate(vocabulary, timesTheLimit);
  const amount = isShared ? timesTheLimit : examples / (classes * Math.log(classes));
  const way = (amount - amounts.scarce) / (amounts.plenty - amounts.scarce);
  const between = ({ scarce, plenty }: End) =>
    scarce * (plenty / scarce) ** Math.min(1, Math.max(0, way));
  return {
    model: {
      kind: "mlp",
      width: typeof nodes === "number" ? nodes : Math.round(twoDigits(between(nodes)) * vocabulary),
      activation: "linear",
      combine: "product",
      ...(weights && { weights }),
      embedding: isShared ? "shared" : "one-hot",
    },
    loss: "mse",
    optimiser: {
      kind: "adamw",
      learningRate: twoDigits(between(learningRate)),
      weightDecay: twoDigits(between(decay) / between(learningRate)),
      beta1: 0.6,
      beta2,
    },
    steps: twoDigits(between(steps)),
  };
}

const optionsForm = record({
  commutative: optional(oneOf(true, false)),
  irreps: optional(record({ degree: whole(1, 8), type: oneOf("R", "C") })),
});

function isCommutative(shown: number | Dataset, { commutative }: GuidanceOptions): boolean {
  if (typeof shown === "number") return commutative === true;
  if (commutative) mustCommute(shown);
  return commutative ?? commutes(shown).suggested;
}

/** Rounded to two digits, which are the same on every machine; a rule of thumb has no more. */
const twoDigits = (value: number) => Number(value.toPrecision(2));
