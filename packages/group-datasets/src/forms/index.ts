import { InputError } from "../errors.ts";
import { seen } from "../text/seen.ts";

export { seen };

/** Where in a value something is wrong, what must be there, and what is. */
export interface Fault {
  readonly path: string;
  readonly must: string;
  readonly value: unknown;
}

/** What a value must be: finds the first thing that is not. */
export type Form = (value: unknown) => Fault | null;

/** @throws InputError if a value does not have its form */
export function mustBe(name: string, form: Form, value: unknown): void {
  const fault = form(value);
  if (!fault) return;
  const { path, must, value: found } = fault;
  throw new InputError(`${name}${path} must be ${must}, got ${seen(found)}`);
}

/** As `mustBe`, of values that have one form, each under its name. */
export function mustAllBe(form: Form, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) mustBe(name, form, value);
}

/** @param must what the value must be, in words that follow "must be" */
export const is =
  (holds: (value: unknown) => boolean, must: string): Form =>
  (value) =>
    holds(value) ? null : { path: "", must, value };

const isNumber = (value: unknown): value is number => typeof value === "number";

/** NaN and infinities too: a measured number may be none. */
export const number: Form = is(isNumber, "a number");
export const finite: Form = is(Number.isFinite, "a finite number");
export const positive: Form = is((x) => isNumber(x) && x > 0 && x < Infinity, "a number > 0");
export const notNegative: Form = is((x) => isNumber(x) && x >= 0 && x < Infinity, "a number ≥ 0");

export const whole = (least: number, most: number = Number.MAX_SAFE_INTEGER): Form =>
  is(
    (x) => Number.isInteger(x) && (x as number) >= least && (x as number) <= most,
    most < Number.MAX_SAFE_INTEGER
      ? `a whole number from ${least} to ${most}`
      : `a whole number ≥ ${least}`,
  );

export const text: Form = is((value) => typeof value === "string", "a string");
export const flag: Form = is((value) => typeof value === "boolean", "true or false");
export const callable: Form = is((value) => typeof value === "function", "a function");

export const oneOf = (...values: readonly unknown[]): Form =>
  is((value) => values.includes(value), `one of ${values.map(seen).join(", ")}`);

export const orNull =
  (form: Form): Form =>
  (value) =>
    value === null ? null : form(value);

/** undefined counts as not given. */
export const optional =
  (form: Form): Form =>
  (value) =>
    value === undefined ? null : form(value);

const longest = 2 ** 28;

/** An array or a typed array whose entries have a form. */
export const list =
  (form: Form): Form =>
  (value) => {
    const { length } = Object(value) as ArrayLike<unknown>;
    const isList = typeof value === "object" && Number.isInteger(length) && length >= 0;
    if (!isList || length > longest) return { path: "", must: "a list", value };
    for (let i = 0; i < length; i++) {
      const fault = form((value as ArrayLike<unknown>)[i]);
      if (fault) return { ...fault, path: `[${i}]${fault.path}` };
    }
    return null;
  };

/** An array, not a typed one, whose entries have a form. */
export const array =
  (form: Form): Form =>
  (value) =>
    Array.isArray(value) ? list(form)(value) : { path: "", must: "an array", value };

/** Numbers, in an array or a typed array. */
export const numbers: Form = (value) =>
  value instanceof Float64Array || value instanceof Float32Array ? null : list(number)(value);

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
