import { InputError, taskFamilies } from "@grokscape/group-datasets";
import { presets } from "@grokscape/trainer";
import manifest from "../package.json" with { type: "json" };
import { exitCodes } from "./arguments/exit-codes.ts";
import { help, overview } from "./arguments/help.ts";
import { meantCommand } from "./arguments/meant.ts";
import { parse } from "./arguments/parse.ts";
import { commands } from "./commands/index.ts";
import { failureOf } from "./failure.ts";
import { loadNamed } from "./run/plugins.ts";
import { shellWord, typed } from "./terminal/invocation.ts";
import { print } from "./terminal/print.ts";
import { keepOutputForJson, write } from "./terminal/streams.ts";

/** Runs the command that the arguments name. Returns the exit code. */
export async function commandLine(words: readonly string[]): Promise<number> {
  try {
    return await obey(words);
  } catch (error) {
    return tell(error);
  }
}

const asksForHelp = (word: string) => word === "--help" || word === "-h";
const asksForVersion = (word: string) => word === "--version" || word === "-v" || word === "-V";

async function obey(words: readonly string[]): Promise<number> {
  if (words.some(asksForVersion)) {
    print(manifest.version);
    return exitCodes.done;
  }
  const [first, ...others] = words[0] === "help" ? [...words.slice(1), "--help"] : words;
  const named = first !== undefined && !first.startsWith("-");
  const command = named ? commands.find(({ name }) => name === first) : commands[0];
  if (!command) throw unknownCommand(first as string);
  const rest = named ? others : words;
  if ([first, ...others].some((word) => word !== undefined && asksForHelp(word))) {
    if (!named) print(`${overview(commands)}\n`);
    print(help(command));
    return exitCodes.done;
  }
  const given = parse(command, rest);
  keepOutputForJson(given.options.json !== undefined);
  if (given.options.plugin) await loadNamed(given.options.plugin);
  return command.run(given);
}

function unknownCommand(word: string): InputError {
  const isTask = word.includes(":") || taskFamilies.some(({ id }) => id === word);
  const isPreset = presets.some(({ name }) => name === word);
  const meant = isTask
    ? typed(["train", "--task", shellWord(word)])
    : isPreset
      ? typed(["train", "--preset", word])
      : meantCommand(
          word,
          commands.map(({ name }) => name),
        );
  return new InputError(
    `unknown command "${word}"`,
    meant ? `did you mean ${meant}?` : `${typed(["--help"])} lists all`,
  );
}

/** Prints an error in one line on standard error. Returns its exit code. */
export function tell(error: unknown): number {
  const { exitCode, message, stack } = failureOf(error);
  if (exitCode !== exitCodes.fault) say(message);
  else if (process.env.GROKSCAPE_STACK) write(process.stderr, `${stack}\n`);
  else say(`this is a fault of ours: ${message}; run it with GROKSCAPE_STACK=1 to see where`);
  return exitCode;
}

/** Prints a message in one line on standard error. */
export const say = (message: string) =>
  write(process.stderr, `${message.replace(/\s*\n\s*/g, " ")}\n`);
