import { invocation, typed } from "../terminal/invocation.ts";
import { bold, dim } from "../terminal/style.ts";
import { columns, commandLines, fits, paragraph } from "../terminal/table.ts";
import type { Command, Options } from "./command.ts";
import { exitCodesInWords } from "./exit-codes.ts";

/** The help of one command. */
export function help({ name, says, operand, options, examples }: Command): string {
  const word = operand ? [operand.required ? `<${operand.name}>` : `[${operand.name}]`] : [];
  const use = invocation([name, ...word, "[options]"]);
  const parts = [`${paragraph(says)}\n`, `${bold("Use")}\n${commandLines(use)}\n`];
  if (operand) parts.push(columns([[`<${operand.name}>`, operand.says]]), "");
  const entries = Object.entries(options);
  const groupOf = ({ group = "Options" }: Options[string]) => group;
  for (const heading of new Set(entries.map(([, option]) => groupOf(option)))) {
    const under = entries.filter(([, option]) => groupOf(option) === heading);
    const lines = under.map(([name, { value, says, otherwise }]) => [
      `--${name}${value ? ` <${value}>` : ""}`,
      `${says}${otherwise ? dim(` (${otherwise})`) : ""}`,
    ]);
    parts.push(bold(paragraph(heading, 0)), columns(lines), "");
  }
  parts.push(bold("Examples"), exampleLines(examples));
  parts.push("", bold("Exit codes"), columns(exitCodesInWords));
  return parts.join("\n");
}

function exampleLines(examples: Command["examples"]): string {
  const rows = examples.map(([call, does]) => ({ words: invocation(call.split(" ")), does }));
  const cells = rows.map(({ words, does }) => [words.join(" "), does]);
  if (fits(cells)) return columns(cells);
  return rows.map(({ words, does }) => `${commandLines(words)}\n${paragraph(does, 4)}`).join("\n");
}

/** The list of commands: `--help` without a command shows it before the help of `train`. */
export function overview(commands: readonly Command[]): string {
  const what =
    "Grokscape: watch a network memorise, then understand, beside what the theory predicts.";
  const more = `Each explains itself: ${typed([commands[1].name, "--help"])}. Without one, train:`;
  return [
    `${paragraph(what)}\n`,
    bold("Commands"),
    columns(commands.map(({ name, says }) => [name, says])),
    "",
    dim(paragraph(more)),
  ].join("\n");
}
