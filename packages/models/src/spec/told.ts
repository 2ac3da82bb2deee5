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
