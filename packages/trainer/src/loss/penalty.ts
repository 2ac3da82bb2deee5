import type { Tensors } from "@grokscape/models";
import type { Penalty } from "../config/config.ts";

/**
 * l1·Σ|w| + ½·l2·Σw², so that l2 pulls as hard as a weight decay of the same size. Where gradients
 * are given, l1·sign(w) + l2·w is added to those of the weights; sign(0) is 0.
 */
export function addPenalty({ l1, l2 }: Penalty, weights: Tensors, gradients?: Tensors): number {
  if (l1 === 0 && l2 === 0) return 0;
  let absolute = 0;
  let squares = 0;
  for (const [name, { data }] of Object.entries(weights)) {
    const gradient = gradients?.[name].data;
    for (let i = 0; i < data.length; i++) {
      const w = data[i];
      absolute += Math.abs(w);
      squares += w * w;
      if (gradient) gradient[i] += l1 * Math.sign(w) + l2 * w;
    }
  }
  return l1 * absolute + (l2 / 2) * squares;
}
