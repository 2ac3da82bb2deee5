import { InputError } from "../errors.ts";
import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import {
  type ComplexArray,
  type ComplexMatrix,
  complexArray,
  zeros,
} from "../numerics/complex-matrix.ts";
import { seen } from "../text/seen.ts";
import { irreps } from "./irreps.ts";

/** A complex function on a group: its value at each element. */
export type GroupFunction = ComplexArray;

/**
 * The Fourier transform of a function on a group: for each irrep ρ the d × d matrix Σ_a f(a)·ρ(a), in
 * the order of `irreps(group)`. The transform of a convolution is the product of the transforms.
 *
 * @param f a value an element; real values as an array, or `{ re, im }`
 * @throws InputError if f does not have a finite value for each element
 */
export function groupFourier(
  group: FiniteGroup,
  f: ArrayLike<number> | GroupFunction,
): ComplexMatrix[] {
  const { re, im } = asFunction(group, f);
  return irreps(group).map((irrep) => {
    const d = irrep.degree;
    const block = zeros(d, d);
    for (let a = 0; a < group.order; a++) {
      const [x, y] = [re[a], im[a]];
      if (x === 0 && y === 0) continue;
      const at = a * d * d;
      for (let i = 0; i < d * d; i++) {
        block.re[i] += x * irrep.re[at + i] - y * irrep.im[at + i];
        block.im[i] += x * irrep.im[at + i] + y * irrep.re[at + i];
      }
    }
    return block;
  });
}

/**
 * The function with these Fourier blocks: f(a) = (1/M) Σ_ρ d·tr(ρ(a)†·block).
 *
 * @throws InputError if the blocks are not those of this group's irreps
 */
export function inverseGroupFourier(
  group: FiniteGroup,
  blocks: readonly ComplexMatrix[],
): GroupFunction {
  const all = irreps(group);
  if (!Array.isArray(blocks) || blocks.length !== all.length) {
    throw new InputError(
      `the Fourier transform on ${group.name} has ${all.length} blocks`,
      `got ${Array.isArray(blocks) ? blocks.length : seen(blocks)}`,
    );
  }
  for (const [k, { degree: d }] of all.entries()) {
    const { rows, columns, re, im } = Object(blocks[k]) as Partial<ComplexMatrix>;
    if (rows !== d || columns !== d) {
      throw new InputError(
        `block ${k} of a Fourier transform on ${group.name} is ${seen(rows)} × ${seen(columns)}`,
        `its irrep has degree ${d}`,
      );
    }
    for (const part of [re, im]) checkNumbers(part, d * d, `block ${k}`, "entries");
  }
  const { order } = group;
  const f = complexArray(order);
  for (const [k, irrep] of all.entries()) {
    const square = irrep.degree * irrep.degree;
    const scale = irrep.degree / order;
    const block = blocks[k];
    for (let a = 0; a < order; a++) {
      for (let i = 0; i < square; i++) {
        const [p, q] = [irrep.re[a * square + i], irrep.im[a * square + i]];
        f.re[a] += scale * (p * block.re[i] + q * block.im[i]);
        f.im[a] += scale * (p * block.im[i] - q * block.re[i]);
      }
    }
  }
  return f;
}

/**
 * The convolution (f ∗ g)(a) = Σ_b f(b)·g(b⁻¹·a).
 *
 * @throws InputError if f or g does not have a finite value for each element
 */
export function convolve(
  group: FiniteGroup,
  f: ArrayLike<number> | GroupFunction,
  g: ArrayLike<number> | GroupFunction,
): GroupFunction {
  const [u, v] = [asFunction(group, f), asFunction(group, g)];
  const { order } = group;
  const result = complexArray(order);
  for (let b = 0; b < order; b++) {
    for (let c = 0; c < order; c++) {
      const a = group.multiply(b, c);
      result.re[a] += u.re[b] * v.re[c] - u.im[b] * v.im[c];
      result.im[a] += u.re[b] * v.im[c] + u.im[b] * v.re[c];
    }
  }
  return result;
}

function asFunction(group: FiniteGroup, f: ArrayLike<number> | GroupFunction): GroupFunction {
  checkGroup(group);
  const { re, im } = Object(f) as Partial<GroupFunction>;
  const parts =
    re === undefined && im === undefined
      ? [f as ArrayLike<number>, new Float64Array(group.order)]
      : [re, im];
  for (const part of parts) {
    checkNumbers(part, group.order, `a function on ${group.name}`, "values, one for each element");
  }
  return { re: Float64Array.from(parts[0] ?? []), im: Float64Array.from(parts[1] ?? []) };
}

/** @throws InputError unless these are so many finite numbers */
function checkNumbers(
  values: ArrayLike<number> | undefined,
  count: number,
  what: string,
  kind: string,
): void {
  const list = typeof values === "object" && values !== null ? values : undefined;
  if (list?.length !== count) {
    const found = list ? `${seen(list.length)} values` : seen(values);
    throw new InputError(`${what} with ${found}`, `it needs ${count} ${kind}`);
  }
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(list[i])) continue;
    throw new InputError(`${what} with ${seen(list[i])} at ${i}`, "give finite numbers");
  }
}
