import { type FiniteGroup, irrepOrbit, irreps, realIrreps } from "@grokscape/group-datasets";
import type { OrbitsRecord } from "@grokscape/viz";
import { placesOf, strongest } from "./cosets.ts";

/**
 * The elements as points by each irrep that tells more than two of them apart and that the element of
 * the lines turns, one of each conjugate pair.
 *
 * @param sorted all elements, which the record numbers in this order
 */
export function orbits(group: FiniteGroup, sorted: readonly number[]): OrbitsRecord {
  const x = strongest(group);
  const place = placesOf(sorted);
  const all = irreps(group);
  const identity = place[group.identity]!;
  const turns = ({ re, im }: Pick<OrbitsRecord["irreps"][number], "re" | "im">) =>
    Math.hypot(re[place[x]!]! - re[identity]!, im[place[x]!]! - im[identity]!) > 1e-6;
  return {
    identity,
    next: sorted.map((g) => place[group.multiply(x, g)]!),
    irreps: realIrreps(group)
      .map(({ rows }) => {
        const { re, im } = irrepOrbit(group, rows[0]!, x);
        return {
          name: `${rows.map((row) => `χ${row}`).join(", ")}, d = ${all[rows[0]!]!.degree}`,
          re: sorted.map((g) => re[g]!),
          im: sorted.map((g) => im[g]!),
        };
      })
      .filter((points) => turns(points) && differentPoints(points.re, points.im) > 2),
  };
}

const differentPoints = (re: readonly number[], im: readonly number[]) =>
  new Set(re.map((x, g) => `${Math.round(1e6 * x)} ${Math.round(1e6 * im[g]!)}`)).size;
