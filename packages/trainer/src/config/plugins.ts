import { InputError, type PluginId, seen, type Task, task } from "@grokscape/group-datasets";
import { isObject } from "../settings/complete.ts";
import type { RunConfig } from "./config.ts";
import { PluginError } from "./plugin-error.ts";

const most = 16;

/** @throws InputError for what is no list of plug-ins as a config has it */
export function checkPlugins(plugins: unknown): void {
  if (plugins === undefined) return;
  if (!Array.isArray(plugins) || plugins.length < 1 || plugins.length > most) {
    throw new InputError(`plugins must be a list of 1 to ${most}, got ${seen(plugins)}`);
  }
  for (const [i, plugin] of plugins.entries()) {
    const { name, version, sha256, ...rest } = isObject(plugin) ? plugin : {};
    const isRight =
      [name, version].every((text) => typeof text === "string") &&
      /^[0-9a-f]{64}$/.test(String(sha256)) &&
      Object.keys(rest).length === 0;
    if (isRight) continue;
    throw new InputError(
      `plugins.${i} must have name, version and sha256, got ${seen(plugin)}`,
      "leave plugins out: those that make the task are added",
    );
  }
}

/** "my-family 1.0.0 (sha256 0123…)" */
export const pluginInWords = ({ name, version, sha256 }: PluginId): string =>
  `${name} ${version} (sha256 ${sha256})`;

const inWords = (plugins: readonly PluginId[]): string =>
  plugins.length === 0 ? "no plug-in" : plugins.map(pluginInWords).join(", ");

/** @throws PluginError if others have made a task than a config says, naming both */
export function mustBeMadeBy(
  id: string,
  here: readonly PluginId[] = [],
  asked: readonly PluginId[] = [],
): void {
  const isSame =
    here.length === asked.length &&
    here.every(({ sha256, name, version }, i) => {
      const other = asked[i];
      return sha256 === other.sha256 && name === other.name && version === other.version;
    });
  if (isSame) return;
  throw new PluginError(
    `the config is of the task ${id} as ${inWords(asked)} makes it; here ${inWords(here)} makes it`,
    "load the plug-in that the config names, or make the config anew",
  );
}

/**
 * The task of a run.
 *
 * @throws InputError if there is none of this id
 * @throws PluginError if the plug-in that makes it is not loaded here, or is another one
 */
export function taskOf({ task: id, plugins }: Pick<RunConfig, "task" | "plugins">): Task {
  let made: Task;
  try {
    made = task(id);
  } catch (error) {
    if (!plugins || !(error instanceof InputError)) throw error;
    throw new PluginError(
      `the task ${id} is made by ${inWords(plugins)}, which is not loaded here: ${error.message}`,
    );
  }
  mustBeMadeBy(id, made.plugins, plugins);
  return made;
}
