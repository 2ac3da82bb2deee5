import {
  cyclic,
  directProduct,
  type FiniteGroup,
  fromCayleyTable,
} from "@grokscape/group-datasets";
import vectors from "./fixtures/vectors.json";

export { vectors };

/** A group of the oracle, by cyclic factors or by permutation generators (0-based images). */
export interface OracleGroup {
  readonly name: string;
  readonly order: number;
  readonly cyclicFactors?: readonly number[];
  readonly permGenerators0?: readonly (readonly number[])[];
  readonly energies: readonly number[];
  readonly localMaxima: readonly {
    readonly dim: number;
    readonly type: "real" | "complex" | "quaternionic";
    readonly realDim: number;
    readonly count: number;
    readonly energy: number;
    readonly hessian: Readonly<Record<"0" | "-4E" | "-8E", number>>;
    readonly strict: boolean;
  }[];
}

export const oracleGroups: readonly OracleGroup[] = vectors.groups as readonly OracleGroup[];

export function groupOf({ name, cyclicFactors, permGenerators0 }: OracleGroup): FiniteGroup {
  if (cyclicFactors) return directProduct(...cyclicFactors.map(cyclic));
  return permutationGroup(name, permGenerators0 as readonly (readonly number[])[]);
}

/** All products of the generators, as a group; x·y means first x, then y. */
function permutationGroup(name: string, generators: readonly (readonly number[])[]): FiniteGroup {
  const then = (x: readonly number[], y: readonly number[]) => x.map((image) => y[image]);
  const elements: (readonly number[])[] = [generators[0].map((_, i) => i)];
  const numbers = new Map([[elements[0].join(), 0]]);
  for (const x of elements) {
    for (const generator of generators) {
      const product = then(x, generator);
      if (numbers.has(product.join())) continue;
      numbers.set(product.join(), elements.length);
      elements.push(product);
    }
  }
  return fromCayleyTable(
    elements.map((x) => elements.map((y) => numbers.get(then(x, y).join()) as number)),
    { name },
  );
}

/** A group by its Cayley table. */
export const tableGroup = (table: readonly (readonly number[])[]): FiniteGroup =>
  fromCayleyTable(table);
