import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { LinearCharacter } from "../characters/linear-characters.ts";
import {
  adjoint,
  type ComplexMatrix,
  complexArray,
  multiply,
  zeros,
} from "../numerics/complex-matrix.ts";
import { generic } from "../numerics/generic.ts";
import { orthonormalColumns } from "../numerics/orthonormal.ts";
import { rootsOfUnity } from "../numerics/roots-of-unity.ts";
import type { MonomialRepresentation } from "./monomial.ts";

/**
 * From a basis of m copies of an irrep of degree d within an induced representation, a basis of one
 * copy: an eigenspace of a Hermitian operator that commutes with the group. Such operators are
 * given by the image of basis vector 0, which may be any vector on which the subgroup acts as it does
 * there.
 */
export function oneCopy(
  induced: MonomialRepresentation,
  linear: LinearCharacter,
  copies: ComplexMatrix,
  degree: number,
): ComplexMatrix {
  for (let attempt = 1; ; attempt++) {
    const operator = commuting(induced, linear, attempt);
    const within = multiply(adjoint(copies), multiply(operator, copies));
    const eigenspace = isolatedEigenspace(within, degree);
    if (eigenspace) return multiply(copies, eigenspace);
  }
}

/** T + T†, where T sends basis vector 0 to a vector that is generic but for what it must be. */
function commuting(
  { degree, transversal, apply }: MonomialRepresentation,
  { elements, exponents, roots }: LinearCharacter,
  attempt: number,
): ComplexMatrix {
  const [any, moved, image] = [0, 1, 2].map(() => complexArray(degree));
  for (let i = 0; i < degree; i++) {
    any.re[i] = generic(2 * i + 1, attempt);
    any.im[i] = generic(2 * i + 2, attempt);
  }
  const { re: cosine, im: sine } = rootsOfUnity(roots);
  for (const h of elements) {
    apply(h, any, moved);
    const [c, s] = [cosine[exponents[h]], -sine[exponents[h]]];
    for (let i = 0; i < degree; i++) {
      image.re[i] += c * moved.re[i] - s * moved.im[i];
      image.im[i] += c * moved.im[i] + s * moved.re[i];
    }
  }
  const operator = zeros(degree, degree);
  for (const [i, t] of transversal.entries()) {
    apply(t, image, moved);
    for (let j = 0; j < degree; j++) {
      operator.re[j * degree + i] += moved.re[j];
      operator.im[j * degree + i] += moved.im[j];
      operator.re[i * degree + j] += moved.re[j];
      operator.im[i * degree + j] -= moved.im[j];
    }
  }
  return operator;
}

/** The eigenspace of dimension d farthest from the others, if it is far enough. */
function isolatedEigenspace(hermitian: ComplexMatrix, d: number): ComplexMatrix | undefined {
  const n = hermitian.rows;
  // [A −B; B A] is symmetric, with every eigenvalue of A + iB twice
  const symmetric = Matrix.zeros(2 * n, 2 * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [a, b] = [hermitian.re[i * n + j], hermitian.im[i * n + j]];
      symmetric.set(i, j, a);
      symmetric.set(n + i, n + j, a);
      symmetric.set(n + i, j, b);
      symmetric.set(i, n + j, -b);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, {
    assumeSymmetric: true,
  });
  const ascending = Array.from(realEigenvalues.keys()).sort(
    (i, j) => realEigenvalues[i] - realEigenvalues[j],
  );
  const at = (i: number): number => realEigenvalues[ascending[i]] ?? Number.POSITIVE_INFINITY;
  const width = at(2 * n - 1) - at(0);
  let best = { start: 0, gap: 0 };
  for (let start = 0; start < 2 * n; start += 2 * d) {
    const below = start === 0 ? Number.POSITIVE_INFINITY : at(start) - at(start - 1);
    const gap = Math.min(below, at(start + 2 * d) - at(start + 2 * d - 1));
    if (gap > best.gap) best = { start, gap };
  }
  if (best.gap < width * 0.01) return undefined;
  const vectors = zeros(n, 2 * d);
  for (let j = 0; j < 2 * d; j++) {
    for (let i = 0; i < n; i++) {
      vectors.re[i * 2 * d + j] = eigenvectorMatrix.get(i, ascending[best.start + j]);
      vectors.im[i * 2 * d + j] = eigenvectorMatrix.get(n + i, ascending[best.start + j]);
    }
  }
  return orthonormalColumns(vectors, d);
}
