/** A mutant that no test has to notice, and why. */
interface Explanation {
  readonly source: string;
  /** Code in one line of at most 80 letters, as the command prints it. */
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

export const explanations: readonly Explanation[] = [
  {
    source: "packages/theory/src/knowable/operations.ts",
    original: "-1 - symbol",
    replacement: "-1 + symbol",
    why: "more examples are looked at for a proof, which is the same",
  },
  {
    source: "packages/theory/src/knowable/related-tables.ts",
    original: "ones.length < 3 * order - 3 || twos.length === 0",
    replacement: "ones.length < 3 * order - 3 && twos.length === 0",
    why: "a short cut: what is gone through without it comes to the same",
  },
  {
    source: "packages/theory/src/knowable/resolve.ts",
    original: "times[at] !== 0",
    replacement: "true",
    why: "of several unknowns another is taken to be free, and the same follows",
  },
  {
    source: "packages/group-datasets/src/characters/central-characters.ts",
    original: "factor !== 0",
    replacement: "true",
    why: "0 times a vector is taken away",
  },
  {
    source: "packages/group-datasets/src/task/find-task.ts",
    original: `'such as "cyclic:7"'`,
    replacement: '""',
    why: "the wording of a hint",
  },
  {
    source: "packages/trainer/src/engines/tfjs/engine.ts",
    original: "!missing",
    replacement: "true",
    why: "tfjs-absent.test.ts sees it, which is left out: it starts other processes",
  },
  {
    source: "packages/trainer/src/node/process-identity.ts",
    original: "boot?.trim",
    replacement: "boot.trim",
    why: "tells only where there is no /proc",
  },
];
