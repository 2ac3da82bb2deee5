import { join } from "node:path";
import { lastChange, readStore, removeRuns, type StoreRun } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import type { Command, Given } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { jsonOption } from "../run/result-json.ts";
import { secondsIn } from "../run/values.ts";
import { ask } from "../terminal/ask.ts";
import { count } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { paragraph } from "../terminal/table.ts";

export const clean: Command = {
  name: "clean",
  says: "Remove runs from a store: old ones, or those that diverged or are damaged.",
  operand: { name: "store", required: true, says: "the folder that a sweep keeps its runs in" },
  options: {
    older: { value: "time", says: "nothing has happened to them for so long: 30d, 12h, 4w" },
    failed: { says: "those that diverged, or whose folder is damaged" },
    yes: { says: "remove them without asking" },
    ...jsonOption,
  },
  examples: [
    ["clean sweeps/first --failed", "what diverged, so that it is trained again"],
    ["clean sweeps/first --older 30d --yes", "as of a nightly job"],
  ],
  async run({ operand, options }) {
    const folder = operand as string;
    const before =
      options.older === undefined ? null : Date.now() - secondsIn("older", options.older) * 1000;
    if (before === null && !options.failed) {
      throw new InputError("clean needs to know which runs", "--older <time>, --failed, or both");
    }
    const { runs } = await readStore(folder);
    const chosen: StoreRun[] = [];
    for (const run of runs) {
      const isFailed = run.state === "diverged" || run.state === "damaged";
      if (options.failed && !isFailed) continue;
      if (before !== null && (await lastChange(join(folder, run.id))) > before) continue;
      chosen.push(run);
    }
    const removed = await remove(folder, chosen, options);
    if (options.json) printJson({ removed });
    else {
      const inUse = chosen.length - removed.length;
      print(
        paragraph(
          `Removed ${count(removed.length)} of ${count(runs.length)} runs${inUse > 0 ? `; ${count(inUse)} stayed` : ""}.`,
        ),
      );
    }
    return exitCodes.done;
  },
};

async function remove(
  folder: string,
  chosen: readonly StoreRun[],
  { yes }: Given["options"],
): Promise<string[]> {
  if (chosen.length === 0) return [];
  const question = `Remove ${count(chosen.length)} runs from ${folder}, weights and all?`;
  const isWanted = yes !== undefined || (await ask(question, "--yes removes without asking"));
  return isWanted ? removeRuns(folder, chosen) : [];
}
