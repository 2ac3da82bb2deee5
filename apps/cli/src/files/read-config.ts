import { readFileSync } from "node:fs";
import { InputError } from "@grokscape/group-datasets";
import type { RunConfigInput } from "@grokscape/trainer";

/**
 * The config in a file: as `runConfig` takes it, or as a run folder's `config.json` keeps it.
 *
 * @throws InputError naming the file, if it cannot be read or is no JSON
 */
export function readConfig(path: string): RunConfigInput {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== "string") throw error;
    throw new InputError(`could not read ${path}: ${code === "ENOENT" ? "it is not there" : code}`);
  }
  try {
    const { $schema: _, ...rest } = Object(JSON.parse(text));
    return rest.config ?? rest;
  } catch {
    throw new InputError(`${path} is no JSON`, "give a config as runConfig takes it");
  }
}
