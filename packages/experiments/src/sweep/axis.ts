import { InputError, seen } from "@grokscape/group-datasets";
import { portableExp, portableLog } from "@grokscape/models";
import { type Key, readKey, settingOf } from "@grokscape/trainer/settings";
import { type Condition, isObject } from "./condition.ts";
import { fieldName, type Place, SweepError } from "./sweep-error.ts";

type Ends = readonly [from: number, to: number];

/** The values of one setting: a list, or a range with both ends. */
type Values =
  | readonly unknown[]
  | { readonly values: readonly unknown[] }
  /** So many, evenly spaced. */
  | { readonly linear: Ends; readonly count: number }
  /** So many, each the same multiple of the one before, to 6 digits. */
  | { readonly log: Ends; readonly count: number }
  /** Whole numbers, every so manyth. */
  | { readonly whole: Ends; readonly every?: number };

/** A setting that varies, and where it does: elsewhere it is that of the base. */
export type Axis = Values & { readonly when?: Condition };

const example = "a list such as [0.1, 0.2], or a range such as { log: [1e-4, 1e-2], count: 5 }";

/** More values of one setting are no sweep, but a slip of the pen. */
const most = 100_000;

/** How many values an axis has. @throws SweepError for what is none */
export function countOf(axis: unknown, place: Place): number {
  const list = listOf(axis);
  if (list) {
    if (list.length === 0) throw new SweepError(place, "it has no values", example);
    return list.length;
  }
  if (!isObject(axis)) throw new SweepError(place, `no values: ${seen(axis)}`, example);
  const kinds = ["linear", "log", "whole", "values"].filter((kind) => axis[kind] !== undefined);
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === "values") {
    throw new SweepError(place, `no values: ${seen(axis)}`, example);
  }
  const known = [kind, kind === "whole" ? "every" : "count", "when"];
  const unknown = Object.keys(axis).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new SweepError(
      [...place, unknown],
      `unknown field ${fieldName(unknown)}`,
      `there are ${known}`,
    );
  }
  const ends = axis[kind];
  const isEnds =
    Array.isArray(ends) && ends.length === 2 && ends.every(Number.isFinite) && ends[0] <= ends[1];
  if (!isEnds || (kind === "log" && ends[0] <= 0) || (kind === "whole" && !ends.every(isWhole))) {
    const which = kind === "log" ? " above 0" : kind === "whole" ? ", both whole" : "";
    throw new SweepError(
      [...place, kind],
      `it must be two ascending numbers${which}, got ${seen(ends)}`,
    );
  }
  const [name, given] = kind === "whole" ? ["every", axis.every ?? 1] : ["count", axis.count];
  if (!isWhole(given) || given < 1) {
    throw new SweepError(
      axis[name] === undefined ? place : [...place, name],
      `${name} must be a whole number ≥ 1, got ${seen(given)}`,
    );
  }
  return kind === "whole" ? Math.floor((ends[1] - ends[0]) / given) + 1 : given;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const listOf = (axis: unknown): readonly unknown[] | undefined => {
  const values = isObject(axis) ? axis.values : axis;
  return Array.isArray(values) ? values : undefined;
};

/**
 * The values of an axis that `countOf` takes, each once. Ranges are computed without Math.exp, whose last
 * bits differ between machines; those of settings that are whole numbers are rounded.
 *
 * @throws SweepError for more than 100,000, or for a text that is no value of the setting
 */
export function valuesOf(axis: Axis, key: Key, place: Place): readonly unknown[] {
  const count = countOf(axis, place);
  if (count > most) {
    throw new SweepError(place, `it has ${count} values`, `a setting takes ${most} at most`);
  }
  const list = listOf(axis);
  if (list) return list.map((value, i) => readWritten(value, key, [...place, i]));
  const { form } = settingOf(key);
  const rounds = form.form === "number" && form.whole;
  const range = axis as Exclude<Axis, readonly unknown[]>;
  const values = Array.from({ length: count }, (_, i) => numberAt(range, i, count));
  return [...new Set(rounds ? values.map(Math.round) : values)];
}

function numberAt(range: Exclude<Axis, readonly unknown[]>, i: number, count: number): number {
  if ("whole" in range) return range.whole[0] + i * (range.every ?? 1);
  const [from, to] = "log" in range ? range.log : (range as { linear: Ends }).linear;
  if (i === 0) return from;
  if (i === count - 1) return to;
  const share = i / (count - 1);
  return "log" in range
    ? Number((from * portableExp(portableLog(to / from) * share)).toPrecision(6))
    : Number((from + (to - from) * share).toPrecision(12));
}

/** A value as it is written: where a setting takes no text, texts say what they do as options. */
export function readWritten(value: unknown, key: Key, place: Place): unknown {
  const { form } = settingOf(key);
  const takesText = ["text", "choice", "word"].includes(form.form) && key !== "gradientFilters";
  if (typeof value !== "string" || takesText) return value;
  try {
    return readKey(key, key, value);
  } catch (error) {
    if (error instanceof InputError) throw new SweepError(place, error.message);
    throw error;
  }
}
