import { characterTable, type FiniteGroup, isAbelian } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { aGroup } from "../input/kinds.ts";

/** Over which field a real irrep's commutant lies: R, C (a conjugate pair) or H (quaternionic). */
export type IrrepType = "R" | "C" | "H";

/** Nontrivial real irreps of a group that are alike. */
export interface FeatureKind {
  /** Degree d of the complex irrep. */
  readonly degree: number;
  readonly type: IrrepType;
  /** D: the real dimension, d for type R and 2d for types C and H. */
  readonly realDimension: number;
  /** How many there are; a conjugate pair counts once. */
  readonly count: number;
}

/**
 * The nontrivial real irreps of a group by degree and type, smallest real dimension first. Each
 * is a feature that a hidden node can learn (Theorem 2).
 */
export function featureKinds(group: FiniteGroup): FeatureKind[] {
  mustBe("group", aGroup, group);
  const kinds = new Map<string, { degree: number; type: IrrepType; irreps: number }>();
  for (const { degree, indicator } of complexIrreps(group)) {
    const type = indicator === 1 ? "R" : indicator === 0 ? "C" : "H";
    const kind = kinds.get(`${degree}${type}`);
    if (kind) kind.irreps++;
    else kinds.set(`${degree}${type}`, { degree, type, irreps: 1 });
  }
  return [...kinds.values()]
    .map(({ degree, type, irreps }) => ({
      degree,
      type,
      realDimension: type === "R" ? degree : 2 * degree,
      count: type === "C" ? irreps / 2 : irreps,
    }))
    .sort((a, b) => a.realDimension - b.realDimension || a.degree - b.degree);
}

/** Largest degree of a complex irrep; 1 for an abelian group. */
export function largestDegree(kinds: readonly FeatureKind[]): number {
  return kinds.reduce((largest, { degree }) => Math.max(largest, degree), 1);
}

/** Degree and Frobenius–Schur indicator of each nontrivial complex irrep. */
function complexIrreps(group: FiniteGroup): { degree: number; indicator: number }[] {
  if (isAbelian(group)) {
    // as many characters are real as elements are their own inverse
    let real = 0;
    for (let a = 0; a < group.order; a++) if (group.multiply(a, a) === group.identity) real++;
    return Array.from({ length: group.order - 1 }, (_, k) => ({
      degree: 1,
      indicator: k < real - 1 ? 1 : 0,
    }));
  }
  const { degrees, indicators } = characterTable(group);
  return Array.from(degrees, (degree, k) => ({ degree, indicator: indicators[k] })).slice(1);
}
