import type { FiniteGroup } from "@grokscape/group-datasets";
import { type Form, flag, oneOf, optional, record } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";

/** Which symbols a learner holds for the same: none, those of all operands, or answers as well. */
export type Alphabet = "own" | "operands" | "all";

/** What a learner knows before it has seen an example. */
export interface Knowledge {
  /**
   * "own" if not given: rows, columns and answers have names of their own, as for a network with
   * one-hot symbols. "operands": a symbol is the same in every operand, as for a network that embeds
   * both by one table. "all": it is the same as an answer, too.
   */
  readonly alphabet?: Alphabet | undefined;
  /** That operands may change places; then they have one alphabet. */
  readonly commutative?: boolean | undefined;
  /**
   * Of which group the table is. If not given, the task's own, or the one that its theory finds behind
   * it; the learner knows it up to isomorphism, and not which symbol is which element.
   */
  readonly group?: FiniteGroup | undefined;
  /**
   * Of a task of two operations: that they are related. Row, column and answer stand for elements α(a), β(b)
   * and γ(c) of one group, the same in both. The first operation is α(a)·β(b) = γ(c); the second is
   * φ(α(a))·k·ψ(β(b)) = γ(c), or ψ(β(b))·k·φ(α(a)) = γ(c), with two automorphisms φ and ψ and an element k
   * that the learner does not know. Without it each operation is known by its own examples alone.
   */
  readonly related?: boolean | undefined;
}

const alphabets: readonly Alphabet[] = ["own", "operands", "all"];

export const knowledgeForm: Form = record({
  alphabet: optional(oneOf(...alphabets)),
  commutative: optional(flag),
  group: optional(aGroup),
  related: optional(flag),
});

/** The alphabet of a learner: who knows that operands may change places sees them as one alphabet. */
export const alphabetOf = ({ alphabet = "own", commutative = false }: Knowledge): Alphabet =>
  alphabet === "own" && commutative ? "operands" : alphabet;
