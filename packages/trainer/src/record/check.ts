import { InputError, seen } from "@grokscape/group-datasets";

/** @throws InputError unless it is an object with fields */
export function checkRecord(name: string, value: object): void {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new InputError(`${name} must be an object, got ${seen(value)}`);
}

/** @throws InputError unless it is a finite number in [least, most] */
export function checkNumber(name: string, value: number, least: number, most = Infinity): void {
  if (Number.isFinite(value) && value >= least && value <= most) return;
  const right = most < Infinity ? `a number in [${least}, ${most}]` : `a finite number ≥ ${least}`;
  throw new InputError(`${name} must be ${right}, got ${String(value)}`);
}

/** @throws InputError if the steps do not ascend, or are not finite numbers ≥ 0 */
export function checkSteps(rows: readonly { readonly step: number }[]): void {
  if (!Array.isArray(rows)) throw new InputError(`the rows are ${String(rows)}`, "give an array");
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, row] of rows.entries()) {
    checkNumber(`the step of row ${i}`, row?.step, 0);
    if (row.step <= before) {
      throw new InputError(`step ${row.step} after ${before}`, "steps ascend");
    }
    before = row.step;
  }
}
