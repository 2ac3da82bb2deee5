import { type Form, is, list, seen } from "@grokscape/group-datasets/forms";

export {
  array,
  callable,
  type Form,
  flag,
  list,
  number,
  oneOf,
  optional,
  orNull,
  record,
  text,
  whole,
} from "@grokscape/group-datasets/forms";

/**
 * What was handed over cannot be drawn: every error of this package that a caller can cause, in one
 * line that says what was wrong, the value seen and what would do.
 */
export class PictureError extends RangeError {
  override name = "PictureError";
}

/** @throws PictureError if a value does not have its form */
export function mustBe(name: string, form: Form, value: unknown): void {
  const fault = form(value);
  if (!fault) return;
  const { path, must, value: found } = fault;
  throw new PictureError(`${name}${path} must be ${must}; got ${seen(found)}`);
}

/** A chosen number, of a size that a picture's arithmetic bears. */
export const finite: Form = is(
  (value) => typeof value === "number" && Math.abs(value) <= 1e100,
  "a number from -1e100 to 1e100",
);

export const between = (low: number, high: number): Form =>
  is((value) => typeof value === "number" && value >= low && value <= high, `in [${low}, ${high}]`);

export const either =
  (one: Form, other: Form): Form =>
  (value) =>
    one(value) && other(value);

/** Measured numbers (or true and false), of which any may be none. */
export const numbers: Form = (value) =>
  value instanceof Float32Array || value instanceof Float64Array ? null : anyNumbers(value);

const anyNumbers = list(is((value) => ["number", "boolean"].includes(typeof value), "a number"));
