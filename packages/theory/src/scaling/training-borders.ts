import { mustBe, number, oneOf } from "@grokscape/group-datasets/forms";

/** From how many examples on half of the runs of a kind understood: C·M^a, M the group's order. */
export interface TrainingBorder {
  /** The search of the ledger whose borders it is fitted to. */
  readonly search: string;
  /** C. */
  readonly constant: number;
  /** a. */
  readonly exponent: number;
  /** The orders it was measured at, from the least to the largest. */
  readonly orders: readonly [least: number, largest: number];
}

/**
 * What training took in our experiments, by its kind: nodes that square, under Adam; nodes that multiply
 * by the guided recipe, with an embedding for each operand, of clocks and of dihedral groups; and those with
 * one embedding. A clock is a cyclic group.
 */
export const trainingBorders = {
  squares: { search: "border-quadratic", constant: 2.95, exponent: 1.344, orders: [11, 127] },
  products: { search: "border-products", constant: 2.15, exponent: 1.289, orders: [11, 127] },
  dihedral: { search: "border-dihedral", constant: 2.82, exponent: 1.21, orders: [10, 46] },
  "one-embedding": {
    search: "border-one-embedding",
    constant: 3.92,
    exponent: 1.072,
    orders: [11, 127],
  },
} as const satisfies Readonly<Record<string, TrainingBorder>>;

/** A kind of training whose border was measured by size. */
export type TrainingKind = keyof typeof trainingBorders;

/**
 * What nodes that multiply took of groups with irreps of degree 3, for which no law of the order is known:
 * examples, by the group's name.
 */
export const degreeThreeBorders = {
  search: "border-degree-three",
  counts: { A_4: 103, "F_7,3": 371, S_4: 213, "F_13,3": 734 },
} as const;

const aKind = oneOf(...(Object.keys(trainingBorders) as TrainingKind[]));

/** Examples from which on half of the runs of a kind understood, by the law fitted to the borders measured. */
export function trainingCount(kind: TrainingKind, order: number): number {
  mustBe("kind", aKind, kind);
  mustBe("order", number, order);
  const { constant, exponent } = trainingBorders[kind];
  return constant * order ** exponent;
}
