import { InputError, type Task, trainCount } from "@grokscape/group-datasets";
import { type RunConfig, type RunConfigInput, runConfig, taskOf } from "@grokscape/trainer";
import {
  changed,
  completed,
  differences,
  type Key,
  keys,
  settingAt,
  settingOf,
  textAt,
  valueAt,
} from "@grokscape/trainer/settings";
import { borderConfig } from "../border/measurement.ts";
import { type BorderInput, borderQuestion } from "../border/question.ts";
import type { Experiment, PlannedRun } from "../experiment.ts";
import { type Axis, readWritten, valuesOf } from "./axis.ts";
import { type Condition, holds } from "./condition.ts";
import { type Changes, checkSweep, type Sweep, seedsOf } from "./sweep.ts";
import { type Place, SweepError } from "./sweep-error.ts";

/** A run of a sweep, with the values that make it differ from others of it. */
export interface SweepRun extends PlannedRun {
  readonly values: Readonly<Partial<Record<Key, unknown>>>;
}

/** All runs that a sweep comes to. Plain data. */
export interface SweepPlan {
  readonly sweep: Sweep;
  /** The settings that it varies, but for the seed. */
  readonly varied: readonly Key[];
  /** Seeds vary fastest. */
  readonly runs: readonly SweepRun[];
}

/**
 * Works out which runs a sweep comes to, and checks each: from the base, its variant and the values of what
 * varies. Another kind, of network, optimiser or schedule, keeps what the base says and it has, too.
 *
 * @throws SweepError with the place of what cannot be used
 */
export function planSweep(value: unknown): SweepPlan {
  checkSweep(value);
  const combinations = combinationsOf(value);
  if (combinations.length === 0) throw new SweepError(["when"], "it leaves out every run");
  if (value.border) checkEnds(value, value.border, combinations);
  const texts = (key: Key) => new Set(combinations.map(({ config }) => textAt(config, key)));
  const varied = keys.filter((key) => isAsked(value, key) && texts(key).size > 1);
  const seeds = seedsOf(value);
  const runs = combinations.flatMap(({ variant, config }) => {
    const values = Object.fromEntries(varied.map((key) => [key, valueAt(config, key)]));
    return seeds.map((seed) => ({ variant, seed, values, config: { ...config, seed } }));
  });
  return { sweep: value, varied, runs };
}

/** Refuses a range whose ends make no run of some combination. */
function checkEnds({ id, base }: Sweep, border: BorderInput, combinations: readonly Combination[]) {
  const question = borderQuestion(border);
  const checkData = dataCheck();
  for (const { variant: name, config: changes } of combinations) {
    for (const end of ["from", "to"] as const) {
      const run = { value: question[end], seed: 1 };
      try {
        checkData(borderConfig({ id, base, variants: [] }, { name, changes }, question, run));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new SweepError(["border", end], `${name}: ${error.message}`);
      }
    }
  }
}

/** Whether a sweep says itself what a setting is in some runs: others follow from these. */
const isAsked = ({ vary = {}, variants = [] }: Sweep, key: Key): boolean =>
  key in vary ||
  variants.some(({ changes }) => key in changes || (key.split(".")[0] as keyof Changes) in changes);

/**
 * A sweep as an experiment of the ledger: a variant for each combination of its settings.
 *
 * @throws SweepError with the place of what cannot be used
 */
export function experimentOfSweep(sweep: Sweep): Experiment {
  const { runs } = planSweep(sweep);
  const { id, base, title = id, question = title } = sweep;
  const seeds = seedsOf(sweep);
  const words = (text: NonNullable<Sweep["title"]>) =>
    typeof text === "string" ? { en: text, "zh-cn": text } : text;
  return {
    id,
    title: words(title),
    question: words(question),
    base,
    variants: runs
      .filter(({ seed }) => seed === seeds[0])
      .map(({ variant, config: { seed: _, ...changes } }) => ({ name: variant, changes })),
    seeds,
  };
}

interface Combination {
  /** In words: "η = 0, learning-rate 0.01". */
  readonly variant: string;
  readonly config: RunConfig;
}

