import { InputError } from "@grokscape/group-datasets";

/** Says what a value must be, in words that follow "must be", or null if that is what it is. */
export type Requirement = (value: unknown) => string | null;

/** What every field of a record must be. */
export type Form<Fields> = { readonly [Field in keyof Fields]-?: Requirement };

const finite: Requirement = (value) =>
  typeof value !== "number" ? "a number" : Number.isFinite(value) ? null : "finite";

/** A number above 0. */
export const positive: Requirement = (value) =>
  finite(value) ?? ((value as number) > 0 ? null : "> 0");

/** A number from 0 on; not −0, which turns the signs of what it multiplies. */
export const notNegative: Requirement = (value) =>
  finite(value) ?? ((value as number) < 0 || Object.is(value, -0) ? "≥ 0" : null);

export function wholeNumber(least: number, most: number): Requirement {
  return (value) => {
    if (typeof value !== "number") return "a number";
    if (!Number.isInteger(value)) return "a whole number";
    if (value < least || Object.is(value, -0)) return `≥ ${least}`;
    return value > most ? `≤ ${most}` : null;
  };
}

export const trueOrFalse: Requirement = (value) =>
  typeof value === "boolean" ? null : "a boolean";

export function oneOf(...values: readonly string[]): Requirement {
  return (value) =>
    values.some((known) => known === value) ? null : `one of ${values.join(", ")}`;
}

/**
 * @param name what the record is called
 * @throws InputError if it is no record, naming the first field that is unknown or not as it must be
 */
export function checkRecord<Fields>(name: string, record: unknown, form: Form<Fields>): void {
  mustBeRecord(name, record);
  const unknown = Object.keys(record).filter((field) => !Object.hasOwn(form, field));
  if (unknown.length > 0) throw new InputError(`${name} does not know ${unknown.join(", ")}`);
  checkFields(name, record, form);
}

/**
 * As `checkRecord`, but lets the record have further fields.
 *
 * @throws InputError if it is no record, naming the first field that is not as it must be
 */
export function checkFields<Fields>(name: string, record: unknown, form: Form<Fields>): void {
  mustBeRecord(name, record);
  for (const [field, requirement] of Object.entries<Requirement>(form)) {
    const right = requirement(record[field]);
    if (right)
      throw new InputError(`${name}.${field} must be ${right}, got ${seen(record[field])}`);
  }
}

/** A record's fields that are not undefined: what is undefined counts as not given. */
export function given<Fields extends object>(name: string, record: Fields): Fields {
  mustBeRecord(name, record);
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as Fields;
}

function mustBeRecord(
  name: string,
  value: unknown,
): asserts value is Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
  throw new InputError(`${name} must be an object, got ${seen(value)}`);
}

/** A value as an error shows it; never fails, whatever the value. */
export function seen(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "object":
      return value === null ? "null" : Array.isArray(value) ? "an array" : "an object";
    case "function":
      return "a function";
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}
