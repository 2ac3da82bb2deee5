import { isDeepStrictEqual } from "node:util";
import { InputError, task } from "@grokscape/group-datasets";
import {
  preset,
  presets,
  type RunConfig,
  type RunConfigInput,
  runConfig,
} from "@grokscape/trainer";
import {
  applies,
  changed,
  differences,
  filterPatterns,
  formInWords,
  type Key,
  keys,
  readKey,
  type Setting,
  settingOf,
  settingsWords,
  textAt,
  type Value,
  writeValue,
} from "@grokscape/trainer/settings";
import type { Command, Given, Options } from "../arguments/command.ts";
import { readConfig } from "../files/read-config.ts";
import { pluginOption } from "./plugins.ts";

/** What is trained if nothing is said: Figure 3 of the paper, to be stopped when it has grokked. */
const figure3 = {
  task: "cyclic:71",
  split: { fraction: 0.4 },
  model: { width: 2048 },
  steps: 2000,
  evaluateEvery: 5,
} satisfies RunConfigInput;

const usualRun = runConfig(figure3);

const words = settingsWords.en;
const beginningOptions: Options = {
  preset: {
    value: "name",
    says: `begin with its settings; every other option changes them: ${presets.map(({ name }) => name).join(", ")}`,
    group: words.group.data,
  },
  config: {
    value: "file",
    says: "begin with the config in this file, JSON as runConfig takes it",
    group: words.group.data,
  },
  plugin: { ...pluginOption.plugin, group: words.group.data },
};

export const taskOperand: Command["operand"] = {
  name: "task",
  required: false,
  says: "as with --task",
};

/** Options of every command that speaks of a run before it starts: one for each setting. */
export const configOptions: Options = {
  ...beginningOptions,
  ...Object.fromEntries(
    keys.map((key) => {
      const setting = settingOf(key);
      return [
        setting.option,
        {
          path: key,
          value: setting.symbol,
          says: saysOf(key, setting),
          otherwise: otherwiseOf(key, setting),
          group: words.group[setting.group],
          known: setting.known,
        },
      ];
    }),
  ),
};

function saysOf(key: Key, setting: Setting): string {
  const { says } = words.setting[key === "gradientFilters" ? "gradientFilters.kind" : key];
  if (key === "gradientFilters") return `${says}: ${filterPatterns}`;
  const { form } = setting.form;
  return form === "choice" || form === "word" ? `${says}: ${formInWords(setting)}` : says;
}

/** What holds if an option is not given: "0.001; 0.05 for sgd, 0.005 for muon". */
function otherwiseOf(key: Key, setting: Setting): string | undefined {
  const kinds = Object.entries(setting.of ?? {}).filter(([, value]) => value !== undefined);
  const texts = kinds.map(([kind, value]) => [kind, writeValue(value as Value, setting)]);
  const usual = textAt(usualRun, key) || texts[0]?.[1];
  const others = new Set(texts.map(([, text]) => text).filter((text) => text !== usual));
  const inWords = [...others].map((text) => {
    const of = texts.filter((one) => one[1] === text).map(([kind]) => kind);
    return `${text} for ${of.join(", ")}`;
  });
  return [usual, inWords.join(", ")].filter(Boolean).join("; ") || undefined;
}

const isKind = (key: Key) => key.endsWith(".kind");
/** Kinds first: they bring the defaults that other options then change. */
const inOrder = [...keys.filter(isKind), ...keys.filter((key) => !isKind(key))];

/** Where options begin: a preset, a file, or Figure 3. @throws InputError for a file that is no config */
function beginning({ preset: name, config: file }: Given["options"]): RunConfig {
  if (name && file)
    throw new InputError("both --preset and --config say where to begin", "give one");
  if (file) return runConfig(readConfig(file));
  return name ? runConfig(preset(name).config) : usualRun;
}

/**
 * The run that a person asked for: the preset's or Figure 3, and what the options change of it.
 *
 * @throws InputError naming the option that cannot be used
 */
export function configFrom({ options: given, operand }: Given): RunConfig {
  if (operand !== undefined && given.task !== undefined) {
    throw new InputError(`both "${operand}" and --task ${given.task}`, "give the task once");
  }
  const options: Given["options"] = { ...given, task: operand ?? given.task };
  refuseRivals(options);
  if (options.task) task(options.task);
  const base = beginning(options);
  const config = inOrder.reduce((config, key) => {
    const { option } = settingOf(key);
    const text = options[option];
    if (text === undefined) return config;
    refuseNumbersOfKind(key, text);
    const value = readKey(`--${option}`, key, text);
    refuseWithoutEffect(config, key);
    return changed(config, key, value);
  }, base);
  return runConfig(config as RunConfigInput);
}

function refuseRivals(options: Given["options"]): void {
  const rivals = keys.flatMap((key) => {
    const { rival, option } = settingOf(key);
    return rival && options[option] !== undefined ? [option] : [];
  });
  if (rivals.length > 1) {
    throw new InputError(
      `--${rivals[0]} and --${rivals[1]} both say how much is shown`,
      "give one",
    );
  }
}

/** @throws InputError for a setting that this kind of network, optimiser or schedule does not have */
function refuseWithoutEffect(config: RunConfig, key: Key): void {
  const { of, option } = settingOf(key);
  if (applies(config, key) || !of) return;
  const section = key.split(".")[0] as "model" | "optimiser" | "schedule";
  const near = keys
    .filter((other) => applies(config, other))
    .map((other) => settingOf(other).option)
    .find((other) => other.endsWith(`-${option}`));
  const [kind] = Object.keys(of);
  throw new InputError(
    `--${option} is of the ${section} ${Object.keys(of).join(" or ")}, and this one is ${config[section].kind}`,
    near ? `did you mean --${near}?` : `leave it out, or add --${section} ${kind}`,
  );
}

/** @throws InputError for "step:100,0.5": a kind's numbers have options of their own */
function refuseNumbersOfKind(key: Key, text: string): void {
  const [kind] = text.split(":");
  if (!isKind(key) || kind === text) return;
  const section = key.split(".")[0];
  const own = keys.filter((other) => {
    const { of } = settingOf(other);
    return other.startsWith(`${section}.`) && of && Object.hasOwn(of, kind);
  });
  const options = own.map((other) => `--${settingOf(other).option}`);
  throw new InputError(
    `--${settingOf(key).option} takes a kind alone, got "${text}"`,
    options.length > 0 ? `its numbers have options of their own: ${options.join(", ")}` : undefined,
  );
}

/** The fewest options that ask for this run: those that differ from what holds anyway, or from a preset. */
export function optionsFor(config: RunConfig): string[] {
  const tellings = [undefined, ...presets.map(({ name }) => name)]
    .map((preset) => optionsBeside(config, preset))
    .filter((given) =>
      isDeepStrictEqual(
        configFrom({ options: Object.fromEntries(given), operand: undefined }),
        config,
      ),
    );
  const shortest = tellings.reduce((best, given) => (given.length < best.length ? given : best));
  return shortest.flatMap(([name, value]) => [`--${name}`, value]);
}

/** The options that ask for a run, if a preset or Figure 3 is where they begin. */
function optionsBeside(config: RunConfig, name?: string): [option: string, value: string][] {
  const base = beginning({ preset: name });
  return [
    ...(name ? [["preset", name] as [string, string]] : []),
    ...differences(config, base)
      .filter(([, text]) => text !== "")
      .map(([key, text]): [string, string] => [settingOf(key).option, text]),
  ];
}
