import type { FiniteGroup } from "../group/finite-group.ts";

/** A group's elements as words in few generators. */
export interface Words {
  /** At most log₂ M elements from which products reach every other. */
  readonly generators: readonly number[];
  /** Every element but the identity, each after the one it is made from. */
  readonly steps: readonly {
    readonly element: number;
    readonly from: number;
    readonly generator: number;
  }[];
}

/** Chooses generators greedily and writes every element as `from · generator`. */
export function words(group: Pick<FiniteGroup, "order" | "identity" | "multiply">): Words {
  const reached = new Uint8Array(group.order);
  reached[group.identity] = 1;
  const generators: number[] = [];
  let steps: Words["steps"][number][] = [];
  for (let g = 0; g < group.order; g++) {
    if (reached[g]) continue;
    generators.push(g);
    reached.fill(0);
    reached[group.identity] = 1;
    steps = [];
    const found = [group.identity];
    for (const from of found) {
      for (const generator of generators) {
        const element = group.multiply(from, generator);
        if (reached[element]) continue;
        reached[element] = 1;
        steps.push({ element, from, generator });
        found.push(element);
      }
    }
  }
  return { generators, steps };
}
