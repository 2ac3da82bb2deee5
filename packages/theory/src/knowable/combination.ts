import { inverse, type PrimePower, primePowers, reduce } from "./prime-power.ts";
import type { Relations } from "./resolve.ts";
import { leastDivisible, scale, subtract } from "./rows.ts";

/**
 * How often each of some relations is to be added so that another is their sum modulo a number: of
 * least size, in −modulus/2 … modulus/2.
 *
 * @param target one relation, in the span of the others
 */
export function combination(target: Relations, relations: Relations, modulus: number): number[] {
  const columns = new Map<number, number>();
  for (const { members } of [target, relations]) {
    for (const member of members) if (!columns.has(member)) columns.set(member, columns.size);
  }
  const count = relations.members.length / 3;
  const row = ({ members, times }: Relations, relation: number, q: number): Int32Array => {
    const entries = new Int32Array(columns.size + count);
    for (let at = 3 * relation; at < 3 * relation + 3; at++) {
      const column = columns.get(members[at]) as number;
      entries[column] = reduce(entries[column] + times[at], q);
    }
    return entries;
  };
  const found = new Array<number>(count).fill(0);
  let known = 1;
  for (const ring of primePowers(modulus)) {
    const { modulus: q } = ring;
    const rows = Array.from({ length: count }, (_, i) => {
      const entries = row(relations, i, q);
      entries[columns.size + i] = 1;
      return entries;
    });
    const times = solve(row(target, 0, q), rows, columns.size, ring);
    // the Chinese remainder theorem
    const step = inverse(known, q);
    for (let i = 0; i < count; i++) found[i] += known * reduce((times[i] - found[i]) * step, q);
    known *= q;
  }
  return found.map((times) => (2 * times > modulus ? times - modulus : times));
}

/** The multiples of the rows that add up to the target, from the columns that keep account of them. */
function solve(
  target: Int32Array,
  rows: Int32Array[],
  columns: number,
  ring: PrimePower,
): Int32Array {
  const { prime, exponent, modulus: q } = ring;
  while (rows.length > 0) {
    const [i, j, least] = leastDivisible(rows, columns, ring);
    if (least === exponent) break;
    const [pivot] = rows.splice(i, 1);
    const power = prime ** least;
    scale(pivot, inverse(pivot[j] / power, q / power), q);
    for (const row of [...rows, target]) subtract(row, row[j] / power, pivot, q);
  }
  return target.subarray(columns).map((times) => reduce(-times, q));
}
