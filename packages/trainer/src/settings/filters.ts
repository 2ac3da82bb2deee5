import { InputError } from "@grokscape/group-datasets";
import type { ChoiceForm } from "@grokscape/models";
import type { GradientFilter } from "../config/config.ts";
import { readNumber } from "./text.ts";
import { isOf, paths, settingAt } from "./tree.ts";

const section = "gradientFilters.";

/** The kinds of filters, and the names of their numbers in the order in which they are written. */
export const filterFields: ReadonlyMap<string, readonly string[]> = new Map(
  (settingAt["gradientFilters.kind"].form as ChoiceForm).of.map((kind) => [
    kind,
    paths
      .filter(
        (path) => path.startsWith(section) && settingAt[path].of && isOf(settingAt[path], kind),
      )
      .map((path) => path.slice(section.length)),
  ]),
);

/** How filters are written: "grokfast-ema:<alpha>,<lambda>, …". */
export const filterPatterns: string = [...filterFields]
  .map(([kind, fields]) => [kind, fields.map((field) => `<${field}>`).join(",")])
  .map((parts) => parts.filter(Boolean).join(":"))
  .join(", ");

/**
 * Filters that a text names, several with + between them: "grokfast-ema:0.98,2+clip:1", or "none".
 * Numbers left out are left to the defaults, and an unknown kind to the check of the config.
 *
 * @param name what the setting is called where the text stands
 * @throws InputError for what is no number, and for one too many
 */
export function readFilters(name: string, text: string): Readonly<Record<string, unknown>>[] {
  if (text === "none") return [];
  return text.split("+").map((word) => {
    const [kind, rest = ""] = word.split(/:(.*)/s) as [string, string?];
    const numbers = rest === "" ? [] : rest.split(",").map((one) => readNumber(name, one));
    const fields = filterFields.get(kind) ?? [];
    if (filterFields.has(kind) && numbers.length > fields.length) {
      throw new InputError(
        `${name} ${word} has ${numbers.length} numbers`,
        `${kind} takes ${fields.length || "none"}`,
      );
    }
    return { kind, ...Object.fromEntries(numbers.map((number, i) => [fields[i], number])) };
  });
}

/** Writes what `readFilters` reads, with all numbers. */
export function writeFilters(filters: readonly GradientFilter[]): string {
  const words = filters.map((filter) => {
    const values = filter as unknown as Readonly<Record<string, number>>;
    const numbers = (filterFields.get(filter.kind) ?? []).map((field) => values[field]);
    return numbers.length > 0 ? `${filter.kind}:${numbers.join(",")}` : filter.kind;
  });
  return words.join("+") || "none";
}
