import type { TaskShape } from "@grokscape/group-datasets";
import type { MlpSpec } from "../spec/model.ts";
import { type Complex, complexOperations, complexWeight } from "./complex.ts";
import type { Network } from "./network.ts";
import { type Moments, moments, normalise } from "./normalise.ts";
import type { Named, Operations } from "./operations.ts";
import { pick } from "./selection.ts";

/**
 * The network of an `MlpSpec`. An operand's symbol picks a row of its block of W (or of E·W); the
 * rows are added up or multiplied, and pass through every layer's bias, norm and σ.
 */
export function mlpNetwork<M, Input>(
  spec: MlpSpec,
  { operands, vocabulary }: TaskShape,
  ops: Operations<M, Input>,
): Network<M, Input> {
  const complex = complexOperations(ops);
  const places = Array.from({ length: operands }, (_, operand) => operand);
  const added = spec.combine === "sum";
  const parts = partsOfW(spec, operands);
  const firstRow = (operand: number) => (operand % parts) * vocabulary;
  const layers = ["W", ...Array.from({ length: spec.hiddenLayers }, (_, i) => `H${i + 1}`)];

  /** What each symbol adds to z, for all operands in one table, or a table for each operand. */
  function tables(weights: Named<M>): Complex<M>[] {
    const W = complexWeight(weights, "W");
    const blocks = () => places.map((operand) => complex.rows(W, firstRow(operand), vocabulary));
    if (spec.embedding === "one-hot") return added ? [W] : blocks();
    if (spec.embedding === "shared") return added ? [W] : places.map(() => W);
    const embedded = blocks().map((block, operand) =>
      complex.product({ re: weights[embeddingName(spec, operand)] }, block),
    );
    return added ? [complex.stack(embedded)] : embedded;
  }

  /** F of the last hidden layer, and the moments of each layer with batch norm on the way. */
  function run(weights: Named<M>, inputs: readonly Input[], by?: readonly Moments<M>[]) {
    const seen: Moments<M>[] = [];
    const through = tables(weights);
    const first = inputs
      .map((input, i) => complex.select(through[i], input))
      .reduce((left, right) => complex.times(left, right));
    let features: Complex<M> | undefined;
    for (const [i, name] of layers.entries()) {
      let z = features
        ? complex.add(features, complex.product(features, complexWeight(weights, name)))
        : first;
      if (spec.batchNorm) {
        const own = by?.[i] ?? moments(ops, z.re, "rows");
        seen.push(own);
        z = { re: normalise(ops, z.re, own, weights, name) };
      } else if (spec.bias) {
        z = complex.add(z, complexWeight(weights, `${name}.bias`));
      }
      features = complex.activate(z, spec.activation);
    }
    return { features: features as Complex<M>, seen };
  }

  return {
    selections(data) {
      if (added) return [pick(data, places, firstRow, parts * vocabulary)];
      return places.map((operand) => pick(data, [operand], () => 0, vocabulary));
    },
    features(weights, inputs, by) {
      const { re, im } = run(weights, inputs, by).features;
      return im ? ops.beside([re, ops.scale(im, -1)]) : re;
    },
    logits(weights, inputs, by) {
      const { features } = run(weights, inputs, by);
      const top = complex.realProduct(features, complexWeight(weights, "V"));
      const shifted = spec.bias ? ops.add(top, weights["V.bias"]) : top;
      return ops.scale(shifted, spec.outputScale);
    },
    moments: (weights, inputs) => (spec.batchNorm ? run(weights, inputs).seen : []),
  };
}

/** How many operands have a part of W, a row for each symbol, of their own: all, or one for all. */
export const partsOfW = ({ embedding }: Pick<MlpSpec, "embedding">, operands: number): number =>
  embedding === "shared" ? 1 : operands;

/** The tensor that holds an operand's embedding. */
export function embeddingName({ embedding }: Pick<MlpSpec, "embedding">, operand: number): string {
  return embedding === "per-operand" ? `embedding${operand + 1}` : "embedding";
}
