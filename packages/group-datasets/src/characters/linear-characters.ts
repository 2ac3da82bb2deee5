import type { FiniteGroup } from "../group/finite-group.ts";

/** A linear character of a subgroup: its element h goes to exp(2πi·exponents[h]/roots). */
export interface LinearCharacter {
  /** The subgroup. */
  readonly elements: Uint16Array;
  /** An entry each element of the whole group; 0 outside the subgroup. */
  readonly exponents: Uint16Array;
  /** A multiple of the order of every value. */
  readonly roots: number;
}

/** The trivial character of the trivial subgroup. */
export function trivialCharacter(group: FiniteGroup, roots: number): LinearCharacter {
  const exponents = new Uint16Array(group.order);
  return { elements: Uint16Array.of(group.identity), exponents, roots };
}

/**
 * The linear characters of a larger subgroup that extend one of a normal subgroup N, modulo whose
 * kernel the larger one is abelian. One of N extends to ⟨N, g⟩ in r ways, r being the least with gʳ in
 * N: χ(g) is any r-th root of χ(gʳ).
 */
export function extensions(
  group: FiniteGroup,
  { elements, exponents, roots }: LinearCharacter,
  larger: Uint16Array,
): LinearCharacter[] {
  const within = new Uint8Array(group.order);
  for (const a of elements) within[a] = 1;
  let subgroup = Array.from(elements);
  let characters = [exponents];
  for (const g of larger) {
    if (within[g]) continue;
    const powers = [group.identity];
    let next = g;
    for (; !within[next]; next = group.multiply(next, g)) powers.push(next);
    const r = powers.length;
    characters = characters.flatMap((character) =>
      Array.from({ length: r }, (_, j) => {
        const step = (character[next] + j * roots) / r;
        const extended = character.slice();
        for (const [u, power] of powers.entries()) {
          for (const a of subgroup) {
            extended[group.multiply(power, a)] = (character[a] + u * step) % roots;
          }
        }
        return extended;
      }),
    );
    subgroup = powers.flatMap((power) => subgroup.map((a) => group.multiply(power, a)));
    for (const a of subgroup) within[a] = 1;
  }
  return characters.map((each) => ({ elements: larger, exponents: each, roots }));
}
