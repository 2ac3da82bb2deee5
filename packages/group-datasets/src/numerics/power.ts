/** base^exponent for a whole exponent ≥ 0 and an associative product whose neutral element is `one`. */
export function powerBy(
  multiply: (a: number, b: number) => number,
  one: number,
  base: number,
  exponent: number,
): number {
  let result = one;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

/** base^exponent modulo n. */
export const powerModulo = (base: number, exponent: number, n: number): number =>
  powerBy((a, b) => (a * b) % n, 1 % n, base % n, exponent);
