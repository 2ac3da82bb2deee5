import {
  type ComplexMatrix,
  type FiniteGroup,
  type Irrep,
  irreps,
} from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";

/** Complex weights of the two-layer network Ŷ = (XW)²V. */
export interface ComplexNetwork {
  /** W, 2M × K. */
  readonly hidden: ComplexMatrix;
  /** V, K × M. */
  readonly top: ComplexMatrix;
}

type Complex = readonly [re: number, im: number];

/**
 * Complex weights that answer the centred one-hot target of a group exactly, by the nodes of
 * Theorem 3 in the form that holds (erratum 6): [u; ±P·conj(u)] with u(g) = x*ρ(g)y, so that the
 * second half is ±y*ρ(h)x. Over an orthonormal basis of y, the squares' differences add up to
 * 4·x*ρ(gh)x, and d² vectors x make every matrix entry of ρ. That takes 2·Σ d³ nodes, no more than
 * the theorem's 2·Σ d⁴, and 2M − 2 for an abelian group.
 */
export function complexReconstruction(group: FiniteGroup): ComplexNetwork {
  mustBe("group", aGroup, group);
  const { order } = group;
  const all = irreps(group).slice(1);
  const width = all.reduce((sum, { degree }) => sum + 2 * degree ** 3, 0);
  const hidden = zeros(2 * order, width);
  const top = zeros(width, order);
  let node = 0;
  for (const irrep of all) {
    const vectors = spanningVectors(irrep.degree);
    const answers = answerCoefficients(irrep, order);
    for (const [k, x] of vectors.entries()) {
      for (let y = 0; y < irrep.degree; y++) {
        for (const sign of [1, -1]) {
          for (let g = 0; g < order; g++) {
            const u = coefficient(irrep, g, x, y);
            const v = coefficient(irrep, group.inverse(g), x, y);
            set(hidden, g, node, u);
            set(hidden, order + g, node, [sign * v[0], -sign * v[1]]);
          }
          for (let h = 0; h < order; h++) {
            const [re, im] = answers[k][h];
            set(top, node, h, [(sign * re) / 4, (sign * im) / 4]);
          }
          node++;
        }
      }
    }
  }
  return { hidden, top };
}

/** d² vectors x whose xx* span all matrices: e_i, then e_i + e_j and e_i + i·e_j for i < j. */
function spanningVectors(d: number): Complex[][] {
  const unit = (i: number) => Array.from({ length: d }, (_, j): Complex => [i === j ? 1 : 0, 0]);
  const vectors = Array.from({ length: d }, (_, i) => unit(i));
  for (let i = 0; i < d; i++) {
    for (let j = i + 1; j < d; j++) {
      vectors.push(unit(i).with(j, [1, 0]), unit(i).with(j, [0, 1]));
    }
  }
  return vectors;
}

/**
 * c_x(h′) with Σ_x c_x(h′)·x*ρ(h)x = (d/M)·χ(h′⁻¹h), for each x above and each class h′. Off the
 * diagonal, ρ_ij = ½((P − D) − i(Q − D)) and ρ_ji = ½((P − D) + i(Q − D)), where P and Q belong to
 * e_i + e_j and e_i + i·e_j, and D = ρ_ii + ρ_jj.
 */
function answerCoefficients({ degree: d, re, im }: Irrep, order: number): Complex[][] {
  const scale = d / order;
  const answers = Array.from({ length: d * d }, () => new Array<Complex>(order));
  for (let h = 0; h < order; h++) {
    const conjugate = (i: number, j: number): Complex => {
      const at = h * d * d + i * d + j;
      return [scale * re[at], -scale * im[at]];
    };
    const diagonal = Array.from({ length: d }, (_, i) => [...conjugate(i, i)]);
    let k = d;
    for (let i = 0; i < d; i++) {
      for (let j = i + 1; j < d; j++, k += 2) {
        const [a, b] = [conjugate(i, j), conjugate(j, i)];
        const p: Complex = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
        const q: Complex = [(a[1] - b[1]) / 2, (b[0] - a[0]) / 2];
        answers[k][h] = p;
        answers[k + 1][h] = q;
        for (const end of [i, j]) {
          diagonal[end][0] -= p[0] + q[0];
          diagonal[end][1] -= p[1] + q[1];
        }
      }
    }
    for (let i = 0; i < d; i++) answers[i][h] = [diagonal[i][0], diagonal[i][1]];
  }
  return answers;
}

/** x*ρ(g)e_y */
function coefficient(
  { degree: d, re, im }: Irrep,
  g: number,
  x: readonly Complex[],
  y: number,
): Complex {
  let [a, b] = [0, 0];
  for (let i = 0; i < d; i++) {
    const at = g * d * d + i * d + y;
    a += x[i][0] * re[at] + x[i][1] * im[at];
    b += x[i][0] * im[at] - x[i][1] * re[at];
  }
  return [a, b];
}

function zeros(rows: number, columns: number): ComplexMatrix {
  const size = rows * columns;
  return { rows, columns, re: new Float64Array(size), im: new Float64Array(size) };
}

function set({ columns, re, im }: ComplexMatrix, i: number, j: number, [a, b]: Complex): void {
  re[i * columns + j] = a;
  im[i * columns + j] = b;
}
