/**
 * What was handed over cannot be drawn: every error of this package that a caller can cause, in one
 * line that says what was wrong, the value seen and what would do.
 */
export class PictureError extends RangeError {
  override name = "PictureError";
}

/** Where in a value something is wrong, what must be there, and what is. */
interface Fault {
  readonly path: string;
  readonly must: string;
  readonly value: unknown;
}

/** What a value must be: finds the first thing that is not. */
export type Form = (value: unknown) => Fault | null;

/** @throws PictureError if a value does not have its form */
export function mustBe(name: string, form: Form, value: unknown): void {
  const fault = form(value);
  if (!fault) return;
  const { path, must, value: found } = fault;
  throw new PictureError(`${name}${path} must be ${must}; got ${seen(found)}`);
}

const is =
  (holds: (value: unknown) => boolean, must: string): Form =>
  (value) =>
    holds(value) ? null : { path: "", must, value };

/** A measured number, which may be none. */
export const number: Form = is((value) => typeof value === "number", "a number");

/** A chosen number, of a size that a picture's arithmetic bears. */
export const finite: Form = is(
  (value) => typeof value === "number" && Math.abs(value) <= 1e100,
  "a number from -1e100 to 1e100",
);

export const whole = (least: number, most: number = Number.MAX_SAFE_INTEGER): Form =>
  is(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    `a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ""}`,
  );

export const between = (low: number, high: number): Form =>
  is((value) => typeof value === "number" && value >= low && value <= high, `in [${low}, ${high}]`);

export const text: Form = is((value) => typeof value === "string", "a string");

export const flag: Form = is((value) => typeof value === "boolean", "true or false");

export const callable: Form = is((value) => typeof value === "function", "a function");

export const oneOf = (...values: readonly unknown[]): Form =>
  is((value) => values.includes(value), `one of ${values.map(seen).join(", ")}`);

export const either =
  (one: Form, other: Form): Form =>
  (value) =>
    one(value) && other(value);

export const orNull =
  (form: Form): Form =>
  (value) =>
    value === null ? null : form(value);

/** undefined counts as not given. */
export const optional =
  (form: Form): Form =>
  (value) =>
    value === undefined ? null : form(value);

export const list =
  (form: Form): Form =>
  (value) => {
    if (!Array.isArray(value)) return { path: "", must: "an array", value };
    for (let i = 0; i < value.length; i++) {
      const fault = form(value[i]);
      if (fault) return { ...fault, path: `[${i}]${fault.path}` };
    }
    return null;
  };

/** A typed array, an array or another list whose entries have a form. */
export const values =
  (form: Form): Form =>
  (value) => {
    const { length } = Object(value) as ArrayLike<unknown>;
    const isList = typeof value === "object" && Number.isInteger(length) && length >= 0;
    if (!isList || length > mostValues) return { path: "", must: "a list of numbers", value };
    for (let i = 0; i < length; i++) {
      const fault = form((value as ArrayLike<unknown>)[i]);
      if (fault) return { ...fault, path: `[${i}]${fault.path}` };
    }
    return null;
  };

const mostValues = 2 ** 28;

/** Measured numbers (or true and false), of which any may be none. */
export const numbers: Form = (value) =>
  value instanceof Float32Array || value instanceof Float64Array ? null : anyNumbers(value);

const anyNumbers = values(is((value) => ["number", "boolean"].includes(typeof value), "a number"));

/** An object with at least these fields. */
export function record(forms: Readonly<Record<string, Form>>): Form {
  const fields = Object.entries(forms);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return { path: "", must: "an object", value };
    }
    for (const [name, form] of fields) {
      const fault = form((value as Readonly<Record<string, unknown>>)[name]);
      if (fault) return { ...fault, path: `.${name}${fault.path}` };
    }
    return null;
  };
}

/** A value as an error shows it; never fails, whatever the value. */
function seen(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "an array" : "an object";
    case "function":
      return "a function";
    default:
      return String(value);
  }
}
