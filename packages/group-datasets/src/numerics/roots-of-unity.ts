/** The n-th roots of unity exp(2πik/n), k = 0 … n − 1. */
export interface RootsOfUnity {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export function rootsOfUnity(n: number): RootsOfUnity {
  return {
    re: Float64Array.from({ length: n }, (_, k) => exactCosine(k, n)),
    im: Float64Array.from({ length: n }, (_, k) => exactCosine(4 * k - n, 4 * n)),
  };
}

/** cos(2πk/n), exact where it is 0, ±½ or ±1. */
function exactCosine(k: number, n: number): number {
  const twelfths = (12 * (((k % n) + n) % n)) / n;
  const exact = [1, undefined, 0.5, 0, -0.5, undefined, -1, undefined, -0.5, 0, 0.5, undefined];
  return exact[twelfths] ?? Math.cos((Math.PI * twelfths) / 6);
}
