import { join } from "node:path";
import { InputError } from "@grokscape/group-datasets";
import canonicalize from "canonicalize";
import * as z from "zod/mini";
import type { RunConfig } from "../config/config.ts";
import { checkRunConfig } from "../config/run-config.ts";
import type { Engine } from "../engines/engine.ts";
import { runId } from "../identity.ts";
import { json, readJson } from "./json-file.ts";
import { RunFolderError } from "./run-folder-error.ts";

/** What a run folder was made for. */
export interface AskedRun {
  readonly config: RunConfig;
  readonly engine: Pick<Engine, "name" | "numericVersion">;
  /** Names of the links that train in place of the config's optimiser, if any do. */
  readonly links?: readonly string[];
  /** `hashExamples` of what it trains on; only folders of early versions do not say. */
  readonly examples?: string;
}

const fileSchema = z.strictObject({
  id: z.optional(z.string()),
  examples: z.optional(z.string()),
  config: z.custom<RunConfig>().check(({ value, issues }) => {
    try {
      checkRunConfig(value);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push({ code: "custom", input: value, message: error.message });
    }
  }),
  engine: z.strictObject({ name: z.string(), numericVersion: z.string() }),
  links: z.optional(z.array(z.string())),
});

/** The text of a folder's `config.json`. */
export function configFile({ config, engine, links, examples }: AskedRun): string {
  const { name, numericVersion } = engine;
  const id = runId(config, engine, links);
  return json({ id, examples, config, engine: { name, numericVersion }, links });
}

/**
 * What a run folder was made for, and the run's id.
 *
 * @throws RunFolderError if it has no `config.json`, or one that is damaged or was changed
 */
export async function readConfigFile(folder: string): Promise<AskedRun & { readonly id: string }> {
  const path = join(folder, "config.json");
  const asked = await readJson(path, fileSchema);
  if (!asked) {
    throw new RunFolderError(`${folder} is no run folder`, "it should hold a config.json");
  }
  const id = runId(asked.config, asked.engine, asked.links);
  if (id === (asked.id ?? id)) return { ...asked, id };
  throw new RunFolderError(
    `${path} has been changed: its settings are those of the run ${id}, the folder is that of ${asked.id}`,
    "undo the change, or train these settings in a folder of their own",
  );
}

/** Whether two runs are the same one: same config, same arithmetic, same links. */
export function isSameRun(a: AskedRun, b: AskedRun): boolean {
  const essence = ({ config, engine: { name, numericVersion }, links }: AskedRun) =>
    canonicalize({ config, name, numericVersion, links });
  return essence(a) === essence(b);
}
