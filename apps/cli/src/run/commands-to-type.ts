import { basename, dirname, relative, sep } from "node:path";
import type { PluginId } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import { pluginsOf } from "@grokscape/trainer/node";
import type { Given } from "../arguments/command.ts";
import { shellWord } from "../terminal/invocation.ts";
import { optionsFor } from "./config-options.ts";
import { pluginsOfRun } from "./plugins.ts";

/** A path, with ./ before it where it could be mistaken for an option or the id of a run. */
const asPath = (path: string) =>
  shellWord(path.includes(sep) && !path.startsWith("-") ? path : `.${sep}${path}`);

const isUsual = (runs: string) => runs === "runs";

/** The command that resumes the run in this folder. */
export const resumeWords = (folder: string): string[] => [
  "resume",
  isUsual(dirname(folder)) ? basename(folder) : asPath(folder),
];

/** The option `--runs`; nothing for the default folder. */
export const runsWords = (runs: string): string[] =>
  isUsual(runs) ? [] : ["--runs", asPath(runs)];

/** The command that trains a run. */
export const trainWords = (
  config: RunConfig,
  engine: string,
  links: readonly string[] = [],
): string[] => [
  "train",
  ...optionsFor(config).map(shellWord),
  "--engine",
  engine,
  ...links.flatMap((name) => ["--links", name.split(" ")[0]]),
  ...pluginWords(pluginsOfRun({ config, links })),
];

/** The option `--plugin`; nothing for tasks of ours. */
function pluginWords(plugins: readonly PluginId[]): string[] {
  const files = pluginsOf({ plugins }).map(({ file }) => relative("", file));
  return files.length > 0 ? ["--plugin", shellWord(files.join(","))] : [];
}

/** The same command once more: it goes on where it was stopped. */
export const goOnWords = (
  command: string,
  operand: string,
  { json, ...options }: Given["options"],
): string[] => [
  command,
  shellWord(operand),
  ...Object.entries(options).flatMap(([name, value]) =>
    name === "yes" ? ["--yes"] : [`--${name}`, shellWord(withoutPassword(value as string))],
  ),
  ...(json ? ["--json"] : []),
];

/** An address of a queue as it may be shown; any other text as it is. */
const withoutPassword = (text: string): string =>
  text.replace(/^(rediss?:\/\/[^:/@]*:).*@/, "$1PASSWORD@");
