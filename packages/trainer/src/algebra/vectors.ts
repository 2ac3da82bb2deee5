export function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i] * v[i];
  return sum;
}

/** Euclidean length, of numbers of any size. */
export function length(u: ArrayLike<number>): number {
  const square = dot(u, u);
  if (square > smallestSquare && square < Infinity) return Math.sqrt(square);
  const scale = largest(u);
  if (!(scale > 0 && scale < Infinity)) return scale;
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += (u[i] / scale) ** 2;
  return scale * Math.sqrt(sum);
}

/** Squares below this may have lost digits. */
const smallestSquare = 1e-280;

/** The largest entry, its sign left out; NaN if there is one. */
export function largest(u: ArrayLike<number>): number {
  let found = 0;
  for (let i = 0; i < u.length; i++) found = Math.max(found, Math.abs(u[i]));
  return found;
}
