import { type FiniteGroup, InputError } from "@grokscape/group-datasets";
import { mustBe, numbers } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";
import { irrepMasses } from "./irrep-spectrum.ts";

/** What a hidden node has become. */
export interface NodeKind {
  /**
   * generalising: one real irrep holds at least half of its mass. memorising: it answers to the pairs
   * of one target. mixed: neither.
   */
  readonly kind: "generalising" | "memorising" | "mixed";
  /** Where generalising: its place in `realIrreps(group)`. */
  readonly irrep: number | null;
  /** Largest share of ‖w‖² in one nontrivial real irrep, in [0, 1]. */
  readonly purity: number;
  /** Where memorising: on one pair (focused), or over many of one target (spreading). */
  readonly form: "focused" | "spreading" | null;
  /** Where memorising: the product h of its pairs. */
  readonly target: number | null;
}

/** Below this participation ratio a half of w is all but one value. */
const fewValues = 1.5;
/** From this cosine of a(g) and b(g⁻¹h) on, a node memorises the target h. */
const alike = 0.8;

/**
 * Whether a weight vector [a; b] is a generalising feature (Theorem 2) or one of the memorising
 * optima of Theorem 5: there b(g⁻¹h) = a(g) for one target h.
 *
 * @param w length 2M, not zero
 * @throws InputError if w has another length
 */
export function classifyNode(group: FiniteGroup, w: ArrayLike<number>): NodeKind {
  mustBe("group", aGroup, group);
  mustBe("w", numbers, w);
  if (w.length !== 2 * group.order) {
    throw new InputError(
      `a weight vector of length ${w.length} on ${group.name}`,
      `it needs 2M = ${2 * group.order}`,
    );
  }
  const masses = irrepMasses(group, w);
  const total = masses.reduce((a, b) => a + b, 0);
  let irrep = 0;
  for (let k = 1; k < masses.length; k++) if (irrep === 0 || masses[k] > masses[irrep]) irrep = k;
  const purity = irrep > 0 && total > 0 ? masses[irrep] / total : 0;
  const focused = Math.max(...halves(group, w).map(participation)) < fewValues;
  if (!focused && purity >= 0.5) {
    return { kind: "generalising", irrep, purity, form: null, target: null };
  }
  const { target, likeness } = bestTarget(group, w);
  if (likeness < alike) return { kind: "mixed", irrep: null, purity, form: null, target: null };
  const form = focused ? "focused" : "spreading";
  return { kind: "memorising", irrep: null, purity, form, target };
}

const halves = ({ order }: FiniteGroup, w: ArrayLike<number>): Float64Array[] =>
  [0, 1].map((half) => Float64Array.from({ length: order }, (_, g) => w[half * order + g]));

/** The participation ratio (Σu²)²/Σu⁴: over how many values u is spread. */
function participation(u: Float64Array): number {
  let [square, fourth] = [0, 0];
  for (const value of u) {
    square += value ** 2;
    fourth += value ** 4;
  }
  return fourth > 0 ? square ** 2 / fourth : 0;
}

/** The h for which Σ_g a(g)·b(g⁻¹h) is largest, divided by ‖a‖‖b‖. */
function bestTarget(group: FiniteGroup, w: ArrayLike<number>) {
  const { order } = group;
  const overlap = new Float64Array(order);
  let [a, b] = [0, 0];
  for (let g = 0; g < order; g++) {
    a += w[g] ** 2;
    b += w[order + g] ** 2;
    for (let k = 0; k < order; k++) overlap[group.multiply(g, k)] += w[g] * w[order + k];
  }
  const largest = Math.max(...overlap);
  const norm = Math.sqrt(a * b);
  return { target: overlap.indexOf(largest), likeness: norm > 0 ? largest / norm : 0 };
}
