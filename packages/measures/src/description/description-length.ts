import { type Dataset, type FiniteGroup, InputError } from "@grokscape/group-datasets";
import { portableLog, type Tensor, type Tensors } from "@grokscape/models";
import { answers, referenceNetwork } from "@grokscape/trainer/internal";
import { checkQuestion, checkWeights } from "../check.ts";
import type { NetworkSpec } from "../network-spec.ts";
import { irrepRotation } from "./rotate.ts";
import { encodeRotated, type Fineness, inOrder, rounded, stepOf } from "./weight-code.ts";

/** The shortest code that was found for a network. */
export interface DescriptionLength {
  /** Of the whole message: 8 for each byte of the code, and the corrections. */
  readonly bits: number;
  readonly bitsPerWeight: number;
  /** The weights as `decodeWeights` reads them. */
  readonly bytes: Uint8Array;
  readonly fineness: Fineness;
  /** How many fewer examples the decoded weights answer right; the message corrects as many. */
  readonly corrections: number;
  /** To say which examples are corrected, and their labels: log₂(n + 1) + log₂ C(n, corrections) + corrections·log₂(classes). */
  readonly correctionBits: number;
  /** Share of the data answered right: by the given weights, and by the decoded with the corrections. */
  readonly accuracy: { readonly before: number; readonly after: number };
  /** What the labels of the data themselves would take: n·log₂(classes) bits. */
  readonly labelBits: number;
}

/** The code that one fineness gives. */
interface Code {
  readonly fineness: Fineness;
  readonly bytes: Uint8Array;
  readonly corrections: number;
  readonly right: number;
  readonly bits: number;
}

/** Where the search begins: all tensors by so many quarter octaves finer than where they round to zero. */
const starts = Array.from({ length: 16 }, (_, i) => 2 * i);
/** Where none of these answers as the weights do it begins by so many finer, up to the precision of float32. */
const laterStarts = [0, 32, 64, 96];
/** How many of these, the shortest, the search goes on from. */
const followed = 3;
const moves = [1, -1, 3, -3];
/**
 * Share of the data that may be corrected. Without a limit all labels would be written out: of small
 * tables they are shorter than any network.
 */
const mostCorrected = 0.01;

const log2 = (x: number): number => portableLog(x) / Math.LN2;

/**
 * Description length: the bits of the shortest message found from which the network can be had again
 * without a loss of accuracy on the data. Each tensor is rounded and arithmetically coded, and the
 * few examples that rounding makes wrong, 1 % at most, are written out; how coarse pays best is searched
 * for. An upper bound of what the weights' information is (Rissanen 1978; Hinton & van Camp 1993). A network
 * that has generalised is shorter than one that has memorised: it needs fewer digits, and in the
 * basis of the irreps most of its coordinates are zero.
 *
 * Costs some 100 evaluations of the data.
 *
 * @param data whose accuracy is to stay, such as the training set
 * @param group the group whose irreps may be used by the code, where the network multiplies in it
 * @param onEvaluation called before each evaluation of the data, to show that it goes on
 * @throws InputError for no examples, or such as the network does not read, for the weights of another
 *   network, a weight that is not finite, or weights that cannot be rounded
 */
export function descriptionLength(
  spec: NetworkSpec,
  weights: Tensors,
  data: Dataset,
  group?: FiniteGroup,
  onEvaluation: () => void = () => {},
): DescriptionLength {
  checkQuestion(spec, data);
  checkWeights(spec, weights);
  const { classes } = spec.shape;
  const { count, labels } = data;
  const network = referenceNetwork(spec);
  const rotate = irrepRotation(spec, group);
  const rotated = rotate(inOrder(spec, weights), 1);
  const names = Object.keys(rotated);
  const scale = Object.fromEntries(names.map((name) => [name, coarsest(name, rotated[name])]));

  function rightOf(candidate: Tensors): number {
    onEvaluation();
    const given = answers(network.logits(candidate, data), classes);
    return given.reduce((sum, answer, i) => sum + Number(answer === labels[i]), 0);
  }
  const before = rightOf(weights);

  const seen = new Map<string, Code>();
  function code(fineness: Fineness): Code {
    const key = names.map((name) => fineness[name]).join();
    const known = seen.get(key);
    if (known) return known;
    const coarse = Object.fromEntries(
      names.map((name) => [name, rounded(rotated[name], stepOf(fineness[name]))]),
    );
    const got = rightOf(rotate(coarse, -1));
    const corrections = Math.max(0, before - got);
    const bytes = encodeRotated(rotated, fineness);
    const bits =
      corrections > mostCorrected * count
        ? Number.POSITIVE_INFINITY
        : 8 * bytes.length + correctionBits(corrections, count, classes);
    const made = { fineness, bytes, corrections, right: got + corrections, bits };
    seen.set(key, made);
    return made;
  }

  const finer = (fineness: Fineness, by: number, only = names): Fineness => ({
    ...fineness,
    ...Object.fromEntries(only.map((name) => [name, Math.min(fineness[name] - by, scale[name])])),
  });

  /** Changes one tensor at a time as long as that makes the message shorter. */
  function improve(best: Code): Code {
    for (const name of names) {
      for (const by of moves) {
        const next = code(finer(best.fineness, by, [name]));
        if (next.bits < best.bits) return improve(next);
      }
    }
    return best;
  }

  /** The first starts of which one answers as the weights do. */
  function begin(): Code[] {
    let codes: Code[] = [];
    for (const from of laterStarts) {
      codes = starts.map((by) => code(finer(scale, from + by)));
      if (codes.some(({ bits }) => Number.isFinite(bits))) break;
    }
    return codes;
  }

  const shorter = (a: Code, b: Code) => a.bits - b.bits;
  const [best] = begin().toSorted(shorter).slice(0, followed).map(improve).toSorted(shorter);
  if (best.bits === Number.POSITIVE_INFINITY) {
    throw new InputError(
      "no code of these weights answers as they do",
      "their sizes are too far apart for one step a tensor",
    );
  }
  const size = names.reduce((sum, name) => sum + weights[name].data.length, 0);
  return {
    bits: best.bits,
    bitsPerWeight: best.bits / size,
    bytes: best.bytes,
    fineness: best.fineness,
    corrections: best.corrections,
    correctionBits: correctionBits(best.corrections, count, classes),
    accuracy: { before: before / count, after: best.right / count },
    labelBits: count * log2(classes),
  };
}

/** What it takes to say how many of `count` examples are corrected, which, and to what. */
function correctionBits(corrections: number, count: number, classes: number): number {
  let bits = log2(count + 1) + corrections * log2(classes);
  for (let i = 0; i < corrections; i++) bits += log2((count - i) / (i + 1));
  return bits;
}

/** The fineness at which a step is four times the largest coordinate: all are rounded to zero. */
function coarsest(name: string, { data }: Tensor): number {
  let largest = 0;
  for (const value of data) largest = Math.max(largest, Math.abs(value));
  if (!Number.isFinite(largest)) throw new InputError(`${name} has a weight of ${largest}`);
  return largest === 0 ? 0 : 8 + Math.ceil((4 * portableLog(largest)) / Math.LN2);
}
