type PlainObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object's own fields without those that are undefined; what is no object stays as it is. */
export function defined<Value>(value: Value): Value {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Value;
}

/** Fields that are not given, or undefined, from `defaults`; what is no object stays as it is. */
export function withDefaults(value: unknown, defaults: object): unknown {
  return isObject(value) ? { ...defaults, ...defined(value) } : value;
}

/** As `withDefaults`, with the defaults of the value's kind, if it is one of the table. */
export function withDefaultsOfKind(
  value: unknown,
  table: Readonly<Record<string, object>>,
): unknown {
  const kind = isObject(value) ? value.kind : undefined;
  const isKnown = typeof kind === "string" && Object.hasOwn(table, kind);
  return withDefaults(value, isKnown ? table[kind] : {});
}

/** A value as an error shows it; never fails, whatever the value. */
export function told(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
    case "object": {
      if (value === null) return "null";
      if (!Array.isArray(value)) return "an object";
      const entries: unknown[] = Array.from(value);
      const isShort = entries.length <= 10 && entries.every((one) => typeof one === "number");
      return isShort ? `[${entries.join(",")}]` : "an array";
    }
    case "function":
      return "a function";
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}
