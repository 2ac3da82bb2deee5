import { taskFamilies } from "@grokscape/group-datasets";
import type { Command } from "../arguments/command.ts";
import { print } from "../terminal/print.ts";
import { columns } from "../terminal/table.ts";

export const tasks: Command = {
  name: "tasks",
  says: "List what can be learnt.",
  options: {},
  examples: [["tasks", "each family with an example of it"]],
  async run() {
    print(columns(taskFamilies.map(({ id, example, title }) => [idOf(id, example), title])));
    return 0;
  },
};

const idOf = (id: string, example: string) => (example === "" ? id : `${id}:${example}`);
