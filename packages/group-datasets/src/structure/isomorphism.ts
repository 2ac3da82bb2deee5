import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { naturalLog } from "../numerics/natural-log.ts";
import { elementColours } from "./element-colours.ts";
import { generatedSubgroup } from "./subgroups.ts";

/**
 * An isomorphism from one group to another: element of the first → element of the second, or
 * undefined if there is none.
 */
export const isomorphism = (from: FiniteGroup, to: FiniteGroup): Uint16Array | undefined =>
  isomorphisms(from, to).next().value;

/**
 * All isomorphisms from a group to itself, one after the other: element → element. They may be many, of Z_2ᵏ
 * about 2^(k²).
 */
export const automorphisms = (group: FiniteGroup): Generator<Uint16Array, undefined, undefined> =>
  isomorphisms(group, group);

/** All isomorphisms. Images of a few generators are tried, only such as invariants allow. */
function* isomorphisms(
  from: FiniteGroup,
  to: FiniteGroup,
): Generator<Uint16Array, undefined, undefined> {
  checkGroup(from);
  checkGroup(to);
  if (from.order !== to.order) return;
  const colours = elementColours(from);
  const targetColours = elementColours(to);
  if (colours.slice().sort().join() !== targetColours.slice().sort().join()) return;
  const generators = rareGenerators(from, colours);
  const candidates = generators.map((g) =>
    Array.from(targetColours.keys()).filter((b) => targetColours[b] === colours[g]),
  );

  function* search(images: readonly number[]): Generator<Uint16Array, undefined, undefined> {
    const depth = images.length;
    const map = extend(from, to, generators.slice(0, depth), images);
    if (!map) return;
    if (depth === generators.length) yield map;
    else for (const candidate of candidates[depth]) yield* search([...images, candidate]);
  }
  yield* search([]);
}

/** Whether there is an isomorphism between the groups. */
export function areIsomorphic(a: FiniteGroup, b: FiniteGroup): boolean {
  return isomorphism(a, b) !== undefined;
}

/** Generators, each of the rarest colour among those that enlarge the subgroup most. */
function rareGenerators(group: FiniteGroup, colours: Uint32Array): number[] {
  const frequency = new Map<number, number>();
  for (const colour of colours) frequency.set(colour, (frequency.get(colour) ?? 0) + 1);
  const chosen: number[] = [];
  let reached = generatedSubgroup(group, []);
  while (reached.length < group.order) {
    const inside = new Set(reached);
    let best = { g: -1, cost: Number.POSITIVE_INFINITY, subgroup: reached };
    const tried = new Set<number>();
    for (let g = 0; g < group.order; g++) {
      // elements of one colour mostly enlarge alike: one of them is enough
      if (inside.has(g) || tried.has(colours[g])) continue;
      tried.add(colours[g]);
      const subgroup = generatedSubgroup(group, [...chosen, g]);
      const growth = naturalLog(subgroup.length / reached.length);
      const cost = naturalLog((frequency.get(colours[g]) as number) + 1) / growth;
      if (cost < best.cost) best = { g, cost, subgroup };
    }
    chosen.push(best.g);
    reached = best.subgroup;
  }
  return chosen;
}

/** The injective homomorphism from the generated subgroup with these images, if it is one. */
function extend(
  from: FiniteGroup,
  to: FiniteGroup,
  generators: readonly number[],
  images: readonly number[],
): Uint16Array | undefined {
  const unknown = 0xffff;
  const map = new Uint16Array(from.order).fill(unknown);
  const used = new Uint8Array(to.order);
  map[from.identity] = to.identity;
  used[to.identity] = 1;
  const found = [from.identity];
  for (const a of found) {
    for (const [i, g] of generators.entries()) {
      const product = from.multiply(a, g);
      const image = to.multiply(map[a], images[i]);
      if (map[product] === unknown) {
        if (used[image]) return undefined;
        map[product] = image;
        used[image] = 1;
        found.push(product);
      } else if (map[product] !== image) {
        return undefined;
      }
    }
  }
  return map;
}
