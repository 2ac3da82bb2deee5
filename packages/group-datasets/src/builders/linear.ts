import { type FiniteField, finiteField, primitiveElement } from "../field/finite-field.ts";
import { closure, type Entries } from "../group/closure.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { checkOrder, checkParameter } from "../group/make-group.ts";

/**
 * SL(n, q): the n × n matrices of determinant 1 over the field with q elements. Numbered by their
 * entries in lexicographic order, after the identity.
 *
 * @param q a prime or a power of a prime
 * @throws InputError if q is neither, or the group is too large
 */
export function specialLinear(n: number, q: number): FiniteGroup {
  checkParameter("specialLinear", n);
  checkParameter("specialLinear", q, 2);
  return matrixGroup(n, q, `SL(${n}, ${q})`, (order) => order / (q - 1), transvections);
}

/**
 * GL(n, q): the invertible n × n matrices over the field with q elements, numbered like those of
 * SL(n, q).
 *
 * @param q a prime or a power of a prime
 * @throws InputError if q is neither, or the group is too large
 */
export function generalLinear(n: number, q: number): FiniteGroup {
  checkParameter("generalLinear", n);
  checkParameter("generalLinear", q, 2);
  const generators = (size: number, field: FiniteField) => [
    ...transvections(size, field),
    changed(size, 0, primitiveElement(field)),
  ];
  return matrixGroup(n, q, `GL(${n}, ${q})`, (order) => order, generators);
}

function matrixGroup(
  n: number,
  q: number,
  name: string,
  share: (order: number) => number,
  generators: (n: number, field: FiniteField) => Entries[],
): FiniteGroup {
  const field = finiteField(q);
  let order = 1;
  for (let i = 0; i < n && order < Infinity; i++) order *= q ** n - q ** i;
  checkOrder(share(order), name);
  return closure({
    name,
    identity: changed(n, 0, 1),
    generators: generators(n, field),
    multiply: (a, b) => product(a, b, n, field),
    label: (a) =>
      `[${Array.from({ length: n }, (_, i) =>
        Array.from(a.subarray(i * n, (i + 1) * n), field.label).join(" "),
      ).join("; ")}]`,
  });
}

/** The identity matrix with one entry changed. */
function changed(n: number, place: number, value: number): Entries {
  const entries = new Uint32Array(n * n);
  for (let i = 0; i < n * n; i += n + 1) entries[i] = 1;
  entries[place] = value;
  return entries;
}

/** All matrices that differ from the identity in one entry off the diagonal, a power of p there. */
function transvections(n: number, { order, characteristic }: FiniteField): Entries[] {
  const generators = [changed(n, 0, 1)];
  for (let place = 0; place < n * n; place++) {
    if (place % (n + 1) === 0) continue;
    for (let value = 1; value < order; value *= characteristic) {
      generators.push(changed(n, place, value));
    }
  }
  return generators;
}

function product(a: Entries, b: Entries, n: number, { add, multiply }: FiniteField): Entries {
  return a.map((_, at) => {
    const [row, column] = [at - (at % n), at % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum = add(sum, multiply(a[row + k], b[k * n + column]));
    return sum;
  });
}
