import { pathToFileURL } from "node:url";
import type { PluginId } from "@grokscape/group-datasets";
import type { RunConfig } from "../../config/config.ts";
import { PluginError } from "../../config/plugin-error.ts";
import { pluginInWords } from "../../config/plugins.ts";
import { type Adding, addPlugin } from "../../plugin.ts";
import { findPlugin } from "./find-plugin.ts";
import { hashSources } from "./hash-sources.ts";

/** A plug-in and the file that it is in. */
export interface PlacedPlugin extends PluginId {
  readonly file: string;
}

const loaded: PlacedPlugin[] = [];

/** The plug-ins that this thread has loaded. */
export const loadedPlugins = (): readonly PlacedPlugin[] => loaded;

/** Those of them that a config names. */
export const pluginsOf = ({ plugins = [] }: Pick<RunConfig, "plugins">): readonly PlacedPlugin[] =>
  loaded.filter(({ sha256 }) => plugins.some((one) => one.sha256 === sha256));

/** Those that a config names and this thread has not loaded. */
export const missingPlugins = ({ plugins = [] }: Pick<RunConfig, "plugins">): readonly PluginId[] =>
  plugins.filter(({ sha256 }) => loaded.every((one) => one.sha256 !== sha256));

/**
 * Loads a plug-in: from then on `task` and `runConfig` know what it adds, in this thread and in those of
 * `sweep`. Its code is run. A plug-in that is loaded already is not loaded again.
 *
 * @param written the path of its file, or the name of its package
 * @param options.folder where paths begin, and packages are looked for; the present one if not given
 * @param options.expected which one it must be: another one is not run
 * @param options.mayRun asked before any of it is run; refuses by throwing
 * @param options.others what adds kinds of which the trainer knows nothing, by their fields: `laws`
 * @param options.isKnown whether another thread has looked it over already
 * @throws PluginError if there is none, it is another one than expected, cannot be run, or adds what
 * cannot be used
 */
export async function loadPlugin(
  written: string,
  {
    folder = process.cwd(),
    expected,
    mayRun,
    others,
    isKnown,
  }: {
    readonly folder?: string;
    readonly expected?: PluginId;
    readonly mayRun?: (file: string, sha256: string) => void;
    readonly others?: Readonly<Record<string, Adding>>;
    readonly isKnown?: boolean;
  } = {},
): Promise<PlacedPlugin> {
  const file = findPlugin(written, folder);
  const sha256 = await hashSources(file);
  if (expected && expected.sha256 !== sha256) {
    throw new PluginError(
      `${written} is not ${pluginInWords(expected)} any more: its sha256 is ${sha256}`,
      "restore it, or begin a run of the one that is there",
    );
  }
  const before = loaded.find((one) => one.sha256 === sha256);
  if (before) return before;
  mayRun?.(file, sha256);
  let module: { readonly default?: unknown };
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    const { code, message } = Object(error) as NodeJS.ErrnoException;
    const [, missing] = /Cannot find package '([^']+)'/.exec(message ?? "") ?? [];
    throw new PluginError(
      `${written} cannot be run: ${message ?? error}`.split("\n")[0],
      code === "ERR_MODULE_NOT_FOUND" && missing
        ? `npm install ${missing} where the plug-in is`
        : undefined,
    );
  }
  const plugin = { ...(await addPlugin(module.default, sha256, written, others, isKnown)), file };
  loaded.push(plugin);
  return plugin;
}

/** Loads what another thread of this process has loaded and looked over. */
export async function loadAgain(plugins: readonly PlacedPlugin[]): Promise<void> {
  for (const expected of plugins) await loadPlugin(expected.file, { expected, isKnown: true });
}
