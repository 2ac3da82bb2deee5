import {
  type Dataset,
  type FiniteGroup,
  InputError,
  isotypicProjector,
  realIrreps,
} from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { Measures } from "../engine/engine.ts";
import { measureLogits, type NetworkSpec, networkOf } from "./network-spec.ts";

/** What a network answers to all pairs of a group, taken apart by irrep. */
export interface IrrepContents {
  /**
   * Share of the logits' variance over pairs and classes that depends on the product alone, by real
   * irrep: a share for each of `realIrreps(group)`, place 0 (the trivial one) being 0. Their sum is at
   * most 1; what is missing is memory of single pairs.
   */
  readonly shares: readonly number[];
  /**
   * The fewest irreps, ascending, that hold `keyShare` of the part that depends on the product: the
   * key frequencies of Nanda et al. Meaningful once a network has generalised.
   */
  key(keyShare?: number): number[];
  /** Losses with only some irreps left, or all but them. */
  ablate(irreps: readonly number[], data: Dataset): AblatedMeasures;
}

/** Measures of a network that lost a part of its logits. */
export interface AblatedMeasures {
  /** Only the given irreps of the product are left, and what is the same for all pairs. */
  readonly restricted: Measures;
  /** Only the given irreps of the product are taken away. */
  readonly excluded: Measures;
}

/**
 * Progress measures of Nanda, Chan, Lieberum, Smith & Steinhardt (arXiv 2301.05217, Sec. 5), for any
 * group: there the logits' waves cos ω(a+b), sin ω(a+b) of some frequencies are kept, or taken away;
 * here the part of the logits that depends on the product a·b through some real irreps, which for
 * Z_M is the same. They measure the restricted loss on all pairs or those held out, the excluded loss
 * on the training pairs.
 *
 * @throws InputError if the network does not multiply two elements of this group
 */
export function irrepContents(
  group: FiniteGroup,
  spec: NetworkSpec,
  weights: Tensors,
): IrrepContents {
  const { order } = group;
  const { operands, vocabulary, classes } = spec.shape;
  if (operands !== 2 || vocabulary !== order || classes !== order) {
    throw new InputError(
      `a network for ${operands} operands of ${vocabulary} symbols and ${classes} classes`,
      `${group.name} needs 2, ${order} and ${order}`,
    );
  }
  const pairs = allPairs(group);
  const logits = centredRows(networkOf(spec).logits(weights, pairs), order);
  const mean = columnMeans(logits, order);
  let variance = 0;
  for (let i = 0; i < logits.length; i++) variance += (logits[i] - mean[i % order]) ** 2;

  const byProduct = new Float64Array(order * order);
  for (let pair = 0; pair < pairs.count; pair++) {
    const to = pairs.labels[pair] * order;
    for (let c = 0; c < order; c++) byProduct[to + c] += logits[pair * order + c] / order;
  }
  /** By real irrep: that part of the logits, as a function of the product, order × classes. */
  const parts = realIrreps(group).map(({ rows }) => project(group, rows, byProduct));
  const shares = parts.map((part, place) => {
    if (place === 0 || variance === 0) return 0;
    return (order * part.reduce((sum, value) => sum + value * value, 0)) / variance;
  });

  return {
    shares,
    key(keyShare = 0.95) {
      const places = Array.from(shares.keys()).slice(1);
      places.sort((a, b) => shares[b] - shares[a]);
      const wanted = keyShare * shares.reduce((sum, share) => sum + share, 0);
      const found: number[] = [];
      for (let held = 0; held < wanted && found.length < places.length; ) {
        held += shares[places[found.length]];
        found.push(places[found.length]);
      }
      return found.sort((a, b) => a - b);
    },
    ablate(irreps, data) {
      const kept = new Float64Array(order * order);
      for (const place of irreps) {
        if (!Number.isInteger(place) || place < 1 || place >= parts.length) {
          throw new InputError(
            `${group.name} has no nontrivial real irrep ${place}`,
            `they are 1 … ${parts.length - 1}`,
          );
        }
        for (let i = 0; i < kept.length; i++) kept[i] += parts[place][i];
      }
      const restricted = new Float64Array(data.count * order);
      const excluded = new Float64Array(data.count * order);
      for (let row = 0; row < data.count; row++) {
        const [a, b] = [data.operands[2 * row], data.operands[2 * row + 1]];
        const from = (a * order + b) * order;
        const product = group.multiply(a, b) * order;
        for (let c = 0; c < order; c++) {
          restricted[row * order + c] = mean[c] + kept[product + c];
          excluded[row * order + c] = logits[from + c] - kept[product + c];
        }
      }
      return {
        restricted: measureLogits(spec, restricted, data.labels),
        excluded: measureLogits(spec, excluded, data.labels),
      };
    },
  };
}

/** All pairs (a, b), in the order a·M + b, with their product. */
function allPairs({ order, table }: FiniteGroup): Dataset {
  const operands = new Uint16Array(2 * order * order);
  for (let pair = 0; pair < order * order; pair++) {
    operands[2 * pair] = Math.floor(pair / order);
    operands[2 * pair + 1] = pair % order;
  }
  return { count: order * order, arity: 2, operands, labels: Uint16Array.from(table) };
}

/** Each row less its mean, to which every loss is blind. */
function centredRows(logits: Float32Array | Float64Array, classes: number): Float64Array {
  const centred = Float64Array.from(logits);
  for (let from = 0; from < centred.length; from += classes) {
    let mean = 0;
    for (let c = 0; c < classes; c++) mean += centred[from + c] / classes;
    for (let c = 0; c < classes; c++) centred[from + c] -= mean;
  }
  return centred;
}

function columnMeans(logits: Float64Array, classes: number): Float64Array {
  const means = new Float64Array(classes);
  for (let i = 0; i < logits.length; i++)
    means[i % classes] += (logits[i] * classes) / logits.length;
  return means;
}

/** Every column of an order × order table, as a function on the group, within some complex irreps. */
function project(
  group: FiniteGroup,
  rows: readonly number[],
  functions: Float64Array,
): Float64Array {
  const { order } = group;
  const projected = new Float64Array(order * order);
  for (const k of rows) {
    // the imaginary parts of conjugate irreps cancel, those of the others are zero
    const { re } = isotypicProjector(group, k);
    for (let g = 0; g < order; g++) {
      for (let h = 0; h < order; h++) {
        const factor = re[g * order + h];
        for (let c = 0; c < order; c++) {
          projected[g * order + c] += factor * functions[h * order + c];
        }
      }
    }
  }
  return projected;
}
