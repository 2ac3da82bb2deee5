/** A value as an error shows it, such that its type can be told; never fails, whatever the value. */
export function seen(value: unknown): string {
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
    case "bigint":
      return `${value}n`;
    default:
      return Object.is(value, -0) ? "-0" : String(value);
  }
}
