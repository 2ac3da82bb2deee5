import { authorCriticalFraction } from "@grokscape/theory";
import { count, percent, wholePercent } from "../demo/numbers.ts";
import type { Locale } from "../site/locales.ts";
import { articleWords } from "./words/index.ts";

/** M at each position of the slider. */
export const orders = [5, 7, 11, 17, 23, 31, 47, 71, 97, 127, 199, 313, 499, 701, 1000] as const;

/** What the law asks for, of a commutative group with M symbols. */
export function shareOfTable(order: number, locale: Locale) {
  const words = articleWords[locale].shareOfTable;
  const share = authorCriticalFraction(order, 1);
  const all = count(order ** 2);
  const needed = count(Math.round(share * order ** 2));
  const read = share < 0.1 ? percent : wholePercent;
  return {
    /** Side of the part, where the table's is 1. */
    side: Math.sqrt(share),
    says: words.enough(needed, all, read(share, locale)),
  };
}
