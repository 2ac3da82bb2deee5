import { cyclic } from "../builders/cyclic.ts";
import { directProduct } from "../builders/direct-product.ts";
import { specialLinear } from "../builders/linear.ts";
import { alternating, symmetric } from "../builders/permutations.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { codes } from "./codes.ts";
import { decodeSolvable } from "./solvable.ts";

/** The groups of order up to 127 that no code describes. */
const nonsolvable: Readonly<Record<string, () => FiniteGroup>> = {
  "60,5": () => alternating(5),
  "120,5": () => specialLinear(2, 5),
  "120,34": () => symmetric(5),
  "120,35": () => directProduct(cyclic(2), alternating(5)),
};

/** The group with this number, or undefined if there is none. */
export function fromLibrary(order: number, id: number): FiniteGroup | undefined {
  const build = nonsolvable[`${order},${id}`];
  const name = `SmallGroup(${order}, ${id})`;
  if (build) return { ...build(), name };
  const code = codesOf(order).get(id);
  return code === undefined ? undefined : decodeSolvable(order, code, name);
}

/** How many groups of this order there are, up to isomorphism. */
export function countInLibrary(order: number): number {
  const prefix = `${order},`;
  const others = Object.keys(nonsolvable).filter((key) => key.startsWith(prefix)).length;
  return codesOf(order).size + others;
}

const read = new Map<number, ReadonlyMap<number, bigint>>();

/** Id → code. */
function codesOf(order: number): ReadonlyMap<number, bigint> {
  const before = read.get(order);
  if (before) return before;
  const start = `;${codes}`.indexOf(`;${order}:`);
  const list = `${codes};`.slice(start).split(/[:;]/, 2)[1];
  let next = 1;
  const all = new Map(
    list.split(",").map((entry): [number, bigint] => {
      const [code, id = `${next}`] = entry.split("=").reverse();
      next = Number(id) + 1;
      return [Number(id), fromBase36(code)];
    }),
  );
  read.set(order, all);
  return all;
}

function fromBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
