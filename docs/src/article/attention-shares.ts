import type { Tensors } from "@grokscape/models";

/**
 * What each head takes from the tokens a, b and = for the answer: its attention at "=", on average over all
 * pairs, in a transformer of one block without layer norm.
 */
export function attentionShares(weights: Tensors, heads: number): number[][] {
  const { W_E, W_pos, W_Q1, W_K1 } = weights as Record<string, Tensors[string]>;
  const [tokens, width] = W_E!.shape as [number, number];
  const symbols = tokens - 1;
  const vector = (token: number, position: number) =>
    Float64Array.from(
      { length: width },
      (_, d) => W_E!.data[token * width + d]! + W_pos!.data[position * width + d]!,
    );
  const equals = vector(symbols, 2);
  const query = Float64Array.from({ length: width }, (_, column) =>
    equals.reduce((sum, value, d) => sum + value * W_Q1!.data[d * width + column]!, 0),
  );
  const headWidth = width / heads;
  return Array.from({ length: heads }, (_, head) => {
    const first = head * headWidth;
    /** What a vector must point to, to be attended to. */
    const sought = Float64Array.from({ length: width }, (_, d) => {
      let sum = 0;
      for (let c = first; c < first + headWidth; c++) sum += W_K1!.data[d * width + c]! * query[c]!;
      return sum / Math.sqrt(headWidth);
    });
    const pull = (token: number, position: number) =>
      Math.exp(vector(token, position).reduce((sum, value, d) => sum + value * sought[d]!, 0));
    const pulls = [0, 1].map((position) =>
      Array.from({ length: symbols }, (_, token) => pull(token, position)),
    );
    const ofEquals = pull(symbols, 2);
    const shares = [0, 0, 0];
    for (const a of pulls[0]!) {
      for (const b of pulls[1]!) {
        const all = a + b + ofEquals;
        for (const [i, one] of [a, b, ofEquals].entries()) shares[i]! += one / all / symbols ** 2;
      }
    }
    return shares;
  });
}
