import { seen } from "@grokscape/group-datasets";
import type { Words } from "@grokscape/theory";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Key } from "@grokscape/trainer/settings";
import { type BorderInput, borderQuestion } from "../border/question.ts";
import { didYouMean } from "../nearest.ts";
import { type Axis, countOf } from "./axis.ts";
import { type Condition, checkCondition, isObject } from "./condition.ts";
import { checkFields, checkKey } from "./setting-names.ts";
import { fieldName, type Place, SweepError } from "./sweep-error.ts";

/**
 * Settings that go together: by their places ("optimiser.learningRate"), each changing one, or whole
 * sections as a config has them, each in place of the base's.
 */
export type Changes = Partial<RunConfigInput> & Readonly<Partial<Record<Key, unknown>>>;

/** So many, from 1 or another one on, or these. */
export type Seeds = number | readonly number[] | { readonly from: number; readonly count: number };

/** Many runs, as a person writes them down: a file. Plain JSON; an `Experiment` of the ledger is one, too. */
export interface Sweep {
  /** In letters, digits and -: its store is named so. */
  readonly id: string;
  readonly title?: string | Words;
  /** What is asked. */
  readonly question?: string | Words;
  /** Plug-ins that make its tasks: paths of modules, from the file's folder on, or names of packages. */
  readonly plugins?: readonly string[];
  readonly base: RunConfigInput;
  /** Lists of settings that go together. */
  readonly variants?: readonly { readonly name?: string; readonly changes: Changes }[];
  /** Settings that vary on their own: every combination, with every variant and every seed. */
  readonly vary?: Readonly<Partial<Record<Key, Axis>>>;
  /** Combinations that do not meet it are left out; of several conditions one must be met. */
  readonly when?: Condition | readonly Condition[];
  /** 1 if not given. */
  readonly seeds?: Seeds;
  /** In place of these runs: for each combination, runs that find from where on they come. */
  readonly border?: BorderInput;
}

/** A sweep that looks for borders. */
export type BorderSweep = Sweep & { readonly border: BorderInput };

export const looksForBorders = (sweep: Sweep): sweep is BorderSweep => sweep.border !== undefined;

/** More than a store holds; nobody waits for so many. */
const mostRuns = 100_000;

const languages = ["en", "zh-cn"];

const fields = [
  ...["$schema", "id", "title", "question", "plugins", "base"],
  ...["variants", "vary", "when", "seeds", "border"],
];

/** The plug-ins that a sweep names, before it is known to be one. @throws SweepError for what is no list */
export function pluginsIn(sweep: unknown): readonly string[] {
  const { plugins = [] } = Object(sweep);
  if (Array.isArray(plugins) && plugins.every((one) => typeof one === "string")) return plugins;
  throw new SweepError(
    ["plugins"],
    `plugins must be a list of paths or names, got ${seen(plugins)}`,
    "such as [./my-family.js]",
  );
}

/**
 * Refuses what is no sweep. What its settings may be is found out when it is planned.
 *
 * @throws SweepError with the place
 */
export function checkSweep(value: unknown): asserts value is Sweep {
  if (!isObject(value))
    throw new SweepError(
      [],
      `a sweep has fields, got ${seen(value)}`,
      `such as ${fields.slice(1).join(", ")}`,
    );
  for (const name of Object.keys(value)) {
    if (fields.includes(name)) continue;
    throw new SweepError(
      [name],
      `unknown field ${fieldName(name)}`,
      didYouMean(name, fields, `there are ${fields.slice(1).join(", ")}`),
    );
  }
  const { id, title, question, base, variants = [], vary = {}, when = [] } = value;
  if (typeof id !== "string" || !/^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/.test(id)) {
    throw new SweepError(
      id === undefined ? [] : ["id"],
      `id must be letters, digits and -, got ${seen(id)}`,
      "the folder of its runs is named so",
    );
  }
  for (const [name, words] of Object.entries({ title, question })) {
    const isWords =
      isObject(words) &&
      Object.entries(words).every(
        ([language, one]) => languages.includes(language) && typeof one === "string",
      );
    if (words === undefined || typeof words === "string" || (isWords && "en" in words)) continue;
    throw new SweepError(
      [name],
      `${name} must be text, or texts in en and zh-cn, got ${seen(words)}`,
    );
  }
  pluginsIn(value);
  if (!isObject(base))
    throw new SweepError(
      base === undefined ? [] : ["base"],
      `base must be a config, got ${seen(base)}`,
      "such as { task: cyclic:23, steps: 2000 }",
    );
  checkFields(base, ["base"]);
  if (!Array.isArray(variants))
    throw new SweepError(["variants"], `variants must be a list, got ${seen(variants)}`);
  for (const [i, variant] of variants.entries()) checkVariant(variant, ["variants", i]);
  if (!isObject(vary)) throw new SweepError(["vary"], `vary must name settings, got ${seen(vary)}`);
  for (const [name, axis] of Object.entries(vary)) {
    const place = ["vary", name];
    checkVaried(name, place);
    countOf(axis, place);
    if (isObject(axis) && axis.when !== undefined)
      checkCondition(axis.when, [...place, "when"], checkVaried);
  }
  const conditions = Array.isArray(when) ? when : [when];
  for (const [i, condition] of conditions.entries()) {
    checkCondition(condition, Array.isArray(when) ? ["when", i] : ["when"], checkVaried);
  }
  if (value.border !== undefined) checkBorder(value as unknown as Sweep);
  const runs = atMost(value as unknown as Sweep);
  if (runs > mostRuns) {
    throw new SweepError(
      [],
      `it has ${runs > 1e15 ? runs.toExponential(1) : runs.toLocaleString("en")} runs`,
      `a sweep has ${mostRuns.toLocaleString("en")} at most: take fewer values, or divide it`,
    );
  }
}

