import { parseArgs } from "node:util";
import { InputError } from "@grokscape/group-datasets";
import { typed } from "../terminal/invocation.ts";
import type { Command, Given } from "./command.ts";
import { meantOption } from "./meant.ts";

/**
 * Parses the arguments of a command.
 *
 * @throws InputError for an option that the command does not have, one without its value, or a word
 * too many or too few
 */
export function parse(
  { name: command, options, operand }: Command,
  words: readonly string[],
): Given {
  const names = new Map(
    Object.entries(options).flatMap(([option, { path = option }]) => [
      [option, option],
      [path, option],
    ]),
  );
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      [...names].map(([written, option]) => [
        written,
        { type: options[option].value ? ("string" as const) : ("boolean" as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const help = typed([command, "--help"]);
  const given: Record<string, string> = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind !== "option") continue;
    const [written] = words[token.index].split("=");
    const name = names.get(token.name);
    if (!written.startsWith("--") || name === undefined) {
      const meant = meantOption(written, options);
      throw new InputError(
        `unknown option ${written}`,
        meant ? `${meant} ${help} lists all` : `${help} lists all`,
      );
    }
    const option = options[name];
    const isNext = token.value?.startsWith("--") && !token.inlineValue;
    if (option.value && (!token.value || isNext)) {
      throw new InputError(`${written} needs a value`, `${written} <${option.value}>`);
    }
    if (!option.value && token.value !== undefined) {
      throw new InputError(`${written} takes no value, got "${token.value}"`);
    }
    given[name] = token.value ?? "yes";
  }
  if (rest.length > (operand ? 1 : 0)) {
    throw new InputError(`"${rest.at(-1)}" is one word too many`, `${help} shows its use`);
  }
  if (operand?.required && !rest[0]) {
    throw new InputError(`${command} needs a ${operand.name}`, operand.says);
  }
  return { options: given, operand: rest[0] };
}
