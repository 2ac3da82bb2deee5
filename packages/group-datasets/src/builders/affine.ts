import { InputError } from "../errors.ts";
import { finiteField } from "../field/finite-field.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter, makeGroup } from "../group/make-group.ts";

/**
 * AGL(1, q), order q(q − 1): the maps t ↦ a·t + b of the field with q elements, a ≠ 0. x·y is first
 * y, then x, as maps are composed. Element (a − 1)·q + b, fields numbered as in `finiteField`.
 *
 * @param q a prime, or a prime power
 * @throws InputError if q is neither, or too large
 */
export function affine(q: number): FiniteGroup {
  checkParameter("affine", q, 2);
  return affineMaps(q, q - 1, `AGL(1, ${q})`);
}

/**
 * The Frobenius group Z_p ⋊ Z_q, order p·q: the maps t ↦ a·t + b modulo p with a^q = 1.
 *
 * @param p a prime
 * @param q from 2, a divisor of p − 1
 * @throws InputError if they are not so, or the group is too large
 */
export function frobenius(p: number, q: number): FiniteGroup {
  checkParameter("frobenius", p, 2);
  checkParameter("frobenius", q, 2);
  if ((p - 1) % q !== 0) {
    throw new InputError(`frobenius(${p}, ${q}) is no group`, `q must divide ${p - 1}`);
  }
  return affineMaps(p, q, `F_${p},${q}`);
}

/** The maps t ↦ a·t + b with aᵏ = 1, the a in ascending order. */
function affineMaps(q: number, k: number, name: string): FiniteGroup {
  checkOrder(q * k, name);
  const { add, multiply, power, label, characteristic } = finiteField(q);
  const translations: number[] = [];
  for (let b = 1; b < q; b *= characteristic) translations.push(b);
  const slopes = Array.from({ length: q }, (_, a) => a).filter((a) => a && power(a, k) === 1);
  const place = new Uint16Array(q);
  for (const [i, a] of slopes.entries()) place[a] = i;
  return makeGroup({
    order: q * k,
    name,
    identity: 0,
    generators: [...translations, ...slopes.map((_, i) => i * q)],
    multiply(x, y) {
      const [a, c] = [slopes[Math.floor(x / q)], slopes[Math.floor(y / q)]];
      return place[multiply(a, c)] * q + add(multiply(a, y % q), x % q);
    },
    label(x) {
      const [a, b] = [slopes[Math.floor(x / q)], x % q];
      const slope = a === 1 ? "t" : `${bracketed(label(a))}t`;
      return b === 0 ? slope : `${slope}+${label(b)}`;
    },
  });
}

const bracketed = (text: string): string => (text.includes("+") ? `(${text})` : text);
