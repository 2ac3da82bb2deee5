import { nearest } from "@grokscape/experiments";
import type { Options } from "./command.ts";

/**
 * Names that other programs have for options that are no settings, and for options with a certain value.
 * Other names of settings stand in the table of settings.
 */
const optionsMeant: Readonly<Record<string, string>> = {
  "task cyclic:<n>": "p modulus mod prime",
  "filter clip:<norm>":
    "clip clip-norm grad-clip clip-grad clip-grad-norm max-grad-norm gradient-clip gradient-clip-val gradient-clip-norm",
  "filter grokfast-ema": "grokfast ema",
  "goal none": "until-end run-to-end no-early-stopping",
  config: "config-file settings file",
  preset: "recipe experiment",
  engine: "device backend gpu cuda cpu",
  save: "out output output-file save-to",
  runs: "out output output-dir out-dir log-dir logdir save-dir run-dir dir folder path default-root-dir checkpoint-dir",
  only: "measure measures metric metrics",
  step: "steps epoch epochs checkpoint checkpoints",
  beside: "with against compare compare-with other",
  seeds: "n-seeds num-seeds repeats repetitions trials n-trials",
  threads: "jobs n-jobs workers num-workers n-workers parallel cores max-workers",
  queue: "redis redis-url broker broker-url url server host",
  json: "format output-format as-json",
};

/** What to answer where there is no option at all. */
const said: Readonly<Record<string, string>> = {
  dropout: "no network here has dropout.",
  resume: "a run goes on by the command resume <run>.",
};

const commandsMeant: Readonly<Record<string, string>> = {
  train: "run fit start learn training",
  resume: "continue restart go-on",
  report: "show view plot html summary",
  measure: "eval evaluate analyse analyze inspect metrics test",
  predict: "theory prediction forecast explain",
  reproduce: "preset presets replicate claims benchmark",
  sweep: "grid search hyperparameters multirun batch",
  worker: "agent serve listen consume node",
  results: "export query csv parquet dataframe table aggregate",
  status: "progress ps jobs queue",
  clean: "rm remove delete prune gc purge",
  tasks: "list ls datasets families groups task",
};

/**
 * A hint at the option that an unknown one probably stands for.
 *
 * @param written as it was, with its dashes
 * @returns undefined if nothing is near
 */
export function meantOption(written: string, options: Options): string | undefined {
  const name = ourForm(written.replace(/^-+/, ""));
  if (Object.hasOwn(said, name)) return said[name];
  const has = (option: string) => Object.hasOwn(options, option);
  const positive = /^no-(.*)/.exec(name)?.[1];
  if (positive && has(positive) && options[positive].value === "yes|no") {
    return `did you mean --${positive} no?`;
  }
  const meant = has(name)
    ? name
    : (byMeaning(name, optionsMeant, has) ??
      byMeaning(name, otherNames(options), has) ??
      nearest(name, Object.keys(options)));
  return meant && `did you mean --${meant}?`;
}

const otherNames = (options: Options): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(options).map(([name, { known = "" }]) => [name, known]));

/** The command that an unknown word probably stands for. */
export const meantCommand = (word: string, names: readonly string[]): string | undefined =>
  byMeaning(ourForm(word), commandsMeant, () => true) ?? nearest(word, names);

function byMeaning(
  name: string,
  table: Readonly<Record<string, string>>,
  has: (ours: string) => boolean,
): string | undefined {
  const entry = Object.entries(table).find(
    ([ours, others]) => has(ours.split(" ")[0]) && others.split(" ").includes(name),
  );
  return entry?.[0];
}

/** A name in the spelling of our options: "optimiser.weightDecay" and "weight_decay" as "weight-decay". */
function ourForm(name: string): string {
  const last = name.split(".").at(-1) as string;
  return last
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
