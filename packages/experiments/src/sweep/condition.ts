import { seen } from "@grokscape/group-datasets";
import { type Place, SweepError } from "./sweep-error.ts";

type Plain = number | string | boolean | null;

interface Range {
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly below?: number;
  /** Neither this value, nor one of these. */
  readonly not?: Plain | readonly Plain[];
}

/** What a value must be: this one, one of these, or within these limits. */
export type Test = Plain | readonly Plain[] | Range;

/** Values by their names, such as "optimiser.kind": all must be as they say. */
export type Condition = Readonly<Record<string, Test>>;

const limits: Readonly<Record<string, (value: unknown, limit: unknown) => boolean>> = {
  from: ordered((value, limit) => value >= limit),
  above: ordered((value, limit) => value > limit),
  to: ordered((value, limit) => value <= limit),
  below: ordered((value, limit) => value < limit),
  not: (value, unwanted) => !isOneOf(value, unwanted),
};

function ordered(holds: (value: number, limit: number) => boolean) {
  return (value: unknown, limit: unknown) =>
    typeof value === "number" && typeof limit === "number" && holds(value, limit);
}

const isOneOf = (value: unknown, wanted: unknown): boolean =>
  Array.isArray(wanted) ? wanted.includes(value) : wanted === value;

const isRange = (test: Test): test is Range =>
  typeof test === "object" && test !== null && !Array.isArray(test);

/** Whether a value passes a test; what is undefined passes as null does. */
export function passes(value: unknown, test: Test): boolean {
  const known = value ?? null;
  if (!isRange(test)) return isOneOf(known, test);
  return Object.entries(test).every(([name, limit]) => limits[name](known, limit));
}

/** @param named the value of a name */
export const holds = (condition: Condition, named: (name: string) => unknown): boolean =>
  Object.entries(condition).every(([name, test]) => passes(named(name), test));

/**
 * Refuses what is no condition.
 *
 * @param checkName throws for a name that means nothing
 * @throws SweepError
 */
export function checkCondition(
  value: unknown,
  place: Place,
  checkName: (name: string, place: Place) => void,
): asserts value is Condition {
  if (!isObject(value)) {
    throw new SweepError(place, `a condition names settings, got ${seen(value)}`, example);
  }
  for (const [name, test] of Object.entries(value)) {
    const here = [...place, name];
    checkName(name, here);
    if (isPlain(test) || (Array.isArray(test) && test.every(isPlain))) continue;
    if (!isObject(test)) throw new SweepError(here, `no test of a value: ${seen(test)}`, example);
    for (const [limit, than] of Object.entries(test)) {
      const isRight =
        limit === "not"
          ? isPlain(than) || (Array.isArray(than) && than.every(isPlain))
          : Object.hasOwn(limits, limit) && typeof than === "number";
      if (!isRight) {
        throw new SweepError(
          [...here, limit],
          `no test of a value: ${limit} ${seen(than)}`,
          "there are from, above, to, below, each with a number, and not",
        );
      }
    }
  }
}

const example = "such as { optimiser.kind: sgd, split.fraction: { from: 0.3 } }";

const isPlain = (value: unknown): value is Plain =>
  value === null || ["number", "string", "boolean"].includes(typeof value);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
