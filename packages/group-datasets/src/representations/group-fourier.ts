import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { type ComplexMatrix, zeros } from "../numerics/complex-matrix.ts";
import { irreps } from "./irreps.ts";

/** A complex function on a group, a value an element. */
export interface GroupFunction {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * The Fourier transform of a function on a group: for each irrep ρ the d × d matrix Σ_a f(a)·ρ(a), in
 * the order of `irreps(group)`. The transform of a convolution is the product of the transforms.
 *
 * @param f a value an element; real values as an array, or `{ re, im }`
 * @throws InputError if f does not have a value for each element
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
  const sizes = blocks.map((block) => block.rows);
  if (sizes.join() !== all.map((irrep) => irrep.degree).join()) {
    throw new InputError(
      `blocks of sizes ${sizes.join(", ")} are no Fourier transform on ${group.name}`,
      `its irreps have degrees ${all.map((irrep) => irrep.degree).join(", ")}`,
    );
  }
  const { order } = group;
  const f = { re: new Float64Array(order), im: new Float64Array(order) };
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
 * @throws InputError if f or g does not have a value for each element
 */
export function convolve(
  group: FiniteGroup,
  f: ArrayLike<number> | GroupFunction,
  g: ArrayLike<number> | GroupFunction,
): GroupFunction {
  const { order } = group;
  const [u, v] = [asFunction(group, f), asFunction(group, g)];
  const result = { re: new Float64Array(order), im: new Float64Array(order) };
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
  const values = "re" in f ? f : { re: Float64Array.from(f), im: new Float64Array(f.length) };
  for (const { length } of [values.re, values.im]) {
    if (length === group.order) continue;
    throw new InputError(
      `a function on ${group.name} with ${length} values`,
      `it needs one for each of the ${group.order} elements`,
    );
  }
  return values;
}
