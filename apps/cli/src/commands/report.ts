import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { writeReport } from "../report/write-report.ts";
import { conclude } from "../run/conclude.ts";
import { pluginOption } from "../run/plugins.ts";
import { conclusionJson, jsonOption } from "../run/result-json.ts";
import { findRun, runsOption } from "../run/run-folders.ts";
import { comparisonText } from "../terminal/comparison-text.ts";
import { print, printJson } from "../terminal/print.ts";
import { paragraph } from "../terminal/table.ts";

export const report: Command = {
  name: "report",
  says: "Hold a run beside its prediction, and write its report anew; also while it trains.",
  operand: { name: "run", required: true, says: "its id, or the path of its folder" },
  options: { ...pluginOption, ...runsOption, ...jsonOption },
  examples: [["report cyclic-71-0123abcd", "writes runs/cyclic-71-0123abcd/report.html"]],
  async run({ operand, options }) {
    const conclusion = await conclude(await findRun(operand as string, options.runs));
    print(`${comparisonText(conclusion)}\n`);
    const path = await writeReport(conclusion);
    print(paragraph(`Report: ${path}`));
    if (options.json) printJson(conclusionJson(conclusion, path));
    return exitCodes.done;
  },
};
