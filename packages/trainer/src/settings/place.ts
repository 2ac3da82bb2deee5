import { type Contradicted, contradictions, unmet } from "@grokscape/models";
import type { RunConfig } from "../config/config.ts";
import { completed } from "./complete.ts";
import { filterFields, readFilters, writeFilters } from "./filters.ts";
import type { Setting, Value } from "./setting.ts";
import { readValue, writeValue } from "./text.ts";
import { isOf, type Path, paths, sectionPath, settingAt } from "./tree.ts";

/** What text can say of a config: each setting, the filters all in one. */
export type Key = Exclude<Path, `gradientFilters.${string}`> | "gradientFilters";

export const keys: readonly Key[] = [
  ...new Set(paths.map((path) => (path.startsWith("gradientFilters.") ? "gradientFilters" : path))),
] as Key[];

/** The setting that a key stands for; of the filters, which kinds there are. */
export const settingOf = (key: Key): Setting =>
  settingAt[key === "gradientFilters" ? "gradientFilters.kind" : key];

type Fields = Readonly<Record<string, unknown>>;

/** The value at a place in a config; undefined where it has none. */
export function valueAt(config: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, name) => (value as Fields | null | undefined)?.[name], config);
}

/** The settings of a config that is in order field by field whose values contradict each other. */
export const contradictionsIn = (config: RunConfig): readonly Contradicted[] =>
  contradictions(
    settingAt,
    (path) => valueAt(config, path),
    (path) => valueAt(config, `${sectionPath(path)}.kind`),
  );

/** A copy with another value at a place; undefined takes it away. */
function put(value: unknown, [name, ...rest]: readonly string[], what: unknown): Fields {
  const fields = { ...(value as Fields | null | undefined) };
  if (what === undefined && (fields[name] ?? undefined) === undefined) return fields;
  const one = rest.length > 0 ? put(fields[name], rest, what) : what;
  if (one === undefined) delete fields[name];
  else fields[name] = one;
  return fields;
}

/** Whether a setting counts for this config. */
export function applies(config: RunConfig, key: Key): boolean {
  const { when } = settingOf(key);
  if (when && !when.is.includes(valueAt(config, when.path) as Value)) return false;
  const section = sectionPath(key);
  if (key === "goal.hold") return config.goal !== null;
  if (key === "split.first") return /\b(two|separate)-operations:/.test(config.task);
  if (key === "split.holdOut.operand") return config.split.holdOut !== undefined;
  return isOf(settingOf(key), valueAt(config, `${section}.kind`));
}

/**
 * A config with one setting changed. Another kind, of network, optimiser or schedule, brings its
 * defaults; one way to say how many examples are shown takes the place of the others.
 *
 * @returns what `runConfig` completes and checks
 */
export function changed(config: RunConfig, key: Key, value: unknown): RunConfig {
  const section = sectionPath(key);
  if (key.endsWith(".kind")) {
    if (valueAt(config, key) === value) return config;
    return completed({ ...config, [section]: { kind: value } }) as RunConfig;
  }
  if (key === "task") {
    const { plugins: _, ...others } = config;
    return { ...others, task: value as string };
  }
  if (key === "goal.testAccuracy" && value === null) return { ...config, goal: null };
  if (key === "split.holdOut.symbols" && value === undefined) {
    return put(config, ["split", "holdOut"], undefined) as unknown as RunConfig;
  }
  const { rival } = settingOf(key);
  const others =
    rival && value !== undefined
      ? paths.filter((path) => path !== key && settingAt[path].rival === rival)
      : [];
  const without = others.reduce<unknown>(
    (rest, path) => put(rest, path.split("."), undefined),
    config,
  );
  return completed(put(without, key.split("."), value)) as RunConfig;
}

/** Reads the value of a key. @throws InputError as `readValue` */
export function readKey(name: string, key: Key, text: string): unknown {
  return key === "gradientFilters"
    ? readFilters(name, text)
    : readValue(name, settingOf(key), text);
}

/** Writes what `readKey` reads; "" for what is not there. */
export function textAt(config: RunConfig, key: Key): string {
  if (key === "gradientFilters") return writeFilters(config.gradientFilters);
  if (key === "goal.testAccuracy" && config.goal === null) return "none";
  const value = valueAt(config, key);
  return value === undefined ? "" : writeValue(value as Value, settingOf(key));
}

const kinds = keys.filter((key) => key.endsWith(".kind"));
const others = keys.filter((key) => !key.endsWith(".kind"));

/** The settings in which a config differs from another, as texts: kinds first, then in the table's order. */
export function differences(config: RunConfig, base: RunConfig): [key: Key, text: string][] {
  if (config === base) return [];
  const near = kinds.reduce((near, key) => changed(near, key, valueAt(config, key)), base);
  const beside =
    (from: RunConfig) =>
    (key: Key): [Key, string][] => {
      const text = textAt(config, key);
      return text === textAt(from, key) ? [] : [[key, text]];
    };
  return [...kinds.flatMap(beside(base)), ...others.flatMap(beside(near))];
}

/** Whether a setting may be this; undefined: whether it may be left out. */
export function usable(key: Key, value: unknown): boolean {
  if (key === "gradientFilters") {
    return Array.isArray(value) && value.every(({ kind }) => filterFields.has(kind));
  }
  const { form, of, usual, none } = settingOf(key);
  if (value === undefined) return of === undefined && usual === undefined && key !== "task";
  return (value === null && none !== undefined) || unmet(form, value) === null;
}
