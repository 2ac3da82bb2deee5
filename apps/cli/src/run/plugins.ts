import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { PluginId } from "@grokscape/group-datasets";
import { addLaws } from "@grokscape/theory";
import { PluginError, pluginInWords, pluginOfLink, type RunConfig } from "@grokscape/trainer";
import { loadedPlugins, loadPlugin, missingPlugins } from "@grokscape/trainer/node";
import type { Options } from "../arguments/command.ts";

export const pluginOption: Options = {
  plugin: {
    value: "files",
    says: "load plug-ins, which is to run their code: paths of modules or names of packages, with commas",
    known: "plugins extension extensions load require import",
  },
};

/** What plug-ins add beside task families. */
const others = { laws: addLaws };

/*
 * A plug-in is code: it is run if a person has named it, now or before on this machine, to the byte. What
 * was named is remembered by its hash, with the file that it was in.
 */

const placeOf = (sha256: string): string => {
  const state = process.env.XDG_STATE_HOME || join(homedir(), ".local", "state");
  return join(state, "grokscape", "plugins", sha256);
};

/** Where a plug-in was that has been named before; undefined if none of this hash was. */
function fileNamed(sha256: string): string | undefined {
  try {
    return readFileSync(placeOf(sha256), "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Where that cannot be kept, it has to be named each time. */
function remember(sha256: string, file: string): void {
  try {
    mkdirSync(dirname(placeOf(sha256)), { recursive: true });
    writeFileSync(placeOf(sha256), `${file}\n`);
  } catch {}
}

const wayOut = "that is code, which would be run: name its file with --plugin, if you trust it";

/** Loads the plug-ins that a person names with `--plugin`. @throws PluginError for what is none */
export async function loadNamed(text: string): Promise<void> {
  for (const written of text.split(",").filter(Boolean)) {
    const { sha256, file } = await loadPlugin(written, { others });
    remember(sha256, file);
  }
}

/** The plug-ins that a run was made with: those of its task, and of the links that train it. */
export const pluginsOfRun = ({
  config,
  links = [],
}: {
  readonly config: RunConfig;
  readonly links?: readonly string[];
}): readonly PluginId[] => [
  ...(config.plugins ?? []),
  ...links.flatMap((name) => pluginOfLink(name) ?? []),
];

/**
 * Loads the plug-ins that a run was made with.
 *
 * @param what has the run, as an error begins
 * @throws PluginError if one of them was never named here, is gone, or is another one by now
 */
export async function loadRecorded(
  config: Pick<RunConfig, "plugins">,
  what: string,
): Promise<void> {
  for (const expected of missingPlugins(config)) {
    const needed = `${what} needs the plug-in ${pluginInWords(expected)}`;
    const other = loadedPlugins().find(({ name }) => name === expected.name);
    if (other) {
      throw new PluginError(
        `${needed}; loaded is ${pluginInWords(other)}`,
        "restore the one that it was made with, or begin a run of the other",
      );
    }
    const file = fileNamed(expected.sha256);
    if (file === undefined) {
      throw new PluginError(`${needed}, which was not named on this machine yet`, wayOut);
    }
    try {
      await loadPlugin(file, { expected, others });
    } catch (error) {
      if (error instanceof PluginError) throw new PluginError(`${needed}: ${error.message}`);
      throw error;
    }
  }
}

/** Loads the plug-ins that a file names. @throws PluginError if a person has not named one of them */
export async function loadListed(
  plugins: readonly string[],
  folder: string,
  list: string,
): Promise<void> {
  for (const written of plugins) {
    await loadPlugin(written, {
      folder,
      others,
      mayRun(_, sha256) {
        if (fileNamed(sha256) !== undefined) return;
        throw new PluginError(
          `${list} names the plug-in ${written} (sha256 ${sha256}), which nobody has named on this machine yet`,
          wayOut,
        );
      },
    });
  }
}
