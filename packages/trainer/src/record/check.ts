import { InputError } from "@grokscape/group-datasets";
import { told } from "../config/plain.ts";

/** @throws InputError unless it is an object with fields */
export function checkRecord(name: string, value: object): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new InputError(`${name} must be an object, got ${told(value)}`);
}

/** @throws InputError unless it is a finite number in [least, most] */
export function checkNumber(name: string, value: number, least: number, most = Infinity): void {
  if (Number.isFinite(value) && value >= least && value <= most) return;
  const right = most < Infinity ? `a number in [${least}, ${most}]` : `a finite number ≥ ${least}`;
  throw new InputError(`${name} must be ${right}, got ${String(value)}`);
}
