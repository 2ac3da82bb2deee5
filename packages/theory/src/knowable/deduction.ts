/** What follows from some examples. */
interface Conclusions {
  /** Whether the label of an example follows. */
  readonly follows: (example: number) => boolean;
  /** Whether they cannot all be right: two different symbols would be one and the same. */
  readonly contradictory: boolean;
}

/** A way of concluding from shown examples to others: the more is shown, the more follows. */
export interface Deduction {
  readonly by: "equations" | "quadrangles" | "transposes" | "operations" | "related" | "coverage";
  readonly conclude: (examples: ArrayLike<number>) => Conclusions;
  /**
   * The symbols of an example, numbered through. In a proof, what is proved counted in, none stands
   * once only: nothing else would say anything of it. One that may do so stands here twice.
   */
  readonly symbols: (example: number) => readonly number[];
}

/** Symbol → the examples that it is in. */
export function bySymbol(
  examples: ArrayLike<number>,
  symbols: Deduction["symbols"],
): Map<number, number[]> {
  const containing = new Map<number, number[]>();
  for (let i = 0; i < examples.length; i++) {
    for (const symbol of new Set(symbols(examples[i]))) {
      const others = containing.get(symbol);
      if (others) others.push(examples[i]);
      else containing.set(symbol, [examples[i]]);
    }
  }
  return containing;
}