function checkBorder({ border, vary = {}, seeds }: Sweep): void {
  const { over } = borderQuestion(border as BorderInput);
  if (over in vary) {
    throw new SweepError(
      ["vary", over],
      `the border is looked for over ${over}`,
      "leave it out here",
    );
  }
  if (seeds !== undefined) {
    throw new SweepError(
      ["seeds"],
      "seeds of a border stand in its own field",
      "border: { seeds: 1 }",
    );
  }
}

function checkVaried(name: string, place: Place): void {
  checkKey(name, place);
  if (name === "seed") {
    throw new SweepError(place, "seeds have a field of their own", "such as seeds: 5");
  }
}

function checkVariant(variant: unknown, place: Place): void {
  const changes = isObject(variant) ? variant.changes : undefined;
  if (!isObject(variant) || !isObject(changes)) {
    throw new SweepError(
      place,
      `a variant has changes, got ${seen(variant)}`,
      "such as { name: η = 0, changes: { optimiser.weightDecay: 0 } }",
    );
  }
  for (const name of Object.keys(variant)) {
    if (name === "name" || name === "changes") continue;
    throw new SweepError(
      [...place, name],
      `unknown field ${fieldName(name)}`,
      didYouMean(name, ["name", "changes"], "a variant has name and changes"),
    );
  }
  for (const [name, value] of Object.entries(changes)) {
    const here = [...place, "changes", name];
    if (name.includes(".") || name === "seed") checkVaried(name, here);
    else checkFields({ [name]: value }, here.slice(0, -1));
  }
}

/** How many runs there are if no condition leaves any out. @throws SweepError for seeds that are none */
function atMost({ vary = {}, variants = [], seeds = 1 }: Sweep): number {
  const counts = Object.entries(vary).map(([name, axis]) => countOf(axis, ["vary", name]));
  return (
    counts.reduce((product, count) => product * count, 1) *
    Math.max(1, variants.length) *
    countOfSeeds(seeds)
  );
}

const isSeed = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 32;

function countOfSeeds(seeds: unknown): number {
  const refuse = (): never => {
    throw new SweepError(
      ["seeds"],
      `seeds must be how many, a list, or { from, count }, got ${seen(seeds)}`,
      "seeds are whole numbers from 0 to 2^32 − 1",
    );
  };
  if (Array.isArray(seeds))
    return seeds.length > 0 && seeds.every(isSeed) ? seeds.length : refuse();
  const { from, count } = isObject(seeds) ? seeds : { from: 1, count: seeds };
  if (!isSeed(from) || !isSeed(count) || count === 0) return refuse();
  return isSeed((from as number) + (count as number) - 1) ? (count as number) : refuse();
}

/** The seeds themselves. */
export function seedsOf({ seeds = 1 }: Sweep): readonly number[] {
  if (Array.isArray(seeds)) return [...new Set<number>(seeds)];
  const { from, count } =
    typeof seeds === "number"
      ? { from: 1, count: seeds }
      : (seeds as { from: number; count: number });
  return Array.from({ length: count }, (_, i) => from + i);
}
