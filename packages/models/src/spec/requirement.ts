import { InputError, seen } from "@grokscape/group-datasets";

/** Says what a value must be, in words that follow "must", or null if that is what it is. */
export type Requirement = (value: unknown) => string | null;

/** What every field of a record must be. */
export type Requirements<Fields> = { readonly [Field in keyof Fields]-?: Requirement };

/**
 * @param name what the record is called
 * @throws InputError if it is no record, naming the first field that is unknown or not as it must be
 */
export function checkRecord<Fields>(
  name: string,
  record: unknown,
  form: Requirements<Fields>,
): void {
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
export function checkFields<Fields>(
  name: string,
  record: unknown,
  form: Requirements<Fields>,
): void {
  mustBeRecord(name, record);
  for (const [field, requirement] of Object.entries<Requirement>(form)) {
    const right = requirement(record[field]);
    if (right) throw new InputError(`${name}.${field} must ${right}, got ${seen(record[field])}`);
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
