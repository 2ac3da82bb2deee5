/** Arithmetic modulo a power of a prime, numbers from 0 to q − 1; q below 2¹⁶. */
export interface PrimePower {
  readonly prime: number;
  /** k of q = pᵏ. */
  readonly exponent: number;
  readonly modulus: number;
}

/** The prime powers whose product is a number, smallest prime first. */
export function primePowers(n: number): PrimePower[] {
  const powers: PrimePower[] = [];
  let rest = n;
  for (let prime = 2; rest > 1; prime++) {
    if (prime * prime > rest) prime = rest;
    let [exponent, modulus] = [0, 1];
    for (; rest % prime === 0; rest /= prime) {
      exponent++;
      modulus *= prime;
    }
    if (exponent > 0) powers.push({ prime, exponent, modulus });
  }
  return powers;
}

export const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** x in 0 … n − 1 with x ≡ a (mod n). */
export const reduce = (a: number, n: number): number => {
  const rest = a % n;
  return rest < 0 ? rest + n : rest;
};

/** x with a·x ≡ 1 (mod n), of an a that has no factor in common with n. */
export function inverse(a: number, n: number): number {
  let [r, s, x, y] = [n, reduce(a, n), 0, 1];
  while (s !== 0) {
    const quotient = Math.floor(r / s);
    [r, s, x, y] = [s, r - quotient * s, y, x - quotient * y];
  }
  return reduce(x, n);
}

/** How often p divides a; `exponent` for 0. */
export function valuation(a: number, { prime, exponent }: PrimePower): number {
  if (a === 0) return exponent;
  let times = 0;
  for (let rest = a; rest % prime === 0; rest /= prime) times++;
  return times;
}
