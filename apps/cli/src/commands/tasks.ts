import { loadTaskFamilies } from "@grokscape/group-datasets";
import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { pluginOption } from "../run/plugins.ts";
import { jsonOption } from "../run/result-json.ts";
import { print, printJson } from "../terminal/print.ts";
import { columns } from "../terminal/table.ts";

export const tasks: Command = {
  name: "tasks",
  says: "List what can be learnt.",
  options: { ...pluginOption, ...jsonOption },
  examples: [["tasks", "each family with an example of it"]],
  async run({ options }) {
    const families = (await loadTaskFamilies()).map(({ id, example, title, citations }) => ({
      id,
      example: example === "" ? id : `${id}:${example}`,
      title,
      citations,
    }));
    if (options.json) printJson(families);
    else print(columns(families.map(({ example, title }) => [example, title])));
    return exitCodes.done;
  },
};
