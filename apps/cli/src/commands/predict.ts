import { InputError, task } from "@grokscape/group-datasets";
import { predict as predictRun } from "@grokscape/theory";
import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { configFrom, configOptions } from "../run/config-options.ts";
import { predictionText } from "../terminal/prediction-text.ts";
import { print, printJson } from "../terminal/print.ts";

export const predict: Command = {
  name: "predict",
  says: "Say what the theory expects of a run, without training.",
  operand: { name: "task", required: false, says: "as with --task" },
  options: {
    ...configOptions,
    json: { says: "all numbers, with where they come from and how far to trust them" },
  },
  examples: [
    ["predict cyclic:97 --fraction 0.3", "in words"],
    ["predict product:4,7 --json", "in full"],
  ],
  async run({ operand, options }) {
    if (operand !== undefined && options.task !== undefined) {
      throw new InputError(`both "${operand}" and --task ${options.task}`, "give the task once");
    }
    const config = configFrom({ options: { ...options, task: operand ?? options.task }, operand });
    const prediction = predictRun(task(config.task), config);
    if (options.json) printJson(prediction);
    else print(predictionText(prediction));
    return exitCodes.done;
  },
};
