import {
  type Dataset,
  type FiniteGroup,
  InputError,
  isotypicProjector,
  realIrreps,
} from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { Measures } from "@grokscape/trainer";
import { checkNumber, checkRecord, referenceNetwork } from "@grokscape/trainer/internal";
import { checkFinite, checkOverflow, checkQuestion, checkWeights } from "./check.ts";
import { measureLogits } from "./evaluate.ts";
import type { NetworkSpec } from "./network-spec.ts";

/** Loss and accuracy of a network with a part of its logits removed. */
export interface AblatedMeasures {
  /** Of the logits' mean over all pairs, and what depends on the product through the given irreps. */
  readonly restricted: Measures;
  /** Of the logits without what depends on the product through the given irreps. */
  readonly excluded: Measures;
}

/**
 * The share of a network's variance of logits, over all pairs and classes, that depends on the product a·b
 * through each real irrep. The sum is at most 1; the rest depends on single pairs: it is memorised.
 *
 * @returns a share for each of `realIrreps(group)`, place 0 (the trivial one) being 0
 * @throws InputError if the network does not multiply two elements of this group, for the weights of
 *   another network, or a weight that is not finite
 */
export function irrepShares(group: FiniteGroup, spec: NetworkSpec, weights: Tensors): number[] {
  const { order } = group;
  const { logits, mean, parts } = decompose(group, spec, weights);
  let variance = 0;
  for (let i = 0; i < logits.length; i++) variance += (logits[i] - mean[i % order]) ** 2;
  checkOverflow("the logits' squares", [variance]);
  return parts.map((part, place) => {
    if (place === 0 || variance === 0) return 0;
    return (order * part.reduce((sum, value) => sum + value * value, 0)) / variance;
  });
}

/**
 * The key irreps of a network that has generalised: the fewest that hold so much of what depends on
 * the product, as places in `realIrreps(group)`, ascending. Nanda et al. choose their key frequencies
 * by eye.
 *
 * @param shares of `irrepShares`
 * @param keyShare in [0, 1]
 * @throws InputError if there is no share, or one is negative or not finite
 */
export function keyIrreps(shares: readonly number[], keyShare = 0.95): number[] {
  checkFinite("the list of shares", shares);
  for (const [place, share] of shares.entries()) checkNumber(`share ${place}`, share, 0);
  checkNumber("keyShare", keyShare, 0, 1);
  const places = Array.from(shares.keys()).sort((a, b) => shares[b] - shares[a]);
  const wanted = keyShare * shares.reduce((sum, share) => sum + share, 0);
  const found: number[] = [];
  for (let held = 0; held < wanted && found.length < places.length; ) {
    const place = places[found.length];
    held += shares[place];
    found.push(place);
  }
  return found.sort((a, b) => a - b);
}

/**
 * Restricted and excluded loss, the progress measures of Nanda, Chan, Lieberum, Smith & Steinhardt
 * (arXiv 2301.05217, Sec. 5), for any group. There the waves cos ω(a+b), sin ω(a+b) of the key
 * frequencies are all that is kept of the logits, or what is taken away; here it is the part of the
 * logits that depends on the product a·b through some real irreps, which for Z_M is the same. While a
 * network memorises, the restricted loss falls unseen; while it forgets what it memorised, the
 * excluded loss on the training pairs rises.
 *
 * @param irreps places in `realIrreps(group)`, such as the `keyIrreps` at the end of the run
 * @param data pairs to measure on: there, those held out for the restricted loss, the training pairs
 *   for the excluded one
 * @throws InputError for a place of no nontrivial irrep, if the network does not multiply two elements
 *   of this group, for no pairs, the weights of another network, or a weight that is not finite
 */
export function ablatedMeasures(
  group: FiniteGroup,
  spec: NetworkSpec,
  weights: Tensors,
  irreps: readonly number[],
  data: Dataset,
): AblatedMeasures {
  const { order } = group;
  const { logits, mean, parts } = decompose(group, spec, weights);
  checkQuestion(spec, data);
  if (!Array.isArray(irreps)) throw new InputError("the irreps are no array of places");
  const kept = new Float64Array(order * order);
  for (const place of new Set(irreps)) {
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
  const measures = {
    restricted: measureLogits(spec, restricted, data.labels),
    excluded: measureLogits(spec, excluded, data.labels),
  };
  checkOverflow("the losses", [measures.restricted.loss, measures.excluded.loss]);
  return measures;
}

/** The logits of all pairs, and their parts. */
interface Decomposition {
  /** A row for the pair (a, b) at a·M + b, less the row's mean, on which no loss depends. */
  readonly logits: Float64Array;
  /** The mean row. */
  readonly mean: Float64Array;
  /** By real irrep: that part of the logits as a function of the product, order × classes. */
  readonly parts: readonly Float64Array[];
}

function decompose(group: FiniteGroup, spec: NetworkSpec, weights: Tensors): Decomposition {
  const { order } = group;
  const pairs = allPairs(group);
  checkRecord("the network's spec", spec);
  checkRecord("its shape", spec.shape);
  const { operands, vocabulary, classes } = spec.shape;
  if (operands !== 2 || vocabulary !== order || classes !== order) {
    throw new InputError(
      `a network for ${operands} operands of ${vocabulary} symbols and ${classes} classes`,
      `${group.name} needs 2, ${order} and ${order}`,
    );
  }
  checkQuestion(spec, pairs);
  checkWeights(spec, weights);
  const logits = centredRows(referenceNetwork(spec).logits(weights, pairs), order);
  checkOverflow("the logits", logits);
  const byProduct = new Float64Array(order * order);
  for (let pair = 0; pair < pairs.count; pair++) {
    const to = pairs.labels[pair] * order;
    for (let c = 0; c < order; c++) byProduct[to + c] += logits[pair * order + c] / order;
  }
  const parts = realIrreps(group).map(({ rows }) => project(group, rows, byProduct));
  return { logits, mean: columnMeans(logits, order), parts };
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
