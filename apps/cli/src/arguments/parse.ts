import { parseArgs } from "node:util";
import { InputError } from "@grokscape/group-datasets";
import { distance } from "fastest-levenshtein";
import type { Command, Given } from "./command.ts";

/**
 * Reads what a person wrote after the command's name.
 *
 * @throws InputError for an option that the command does not have, one without its value, or a word
 * too many or too few
 */
export function parse({ name, options, operand }: Command, words: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(options).map(([option, { value }]) => [
        option,
        { type: value ? ("string" as const) : ("boolean" as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given: Record<string, string> = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") rest.push(token.value);
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (!option) {
      throw new InputError(
        `unknown option ${token.rawName}`,
        `did you mean --${nearest(token.name, Object.keys(options))}? ${name} --help lists all`,
      );
    }
    if (option.value && token.value === undefined) {
      throw new InputError(`${token.rawName} needs a value`, `--${token.name} <${option.value}>`);
    }
    if (!option.value && token.value !== undefined) {
      throw new InputError(`${token.rawName} takes no value, got "${token.value}"`);
    }
    given[token.name] = token.value ?? "yes";
  }
  if (rest.length > (operand ? 1 : 0)) {
    throw new InputError(`"${rest.at(-1)}" is one word too many`, `${name} --help shows its use`);
  }
  if (operand?.required && rest.length === 0) {
    throw new InputError(`${name} needs a ${operand.name}`, operand.says);
  }
  return { options: given, operand: rest[0] };
}

/** The candidate most like a word. */
export function nearest(word: string, candidates: readonly string[]): string {
  return [...candidates].sort((a, b) => distance(word, a) - distance(word, b))[0];
}
