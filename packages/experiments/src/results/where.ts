import { InputError } from "@grokscape/group-datasets";
import type { Condition, Test } from "../sweep/condition.ts";
import { checkColumn } from "./columns.ts";

const limits: Readonly<Record<string, (value: Plain) => Test>> = {
  "=": (value) => value,
  "!=": (value) => ({ not: value }),
  ">=": (value) => ({ from: value as number }),
  ">": (value) => ({ above: value as number }),
  "<=": (value) => ({ to: value as number }),
  "<": (value) => ({ below: value as number }),
};

type Plain = string | number | boolean | null;

const words: Readonly<Record<string, Plain>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  none: null,
  never: null,
};

/**
 * Conditions in words, all of which must hold: "split.fraction >= 0.3 and optimiser.kind = sgd".
 *
 * @throws InputError for what is no comparison, or a column that there is not
 */
export function readWhere(text: string): Condition[] {
  return text.split(/\s+and\s+/).map((part) => {
    const [, name, sign, written] = /^\s*([\w.]+)\s*(>=|<=|!=|=|<|>)\s*(.+?)\s*$/.exec(part) ?? [];
    if (sign === undefined) {
      throw new InputError(
        `no comparison: ${JSON.stringify(part)}`,
        'such as "split.fraction >= 0.3 and came = yes"',
      );
    }
    checkColumn(name);
    const value = Object.hasOwn(words, written)
      ? words[written]
      : Number.isNaN(Number(written))
        ? written
        : Number(written);
    if (sign !== "=" && sign !== "!=" && typeof value !== "number") {
      throw new InputError(
        `${name} ${sign} ${written} compares with no number`,
        "= and != compare words",
      );
    }
    return { [name]: limits[sign](value) };
  });
}
