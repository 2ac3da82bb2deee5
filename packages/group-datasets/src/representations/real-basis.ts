import { type ComplexMatrix, complexArray, zeros } from "../numerics/complex-matrix.ts";
import { generic } from "../numerics/generic.ts";
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
  const { re: vRe, im: vIm } = complexArray(d);
  const { re: movedRe, im: movedIm } = complexArray(d);
  for (let attempt = 1; ; attempt++) {
    const form = zeros(d, d);
    for (let i = 0; i < d; i++) {
      vRe[i] = generic(2 * i + 1, attempt);
      vIm[i] = generic(2 * i + 2, attempt);
    }
    for (let a = 0; a < order; a++) {
      for (let i = 0; i < d; i++) {
        let x = 0;
        let y = 0;
        for (let j = 0; j < d; j++) {
          const at = (a * d + i) * d + j;
          x += re[at] * vRe[j] - im[at] * vIm[j];
          y += re[at] * vIm[j] + im[at] * vRe[j];
        }
        movedRe[i] = x;
        movedIm[i] = y;
      }
      for (let i = 0; i < d; i++) {
        for (let j = 0; j < d; j++) {
          form.re[i * d + j] += movedRe[i] * movedRe[j] - movedIm[i] * movedIm[j];
          form.im[i * d + j] += movedRe[i] * movedIm[j] + movedIm[i] * movedRe[j];
        }
      }
    }
    let square = 0;
    for (let j = 0; j < d; j++) square += form.re[j] * form.re[j] + form.im[j] * form.im[j];
    const norm = Math.sqrt(square);
    let length = 0;
    for (let j = 0; j < d; j++) length += vRe[j] * vRe[j] + vIm[j] * vIm[j];
    if (norm < (1e-3 * order * length) / d) continue;
    return { ...form, re: form.re.map((x) => x / norm), im: form.im.map((y) => y / norm) };
  }
}
