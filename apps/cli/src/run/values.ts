import { availableParallelism } from "node:os";
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

/** As many runs side by side as are asked for; more than the machine has cores make nothing faster. */
export function threadsFrom({ threads }: Given["options"]): number | undefined {
  if (threads === undefined) return undefined;
  const asked = numberIn("threads", threads);
  if (!(Number.isInteger(asked) && asked >= 1)) {
    throw new InputError(`--threads must be a whole number ≥ 1, got ${threads}`);
  }
  return Math.min(asked, availableParallelism());
}

const units: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** @throws InputError if the text is no time such as 90s or 12h */
export function secondsIn(option: string, text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? [];
  if (unit !== undefined) return Number(number) * units[unit];
  throw new InputError(
    `--${option} must be a time such as 90s, 12h or 4w, got ${JSON.stringify(text)}`,
  );
}
