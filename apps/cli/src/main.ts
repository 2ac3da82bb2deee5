#!/usr/bin/env node
import { InputError } from "@grokscape/group-datasets";
import { DivergedError } from "@grokscape/trainer";
import { help, overview } from "./arguments/help.ts";
import { nearest, parse } from "./arguments/parse.ts";
import { commands } from "./commands/index.ts";
import { print } from "./terminal/print.ts";

const askedForHelp = (word: string) => word === "--help" || word === "-h" || word === "help";

/** Exit codes: 0 done, 1 a run diverged, 2 something given cannot be used, 128 + n a signal. */
async function main(words: readonly string[]): Promise<number> {
  const [first] = words;
  const named = first !== undefined && !first.startsWith("-") && first !== "help";
  const command = named ? commands.find(({ name }) => name === first) : commands[0];
  if (!command) {
    const names = commands.map(({ name }) => name);
    throw new InputError(`unknown command "${first}"`, `did you mean ${nearest(first, names)}?`);
  }
  const rest = named ? words.slice(1) : words;
  if (rest.some(askedForHelp)) {
    if (!named) print(`${overview(commands)}\n`);
    print(help(command));
    return 0;
  }
  return command.run(parse(command, rest));
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // who read along has gone
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof DivergedError ? 1 : 2;
}
