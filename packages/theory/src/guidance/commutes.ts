import { type Dataset, InputError } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { aDataset } from "../input/kinds.ts";
import type { Words } from "../statements/locale.ts";

/** What shown examples say of whether a·b = b·a. */
export interface Commutes {
  /** Pairs a ≠ b that are shown both ways round. */
  readonly mirrored: number;
  /** Those among them with one answer. */
  readonly agreeing: number;
  /** Whether they suggest that all pairs commute. */
  readonly suggested: boolean;
  readonly says: Words;
}

/**
 * In a group that is not abelian at most 5/8 of all pairs commute (Gustafson, 1973), so that so many
 * pairs would all do with probability (5/8)^10 < 1 % at most.
 */
const enough = 10;

/**
 * Whether shown examples suggest that a·b = b·a in all of their table: if ten pairs or more are shown both
 * ways round, and each has one answer. It looks at nothing but what is shown.
 *
 * @param shown examples of two operands
 * @throws InputError if they have another number of operands
 */
export function commutes(shown: Dataset): Commutes {
  const { mirrored, different } = mirrors(shown);
  const agreeing = mirrored - different.length;
  const suggested = different.length === 0 && mirrored >= enough;
  return { mirrored, agreeing, suggested, says: inWords(mirrored, agreeing) };
}

/** @throws InputError naming a pair that is shown both ways round with two answers */
export function mustCommute(shown: Dataset): void {
  const [pair] = mirrors(shown).different;
  if (!pair) return;
  const [a, b] = pair;
  throw new InputError(
    `the table is declared commutative, but the shown ${a}·${b} and ${b}·${a} have two answers`,
    "leave commutative out, or correct the examples",
  );
}

function mirrors(shown: Dataset) {
  mustBe("shown", aDataset, shown);
  const { count, arity, operands, labels } = shown;
  if (arity !== 2) throw new InputError(`examples of ${arity} operands`, "show pairs");
  const answers = new Map<string, number>();
  const different: (readonly [a: number, b: number])[] = [];
  let mirrored = 0;
  for (let i = 0; i < count; i++) {
    const [a, b] = [operands[2 * i], operands[2 * i + 1]];
    const other = answers.get(`${b},${a}`);
    answers.set(`${a},${b}`, labels[i]);
    if (other === undefined || a === b) continue;
    mirrored++;
    if (other !== labels[i]) different.push([b, a]);
  }
  return { mirrored, different };
}

function inWords(mirrored: number, agreeing: number): Words {
  if (agreeing < mirrored) {
    const different = mirrored - agreeing;
    return {
      en: `a·b ≠ b·a in ${different} of the ${mirrored} pairs that are shown both ways round: an embedding for each operand`,
      "zh-cn": `两种次序都给出的 ${mirrored} 对中，有 ${different} 对 a·b ≠ b·a：两个运算数各用一个嵌入`,
    };
  }
  if (mirrored < enough) {
    return {
      en: `${mirrored} pairs are shown both ways round, too few to tell whether a·b = b·a: an embedding for each operand`,
      "zh-cn": `两种次序都给出的只有 ${mirrored} 对，看不出是否 a·b = b·a：两个运算数各用一个嵌入`,
    };
  }
  return {
    en: `a·b = b·a in all ${mirrored} pairs that are shown both ways round: one embedding for both operands`,
    "zh-cn": `两种次序都给出的 ${mirrored} 对全都 a·b = b·a：两个运算数共用一个嵌入`,
  };
}
