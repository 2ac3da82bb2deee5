import { InputError } from "@grokscape/group-datasets";
import type { Given } from "../arguments/command.ts";

/** @throws InputError if the text is no finite number */
export function numberIn(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new InputError(`--${option} must be a number, got "${text}"`);
  }
  return value;
}

/** @throws InputError if what was given is no finite number */
export function numberGiven(options: Given["options"], name: string): number | undefined {
  const text = options[name];
  return text === undefined ? undefined : numberIn(name, text);
}

/**
 * A number, or null if the word was given that says there is none.
 *
 * @throws InputError if what was given is neither
 */
export function numberOr(
  word: string,
  options: Given["options"],
  name: string,
): number | null | undefined {
  return options[name] === word ? null : numberGiven(options, name);
}

/** @throws InputError if what was given is neither */
export function yesOrNo(options: Given["options"], name: string): boolean | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  if (text === "yes" || text === "no") return text === "yes";
  throw new InputError(`--${name} must be yes or no, got "${text}"`);
}
