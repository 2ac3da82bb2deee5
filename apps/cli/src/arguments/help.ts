import { invocation } from "../terminal/invocation.ts";
import { bold, dim } from "../terminal/style.ts";
import { columns } from "../terminal/table.ts";
import type { Command, Options } from "./command.ts";

/** The help of one command. */
export function help(command: Command): string {
  const { name, says, operand, options, examples } = command;
  const word = operand ? (operand.required ? ` <${operand.name}>` : ` [${operand.name}]`) : "";
  const parts = [`${says}\n`, `${bold("Use")}  ${invocation(`${name}${word} [options]`)}\n`];
  if (operand) parts.push(columns([[`<${operand.name}>`, operand.says]]), "");
  const entries = Object.entries(options);
  const groupOf = ({ group = "Options" }: Options[string]) => group;
  for (const heading of new Set(entries.map(([, option]) => groupOf(option)))) {
    const under = entries.filter(([, option]) => groupOf(option) === heading);
    const lines = under.map(([name, { value, says, otherwise }]) => [
      `--${name}${value ? ` <${value}>` : ""}`,
      `${says}${otherwise ? dim(` (${otherwise})`) : ""}`,
    ]);
    parts.push(bold(heading), columns(lines), "");
  }
  parts.push(bold("Examples"), columns(examples.map(([call, does]) => [invocation(call), does])));
  return parts.join("\n");
}

/** What there is: shown by `--help` without a command, before the help of the main one. */
export function overview(commands: readonly Command[]): string {
  return [
    "Grokscape: watch a network memorise, then understand, beside what the theory predicts.\n",
    bold("Commands"),
    columns(commands.map(({ name, says }) => [name, says])),
    "",
    dim(`Each explains itself: ${invocation(`${commands[1].name} --help`)}. Without one, train:`),
  ].join("\n");
}
