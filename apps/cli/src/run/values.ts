import { InputError } from "@grokscape/group-datasets";

/** @throws InputError if the text is no finite number */
export function numberIn(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new InputError(`--${option} must be a number, got "${text}"`);
  }
  return value;
}
