const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number as an exponent: 12 → "¹²". */
export function superscript(n: number): string {
  return `${n}`.replace(/\d/g, (digit) => digits[Number(digit)]).replace("-", "⁻");
}
