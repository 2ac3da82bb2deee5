import {
  alternating,
  cyclic,
  dicyclic,
  dihedral,
  directProduct,
  type FiniteGroup,
  frobenius,
  heisenberg,
  identify,
  quaternion,
  smallGroup,
  smallGroupCount,
  specialLinear,
  symmetric,
} from "@grokscape/group-datasets";

/** Largest order of a group in the atlas. */
const largestOrder = 31;

interface Named {
  readonly name: string;
  readonly group: FiniteGroup;
}

const below = "₀₁₂₃₄₅₆₇₈₉";
const index = (n: number) => [...String(n)].map((digit) => below[Number(digit)]).join("");
const key = ({ order, id }: { readonly order: number; readonly id: number }) => `${order},${id}`;

/** Groups that have a name of their own. A group with two names here goes by the first. */
function known(): Named[] {
  const upTo = (most: number, make: (n: number) => Named, from = 1) =>
    Array.from({ length: most - from + 1 }, (_, i) => make(from + i));
  return [
    ...upTo(largestOrder, (n) => ({ name: `Z${index(n)}`, group: cyclic(n) })),
    { name: "S₃", group: symmetric(3) },
    { name: "A₄", group: alternating(4) },
    { name: "S₄", group: symmetric(4) },
    { name: "SL(2, 3)", group: specialLinear(2, 3) },
    { name: "Q₈", group: quaternion() },
    { name: "He(3)", group: heisenberg(3) },
    ...[
      [5, 4],
      [7, 3],
    ].map(([p, q]) => ({ name: `Z${index(p!)} ⋊ Z${index(q!)}`, group: frobenius(p!, q!) })),
    ...upTo(15, (n) => ({ name: `D${index(n)}`, group: dihedral(n) }), 3),
    ...upTo(7, (n) => ({ name: `Dic${index(n)}`, group: dicyclic(n) }), 2),
  ];
}

/** Names of groups that are no product of those in `known`, by order and number in GAP's library. */
const composed: Readonly<Record<string, string>> = {
  "16,3": "(Z₄ × Z₂) ⋊ Z₂",
  "16,4": "Z₄ ⋊ Z₄",
  "16,6": "M₁₆",
  "16,8": "SD₁₆",
  "16,13": "Z₄ ∘ D₄",
  "18,4": "(Z₃ × Z₃) ⋊ Z₂",
  "24,1": "Z₃ ⋊ Z₈",
  "24,8": "Z₃ ⋊ D₄",
  "27,4": "Z₉ ⋊ Z₃",
};

/** Name of each group, by order and number in GAP's library. */
let names: ReadonlyMap<string, string> | undefined;

function allNames(): ReadonlyMap<string, string> {
  const found = new Map<string, Named>();
  const add = (named: Named) => {
    const at = key(identify(named.group));
    if (!found.has(at)) found.set(at, named);
  };
  for (const named of known()) add(named);
  // products with a cyclic group, of what has a name already
  for (let order = 4; order <= largestOrder; order++) {
    for (let factor = 2; factor <= order / 2; factor++) {
      if (order % factor !== 0) continue;
      for (const { name, group } of [...found.values()]) {
        if (group.order !== order / factor) continue;
        const product = directProduct(group, cyclic(factor));
        add({ name: `${name} × Z${index(factor)}`, group: product });
      }
    }
  }
  return new Map([
    ...Object.entries(composed),
    ...[...found].map(([at, { name }]) => [at, name] as const),
  ]);
}

/** A group of the atlas: its number in GAP's library, and a name. */
export interface Entry {
  readonly order: number;
  readonly id: number;
  readonly name: string;
  readonly slug: string;
}

/** Every group of order 2 to `largestOrder`. */
export function entries(): Entry[] {
  names ??= allNames();
  const all: Entry[] = [];
  for (let order = 2; order <= largestOrder; order++) {
    for (let id = 1; id <= smallGroupCount(order); id++) {
      const name = names.get(key({ order, id }));
      if (!name) throw new Error(`SmallGroup(${order}, ${id}) has no name`);
      all.push({ order, id, name, slug: `${order}-${id}` });
    }
  }
  return all;
}

export const groupOf = ({ order, id }: Pick<Entry, "order" | "id">): FiniteGroup =>
  smallGroup(order, id);
