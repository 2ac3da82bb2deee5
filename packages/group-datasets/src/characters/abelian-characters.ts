import type { FiniteGroup } from "../group/finite-group.ts";

/**
 * The characters of an abelian group of exponent e: rows of k with χ(a) = exp(2πi·k/e), an entry an
 * element. A character of a subgroup N extends to ⟨N, g⟩ in r ways, r being the least with gʳ in N:
 * χ(g) is any r-th root of χ(gʳ).
 */
export function abelianCharacters(group: FiniteGroup, e: number): Uint32Array[] {
  const { order, identity } = group;
  const within = new Uint8Array(order);
  within[identity] = 1;
  let subgroup = [identity];
  let characters = [new Uint32Array(order)];
  for (let g = 0; g < order; g++) {
    if (within[g]) continue;
    const powers = [identity];
    let next = g;
    for (; !within[next]; next = group.multiply(next, g)) powers.push(next);
    const r = powers.length;
    characters = characters.flatMap((character) =>
      Array.from({ length: r }, (_, j) => {
        const step = (character[next] + j * e) / r;
        const extended = character.slice();
        for (const [u, power] of powers.entries()) {
          for (const a of subgroup) {
            extended[group.multiply(power, a)] = (character[a] + u * step) % e;
          }
        }
        return extended;
      }),
    );
    subgroup = powers.flatMap((power) => subgroup.map((a) => group.multiply(power, a)));
    for (const a of subgroup) within[a] = 1;
  }
  return characters;
}
