import { linksAgain } from "@grokscape/trainer";
import type { Command } from "../arguments/command.ts";
import { engineNamed } from "../run/engines.ts";
import { pluginOption } from "../run/plugins.ts";
import { jsonOption } from "../run/result-json.ts";
import { findRun, runsOption } from "../run/run-folders.ts";
import { trainAndTell } from "../run/train-and-tell.ts";

export const resume: Command = {
  name: "resume",
  says: "Go on with a run that was stopped or killed, to the same bytes.",
  operand: { name: "run", required: true, says: "its id, or the path of its folder" },
  options: { ...pluginOption, ...runsOption, ...jsonOption },
  examples: [["resume cyclic-71-0123abcd", "from its last checkpoint"]],
  async run({ operand, options }) {
    const { folder, config, engine, links } = await findRun(operand as string, options.runs);
    const same = await engineNamed(engine.name, config, links && linksAgain(links));
    return trainAndTell(folder, config, same, links, !!options.json);
  },
};
