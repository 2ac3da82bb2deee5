import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { didYouMean } from "@grokscape/experiments";
import { RunFolderError, readRun, type StoredRun } from "@grokscape/trainer/node";
import type { Options } from "../arguments/command.ts";
import { loadRecorded, pluginsOfRun } from "./plugins.ts";

export const runsOption: Options = {
  runs: { value: "folder", says: "where runs are kept", otherwise: "runs" },
};

/**
 * The run that a person means by its id, or by the path of its folder; what makes its task is loaded.
 *
 * @throws PluginError if that cannot be
 * @throws RunFolderError if there is none, naming the most similar, or if it is damaged
 */
export async function findRun(name: string, runs = "runs"): Promise<StoredRun> {
  const isPath = name.includes(sep) || name.includes("/") || existsSync(join(name, "config.json"));
  const folder = isPath ? name : join(runs, name);
  if (existsSync(folder)) {
    const run = await readRun(folder);
    await loadRecorded({ plugins: pluginsOfRun(run) }, folder);
    return run;
  }
  const known = await readdir(runs).catch(() => []);
  throw new RunFolderError(
    `there is no run folder ${folder}`,
    known.length > 0
      ? didYouMean(basename(name), known, `${runs} holds ${listed(known)}`)
      : `${runs} holds no runs yet`,
  );
}

const listed = (names: readonly string[]) =>
  names.length > 5
    ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`
    : names.join(", ");
