import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";

/** One change of one place of a source, as Stryker makes it. */
export interface Mutant {
  /** The source, from the root of the repository. */
  readonly fileName: string;
  /** From 0. */
  readonly location: { readonly start: Position; readonly end: Position };
  readonly mutatorName: string;
  readonly replacement: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The packages whose sources are mutated. */
export const mutated = ["models", "measures", "theory", "group-datasets", "trainer"] as const;

export type Mutated = (typeof mutated)[number];

/**
 * Left out: words that are only read, what a machine generates, and what only pages, graphics cards, or the
 * long tests of threads and processes reach, where no mutant is switched on.
 */
const left = /\/(gen|words|webgpu|browser|worker)\/|\/(words|sweep|sweep-worker|node-gpu)\.ts$/;

/** All mutants of a package. @param root of the repository */
export async function mutantsOf(root: string, name: Mutated): Promise<Mutant[]> {
  const quiet = () => {};
  const logger = { debug: quiet, info: quiet, warn: console.warn, isDebugEnabled: () => false };
  const instrumenter = new Instrumenter(logger as never);
  const sources = globSync(`packages/${name}/src/**/*.ts`, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !left.test(path))
    .sort();
  const found: Mutant[] = [];
  for (const source of sources) {
    const content = readFileSync(join(root, source), "utf8");
    const { mutants } = await instrumenter.instrument([{ name: source, mutate: true, content }], {
      excludedMutations: [],
      ignorers: [],
      noHeader: true,
      plugins: null,
    });
    found.push(...(mutants as readonly Mutant[]));
  }
  return found;
}

/** What tells a mutant from all others of the same sources. */
export const nameOf = ({
  fileName,
  location: { start, end },
  mutatorName,
  replacement,
}: Mutant): string =>
  JSON.stringify([
    ...[fileName, start.line, start.column, end.line, end.column],
    ...[mutatorName, replacement],
  ]);

/** Of all mutants a random part, every one with the same chance, ordered by source and place. */
export function sampleOf(all: readonly Mutant[], count: number, seed: number): Mutant[] {
  const lot = (mutant: Mutant) =>
    createHash("sha256")
      .update(`${seed} ${nameOf(mutant)}`)
      .digest("hex");
  return all
    .map((mutant) => ({ mutant, lot: lot(mutant) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant)
    .sort((a, b) =>
      a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : place(a) - place(b),
    );
}

const place = ({ location: { start } }: Mutant): number => start.line * 1e4 + start.column;
