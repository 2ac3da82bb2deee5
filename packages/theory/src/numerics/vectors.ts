/** u·v, of two vectors of one length. */
export function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i] * v[i];
  return sum;
}

/** ‖u‖; of all entries of a matrix its Frobenius norm. */
export const norm = (u: ArrayLike<number>): number => Math.sqrt(dot(u, u));
