import { seen } from "@grokscape/group-datasets";
import { unmet } from "@grokscape/models";
import { type Key, settingOf } from "@grokscape/trainer/settings";
import { didYouMean } from "../nearest.ts";
import { isObject } from "../sweep/condition.ts";
import { checkKey } from "../sweep/setting-names.ts";
import { fieldName, type Place, SweepError } from "../sweep/sweep-error.ts";

/** From which value of a setting on do runs come? Plain JSON. */
export interface BorderQuestion {
  /** The setting's place in a config: "split.count", "optimiser.weightDecay". */
  readonly over: Key;
  /** The range in which the border is looked for; both above 0. */
  readonly from: number;
  readonly to: number;
  /** Whether runs come from the border upwards or downwards. */
  readonly comes: "above" | "below";
  /** Whether values are whole numbers. */
  readonly whole: boolean;
  /** A run comes once this share of the held-out examples is right, in (0, 1]. */
  readonly goal: number;
  /** How wide the 95 % interval may be: half of it, as a share of the border. */
  readonly width: number;
  /** Runs at most. */
  readonly budget: number;
  /** Seeds that are taken in turn, each once at a value; or the first of a stream of new ones. */
  readonly seeds: number | readonly number[];
  /** How many runs are placed before the outcome of the first of them is known. */
  readonly ahead: number;
}

/** The same as a person writes it, in a sweep's `border`. */
export type BorderInput = Pick<BorderQuestion, "from" | "to"> & {
  readonly over: string;
} & Partial<Omit<BorderQuestion, "over" | "from" | "to" | "whole">>;

const usual = { comes: "above", goal: 0.99, width: 0.05, budget: 40, seeds: 1, ahead: 4 } as const;

/** Fewer runs show no border, and more than this nobody waits for. */
const budgets = { least: 8, most: 10_000 };

/** Closer than this the grid on which the search computes grows too large. */
const leastWidth = 0.005;
const mostFold = 10_000;

/**
 * Fills in what is not said (runs come above the border, goal 0.99, width 0.05, budget 40, seeds from 1 on,
 * ahead 4), and checks the rest.
 *
 * @throws SweepError naming the field, the value seen and what it must be
 */
export function borderQuestion(input: BorderInput): BorderQuestion {
  if (!isObject(input))
    throw new SweepError(place, `a border has fields, got ${seen(input)}`, example);
  const fields = ["over", "from", "to", ...Object.keys(usual)];
  const unknown = Object.keys(input).find((name) => !fields.includes(name));
  if (unknown !== undefined) {
    const hint = didYouMean(unknown, fields, `there are ${fields.join(", ")}`);
    throw new SweepError([...place, unknown], `unknown field ${fieldName(unknown)}`, hint);
  }
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const { over, from, to, comes, goal, width, budget, seeds, ahead }: Required<BorderInput> = {
    ...usual,
    ...(Object.fromEntries(given) as unknown as BorderInput),
  };
  if (typeof over !== "string") refuse("over", "must be a setting", over, example);
  checkKey(over, [...place, "over"]);
  const { form } = settingOf(over);
  if (form.form !== "number" || over === "seed") {
    refuse("over", "must be a setting that is a number", over, example);
  }
  for (const [name, value] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!isAmount(value)) refuse(name, "must be a number above 0", value);
    const words = unmet(form, value);
    if (words) refuse(name, `must ${words}, as ${over}`, value);
  }
  if (from >= to) refuse("from", `must be less than to, which is ${to}`, from);
  if (to / from > mostFold)
    refuse("to", `must be at most ${mostFold} times from, which is ${from}`, to);
  if (comes !== "above" && comes !== "below") refuse("comes", "must be above or below", comes);
  if (!(isAmount(goal) && goal <= 1)) refuse("goal", "must be a share in (0, 1]", goal);
  if (!(isAmount(width) && width >= leastWidth && width < 1)) {
    refuse("width", `must be from ${leastWidth} to 1`, width);
  }
  const { least, most } = budgets;
  if (!isWhole(budget, least, most)) {
    refuse("budget", `must be a whole number of runs from ${least} to ${most}`, budget);
  }
  if (!isWhole(ahead, 1, budget)) {
    refuse("ahead", `must be a whole number of runs from 1 to the budget ${budget}`, ahead);
  }
  const lastSeed = 2 ** 32 - 1;
  const areSeeds = Array.isArray(seeds)
    ? seeds.length > 0 && seeds.every((seed) => isWhole(seed, 0, lastSeed))
    : isWhole(seeds, 0, lastSeed - budget);
  if (!areSeeds) refuse("seeds", "must be the first seed of a stream, or a list of seeds", seeds);
  return { over, from, to, comes, whole: !!form.whole, goal, width, budget, seeds, ahead };
}

const place: Place = ["border"];
const example = "such as { over: split.count, from: 100, to: 400 }";

const isAmount = (value: unknown): value is number =>
  Number.isFinite(value) && (value as number) > 0;

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

function refuse(field: string, what: string, value: unknown, hint?: string): never {
  throw new SweepError([...place, field], `${field} ${what}, got ${seen(value)}`, hint);
}