/** The combinations of a sweep's settings, each once. */
function combinationsOf(sweep: Sweep): Combination[] {
  const { base, variants = [], vary = {}, when = [] } = sweep;
  const checked = checkedIn(sweep);
  const start = checked([], () => runConfig(base));
  const conditions: readonly Condition[] = Array.isArray(when) ? when : [when];
  const axes = (Object.keys(vary) as Key[]).map((key) => {
    const axis = vary[key] as Axis;
    const condition = "when" in axis ? axis.when : undefined;
    return { key, values: valuesOf(axis, key, ["vary", key]), when: condition };
  });
  const places = variants.map((_, i): Place => ["variants", i, "changes"]);
  const found = new Map<string, Combination>();
  const checkData = dataCheck();
  for (const place of places.length > 0 ? places : [undefined]) {
    const { name, changes } = place ? variants[place[1] as number] : { changes: {} };
    const { sections, settings } = divided(changes, place ?? []);
    const from = { ...base, ...sections };
    const alone = checked(place ?? [], () => configWith(from, settings));
    const ownName = place && (name ?? inWords(alone, differences(alone, start)));
    for (const values of grid(axes.map(({ values }) => values))) {
      const given = new Map(settings);
      const set = (i: number) => given.set(axes[i].key, values[i]);
      const config = checked(place ?? [], () => {
        for (const [i, { when }] of axes.entries()) if (!when) set(i);
        for (const [i, { when }] of axes.entries()) {
          if (!when) continue;
          const soFar = uncheckedWith(from, given);
          if (holds(when, (key) => valueAt(soFar, key))) set(i);
        }
        const config = configWith(from, given);
        checkData(config);
        return config;
      });
      const isWanted = (one: Condition) => holds(one, (key) => valueAt(config, key));
      if (conditions.length > 0 && !conditions.some(isWanted)) continue;
      const varying = axes.filter(({ key }) => given.has(key)).map(({ key }) => [key] as const);
      const variant = [ownName, inWords(config, varying)].filter(Boolean).join(", ");
      const id = JSON.stringify(config);
      if (!found.has(id)) found.set(id, { variant: variant || config.task, config });
    }
  }
  return [...found.values()];
}

/** "learning-rate 0.01, fraction 0.4" */
const inWords = (config: RunConfig, of: readonly (readonly [key: Key, ...unknown[]])[]): string =>
  of.map(([key]) => `${settingOf(key).option} ${textAt(config, key) || "none"}`).join(", ");

/** Every way to take one of each, the last varying fastest. */
function* grid(lists: readonly (readonly unknown[])[]): Generator<readonly unknown[]> {
  const [first, ...rest] = lists;
  if (!first) yield [];
  else for (const value of first) for (const others of grid(rest)) yield [value, ...others];
}

/** A variant's changes: what takes the place of whole sections, and single settings. */
function divided(changes: Changes, place: Place) {
  const sections: Record<string, unknown> = {};
  const settings = new Map<Key, unknown>();
  for (const [name, value] of Object.entries(changes)) {
    if (name in settingAt)
      settings.set(name as Key, readWritten(value, name as Key, [...place, name]));
    else sections[name] = value;
  }
  return { sections: sections as Partial<RunConfigInput>, settings };
}

const isKind = (key: Key) => key.endsWith(".kind");

/** A config with some settings changed, kinds first. */
const configWith = (from: RunConfigInput, values: ReadonlyMap<Key, unknown>): RunConfig =>
  runConfig(uncheckedWith(from, values));

/** The same while it may still lack a setting, such as a number of another schedule. */
function uncheckedWith(from: RunConfigInput, values: ReadonlyMap<Key, unknown>): RunConfigInput {
  const kinds = [...values].filter(([key]) => isKind(key));
  const others = [...values].filter(([key]) => !isKind(key));
  const start = completed(kinds.reduce((input, [key, kind]) => withKind(input, key, kind), from));
  return others.reduce((config, [key, value]) => changed(config, key, value), start as RunConfig);
}

/** Another kind, with those of the fields given before that it has. */
function withKind(input: RunConfigInput, key: Key, kind: unknown): RunConfigInput {
  const section = key.slice(0, -".kind".length) as "model" | "optimiser" | "schedule";
  const known = Object.entries(input[section] ?? {}).filter(([name]) => {
    const { of } = settingAt[`${section}.${name}` as keyof typeof settingAt] ?? {};
    return !of || Object.hasOwn(of, String(kind));
  });
  return { ...input, [section]: { ...Object.fromEntries(known), kind } };
}

/** Refuses tasks that there are not, and splits that they cannot have. */
function dataCheck(): (config: RunConfig) => void {
  const tasks = new Map<string, Task>();
  return (config) => {
    const known = tasks.get(config.task) ?? taskOf(config);
    tasks.set(config.task, known);
    trainCount(known, config.split);
  };
}

/** Tells what goes wrong with its place in the sweep: where the setting stands that an error begins with. */
function checkedIn(sweep: Sweep) {
  const { vary = {} } = sweep;
  return <T>(variant: Place, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof InputError) || error instanceof SweepError) throw error;
      const { message } = error;
      const path = /^[a-z][\w.]*/i.exec(message)?.[0] ?? "";
      const ofSplit = `split.${path}` in settingAt;
      const name = path === "unknown" ? "task" : ofSplit ? `split.${path}` : path;
      const places: Place[] = [
        ["vary", name],
        [...variant, name],
        [...variant, ...name.split(".")],
        ["base", ...name.split(".")],
        ...Object.keys(vary)
          .filter((key) => key.startsWith(`${name}.`))
          .map((key) => ["vary", key]),
        variant,
        ["base"],
      ];
      const isThere = (place: Place) =>
        place.length > 0 &&
        place.reduce<unknown>((value, one) => Object(value)[one], sweep) !== undefined;
      const unknown = / does not know (\w+)/.exec(message);
      const hint =
        unknown && path !== ""
          ? "give it a when, so that it varies only where it counts"
          : undefined;
      throw new SweepError(places.find(isThere) ?? [], message, hint);
    }
  };
}
