import { InputError, seen } from "@grokscape/group-datasets";
import {
  type Form,
  type NumberForm,
  numberFrom,
  patternsOf,
  rangeInWords,
} from "@grokscape/models";
import type { Setting, Value } from "./setting.ts";

/**
 * The value that a text is: "0.3", "yes", "3,5", "none". What is of the right sort but out of range is
 * left to the check of the config.
 *
 * @param name what the setting is called where the text stands
 * @throws InputError for what is no number, or neither yes nor no
 */
export function readValue(name: string, { form, none }: Setting, text: string): Value {
  if (text === none) return null;
  switch (form.form) {
    case "number":
      return readNumber(name, text, none);
    case "flag":
      if (text === "yes" || text === "no") return text === "yes";
      throw new InputError(`${name} must be yes or no, got ${seen(text)}`);
    case "list":
      return text.split(/[,，\s]+/).map((entry) => readNumber(name, entry));
    default:
      return text;
  }
}

/** @throws InputError if the text is no finite number */
export function readNumber(name: string, text: string, none?: string): number {
  const value = numberFrom(text);
  if (Number.isFinite(value)) return value;
  throw new InputError(`${name} must be a number${none ? ` or ${none}` : ""}, got ${seen(text)}`);
}

/** Writes what `readValue` reads. */
export function writeValue(value: Value, { none }: Pick<Setting, "none">): string {
  if (value === null) return none as string;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** What a setting may be, in words. */
export function formInWords({ form, none }: Pick<Setting, "form" | "none">): string {
  const words = wordsOf(form);
  return none ? `${words}, or ${none}` : words;
}

function wordsOf(form: Form): string {
  switch (form.form) {
    case "number":
      return rangeInWords(form);
    case "choice":
      return form.of.join(", ");
    case "word":
      return patternsOf(form);
    case "list":
      return `${form.ascends ? "ascending numbers" : "numbers"} such as 3,5: each ${rangeInWords(form.of)}`;
    case "flag":
      return "yes or no";
    case "text":
      return "text";
  }
}

/** The range of numbers as mathematics writes it: "(0, 1)", "{1, 2, …, 64}". */
export function interval({ whole, from, above, to, below }: NumberForm): string {
  const most = to === Number.MAX_SAFE_INTEGER ? undefined : to;
  if (whole) {
    const least = from ?? 0;
    const last = below === undefined ? most : below - 1;
    return `{${[least, least + 1, "…", ...(last === undefined ? [] : [last])].join(", ")}}`;
  }
  const left = from === undefined ? `(${above ?? "−∞"}` : `[${from}`;
  return `${left}, ${most === undefined ? `${below ?? "∞"})` : `${most}]`}`;
}
