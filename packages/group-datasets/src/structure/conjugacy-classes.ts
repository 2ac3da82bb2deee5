import { checkGroup } from "../group/check-group.ts";
import type { FiniteGroup } from "../group/finite-group.ts";
import { words } from "./generators.ts";

/** The conjugacy classes of a group, numbered by their smallest element. */
export interface ConjugacyClasses {
  /** Number of classes. */
  readonly count: number;
  /** Element → its class. */
  readonly classOf: Uint16Array;
  readonly sizes: Uint32Array;
  /** Class → its smallest element. */
  readonly representatives: Uint16Array;
}

/** g·a·g⁻¹ */
export const conjugate = ({ multiply, inverse }: FiniteGroup, g: number, a: number): number =>
  multiply(multiply(g, a), inverse(g));

/** Conjugacy classes {g a g⁻¹}. The class of the identity is `classOf[identity]`. */
export function conjugacyClasses(group: FiniteGroup): ConjugacyClasses {
  checkGroup(group);
  const { order } = group;
  const { generators } = words(group);
  const unassigned = 0xffff;
  const classOf = new Uint16Array(order).fill(unassigned);
  const sizes: number[] = [];
  const representatives: number[] = [];
  for (let a = 0; a < order; a++) {
    if (classOf[a] !== unassigned) continue;
    const members = [a];
    classOf[a] = sizes.length;
    for (const b of members) {
      for (const g of generators) {
        const moved = conjugate(group, g, b);
        if (classOf[moved] !== unassigned) continue;
        classOf[moved] = sizes.length;
        members.push(moved);
      }
    }
    sizes.push(members.length);
    representatives.push(a);
  }
  return {
    count: sizes.length,
    classOf,
    sizes: Uint32Array.from(sizes),
    representatives: Uint16Array.from(representatives),
  };
}
