import { InputError } from "../errors.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { seen } from "../text/seen.ts";
import { type Irrep, irreps } from "./irreps.ts";

/** A point of the plane for each element. */
export interface IrrepOrbit {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * The elements of a group as points of the plane, by its k-th irrep ρ (row k of the character table): ⟨v, ρ(g)u⟩ for each g, v being an
 * eigenvector of ρ(x). To multiply by x from the left turns the plane, so each coset of the powers of x
 * lies on a circle around 0, evenly spaced. Of the eigenvalues it is one of highest order with the least
 * angle; u is the one of a few directions that keeps different points farthest apart.
 *
 * @param x an element, by its index; one of largest order shows most
 * @throws InputError if there is no k-th irrep, or no element x
 */
export function irrepOrbit(group: FiniteGroup, k: number, x: number): IrrepOrbit {
  const all = irreps(group);
  if (!(Number.isInteger(k) && k >= 0 && k < all.length)) {
    const there = `its irreps are 0 … ${all.length - 1}`;
    throw new InputError(`${group.name} has no irrep ${seen(k)}`, there);
  }
  const irrep = all[k];
  const rows = seenFrom(group, irrep, eigenvector(group, irrep, x));
  let best = orbit(rows, irrep.degree, 0);
  if (irrep.degree === 1) return best;
  let widest = apart(best, rows);
  for (let direction = 1; direction < directions; direction++) {
    const other = orbit(rows, irrep.degree, direction);
    const width = apart(other, rows);
    if (width > widest) [best, widest] = [other, width];
  }
  return best;
}

const directions = 60;

/** A unit eigenvector of ρ(x): a column of the projector onto an eigenspace. */
function eigenvector(group: FiniteGroup, { degree: d, re, im }: Irrep, x: number): IrrepOrbit {
  const powers = [group.identity];
  for (let g = x; g !== group.identity; g = group.multiply(g, x)) powers.push(g);
  const order = powers.length;
  const projector = (turns: number) => {
    const sum = { re: new Float64Array(d * d), im: new Float64Array(d * d) };
    for (const [k, g] of powers.entries()) {
      const angle = (-2 * Math.PI * ((turns * k) % order)) / order;
      const [c, s] = [Math.cos(angle) / order, Math.sin(angle) / order];
      for (let i = 0; i < d * d; i++) {
        const [a, b] = [re[g * d * d + i], im[g * d * d + i]];
        sum.re[i] += c * a - s * b;
        sum.im[i] += c * b + s * a;
      }
    }
    return sum;
  };
  const trace = ({ re }: IrrepOrbit) => {
    let sum = 0;
    for (let i = 0; i < d; i++) sum += re[i * (d + 1)];
    return sum;
  };
  const [turns] = powers
    .map((_, turns) => turns)
    .filter((turns) => trace(projector(turns)) > 0.5)
    .sort((a, b) => divisor(a, order) - divisor(b, order) || away(a, order) - away(b, order));
  const { re: pRe, im: pIm } = projector(turns);
  const squared = (column: number) => pRe[column * (d + 1)];
  let column = 0;
  for (let i = 1; i < d; i++) if (squared(i) > squared(column) + 1e-9) column = i;
  const norm = Math.sqrt(squared(column));
  const part = (of: Float64Array) =>
    Float64Array.from({ length: d }, (_, i) => of[i * d + column] / norm);
  return { re: part(pRe), im: part(pIm) };
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

const away = (turns: number, order: number) => Math.min(turns, order - turns);

/** v†ρ(g) for each g, one after the other. */
function seenFrom({ order }: FiniteGroup, { degree: d, re, im }: Irrep, v: IrrepOrbit): IrrepOrbit {
  const rows = { re: new Float64Array(order * d), im: new Float64Array(order * d) };
  for (let g = 0; g < order; g++) {
    for (let i = 0; i < d; i++) {
      for (let j = 0; j < d; j++) {
        const at = (g * d + i) * d + j;
        rows.re[g * d + j] += v.re[i] * re[at] + v.im[i] * im[at];
        rows.im[g * d + j] += v.re[i] * im[at] - v.im[i] * re[at];
      }
    }
  }
  return rows;
}

/** What the rows give for one of the directions u; the first is that of the first axis. */
function orbit(rows: IrrepOrbit, d: number, direction: number): IrrepOrbit {
  const order = rows.re.length / d;
  const points = { re: new Float64Array(order), im: new Float64Array(order) };
  for (let j = 0; j < d; j++) {
    const size = direction === 0 ? +(j === 0) : 0.4 + fraction(direction * Math.SQRT2 + j * 0.382);
    const angle = 2 * Math.PI * fraction(direction * 0.618 * j);
    const [c, s] = [size * Math.cos(angle), size * Math.sin(angle)];
    for (let g = 0; g < order; g++) {
      const [a, b] = [rows.re[g * d + j], rows.im[g * d + j]];
      points.re[g] += c * a - s * b;
      points.im[g] += c * b + s * a;
    }
  }
  return points;
}

const fraction = (value: number) => value - Math.floor(value);

/** The least distance between two points whose rows differ, as a share of the radius. */
function apart({ re, im }: IrrepOrbit, rows: IrrepOrbit): number {
  const order = re.length;
  const d = rows.re.length / order;
  let least = Number.POSITIVE_INFINITY;
  let radius = 0;
  for (let g = 0; g < order; g++) {
    radius = Math.max(radius, Math.hypot(re[g], im[g]));
    for (let h = 0; h < g; h++) {
      const distance = Math.hypot(re[g] - re[h], im[g] - im[h]);
      if (distance < least && !isSameRow(rows, d, g, h)) least = distance;
    }
  }
  return least / radius;
}

function isSameRow({ re, im }: IrrepOrbit, d: number, g: number, h: number): boolean {
  for (let j = 0; j < d; j++) {
    const [a, b] = [g * d + j, h * d + j];
    if (Math.abs(re[a] - re[b]) + Math.abs(im[a] - im[b]) > 1e-9) return false;
  }
  return true;
}
