import { nearest } from "../text/nearest.ts";
import { type AnyTaskFamily, taskId } from "./family.ts";

/** Other words for what our families are, and letters for groups. */
const words: Readonly<Record<string, string>> = {
  cyclic: "addition add sum plus modular-addition mod z c",
  "division:cyclic": "subtraction subtract minus difference",
  "modular-division": "divide quotient",
  "field-multiplication": "multiplication multiply times",
  symmetric: "permutations permutation s",
  alternating: "a",
  dihedral: "d",
  expression: "polynomial",
};

/**
 * Ids that may be meant by that of an unknown task, its parameters kept; none if nothing is near.
 *
 * @param before what stands before it in the whole id, such as "division:"
 */
export function guesses(id: string, before: string, families: readonly AnyTaskFamily[]): string[] {
  const written = id.trim().toLowerCase();
  const meant = meantBy(written, families);
  if (meant === undefined) return [];
  return /(^|:)division:$/.test(before) && /^\d+$/.test(written)
    ? [before.replace(/division:$/, `modular-division:${written}`), before + meant]
    : [before + meant];
}

function meantBy(id: string, families: readonly AnyTaskFamily[]): string | undefined {
  if (/^\d+$/.test(id)) return `cyclic:${id}`;
  if (/^\d+(,\d+)+$/.test(id)) return `product:${id}`;
  // a family and its parameters, or "S5" and "product-4,7"
  const [, name, parameters] =
    /^([a-z]+)[-_ ]?(\d[\d,]*)$/.exec(id) ?? (/^([^:]*):?(.*)$/s.exec(id) as RegExpExecArray);
  const named = (word: string) =>
    families.find((each) => each.id === word || each.aliases?.includes(word));
  const family =
    Object.keys(words).find(
      (each) => words[each].split(" ").includes(name) && named(each.split(":")[0]),
    ) ??
    nearest(
      name,
      families.flatMap((each) => [each.id, ...(each.aliases ?? [])]),
    );
  return family && taskId(family, [parameters || (named(family)?.example ?? "7")]);
}
