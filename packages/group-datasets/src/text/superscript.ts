const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number as an exponent: 12 → "¹²". */
export function superscript(n: number): string {
  return `${n}`.replace(/\d/g, (digit) => digits[Number(digit)]);
}

/** A power and what follows it: ("r", 2, "s") → "r²s"; "e" for nothing at all. */
export function powerLabel(base: string, exponent: number, rest = ""): string {
  const power = exponent === 0 ? "" : base + (exponent === 1 ? "" : superscript(exponent));
  return power + rest || "e";
}
