import { predict as predictRun } from "@grokscape/theory";
import { taskOf } from "@grokscape/trainer";
import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { configFrom, configOptions, taskOperand } from "../run/config-options.ts";
import { predictionText } from "../terminal/prediction-text.ts";
import { print, printJson } from "../terminal/print.ts";

export const predict: Command = {
  name: "predict",
  says: "Say what the theory expects of a run, without training.",
  operand: taskOperand,
  options: {
    ...configOptions,
    json: { says: "all numbers, with where they come from and how far to trust them" },
  },
  examples: [
    ["predict cyclic:97 --fraction 0.3", "in words"],
    ["predict product:4,7 --json", "in full"],
  ],
  async run(given) {
    const config = configFrom(given);
    const prediction = predictRun(taskOf(config), config);
    if (given.options.json) printJson(prediction);
    else print(predictionText(prediction));
    return exitCodes.done;
  },
};
