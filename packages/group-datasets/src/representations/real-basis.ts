import type { ComplexMatrix } from "../numerics/complex-matrix.ts";
import { zeros } from "../numerics/complex-matrix.ts";
import { orthonormalColumns } from "../numerics/orthonormal.ts";
import type { Irrep } from "./irreps.ts";

/**
 * An orthonormal basis in which an irrep of real type has real matrices: vectors that the
 * antiunitary map v ↦ J·v̄, which commutes with the group, leaves fixed. J is the symmetric unitary
 * matrix with ρ(a)·J·ρ(a)ᵀ = J.
 */
export function realBasis(irrep: Irrep, order: number): ComplexMatrix {
  const d = irrep.degree;
  const J = invariantForm(irrep, order);
  // e + J·ē and i·(e − J·ē) for every unit vector e span the fixed vectors over the reals
  const fixed = zeros(d, 2 * d);
  for (let j = 0; j < d; j++) {
    for (let i = 0; i < d; i++) {
      const [re, im] = [J.re[i * d + j], J.im[i * d + j]];
      const unit = i === j ? 1 : 0;
      fixed.re[i * 2 * d + j] = unit + re;
      fixed.im[i * 2 * d + j] = im;
      fixed.re[i * 2 * d + d + j] = im;
      fixed.im[i * 2 * d + d + j] = unit - re;
    }
  }
  // inner products of fixed vectors are real, so an orthonormal basis of them stays among them
  return orthonormalColumns(fixed, d);
}

/** J = Σ_a (ρ(a)v)(ρ(a)v)ᵀ, scaled to be unitary, for a v where the sum does not vanish. */
function invariantForm({ degree: d, re, im }: Irrep, order: number): ComplexMatrix {
  for (let attempt = 1; ; attempt++) {
    const form = zeros(d, d);
    const v = Array.from({ length: d }, (_, i) => [
      Math.cos(attempt * (i + 1) ** 2),
      Math.sin(attempt * (i + 1) * (i + 2)),
    ]);
    const moved = v.map(() => [0, 0]);
    for (let a = 0; a < order; a++) {
      for (let i = 0; i < d; i++) {
        let [x, y] = [0, 0];
        for (let j = 0; j < d; j++) {
          const at = a * d * d + i * d + j;
          x += re[at] * v[j][0] - im[at] * v[j][1];
          y += re[at] * v[j][1] + im[at] * v[j][0];
        }
        moved[i] = [x, y];
      }
      for (let i = 0; i < d; i++) {
        for (let j = 0; j < d; j++) {
          const [[p, q], [r, s]] = [moved[i], moved[j]];
          form.re[i * d + j] += p * r - q * s;
          form.im[i * d + j] += p * s + q * r;
        }
      }
    }
    let norm = 0;
    for (let j = 0; j < d; j++) norm += form.re[j] ** 2 + form.im[j] ** 2;
    norm = Math.sqrt(norm);
    if (norm < 1e-3 * order) continue;
    return { ...form, re: form.re.map((x) => x / norm), im: form.im.map((y) => y / norm) };
  }
}
