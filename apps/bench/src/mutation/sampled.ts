// A checker for Stryker, which mutates ranges of sources: of the mutants in them only those of the sample are run.

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Mutant, nameOf } from "./mutants.ts";

class Sampled {
  readonly #names = new Set(
    JSON.parse(readFileSync(process.env.MUTATION_SAMPLE!, "utf8")).map(nameOf),
  );

  async init(): Promise<void> {}

  async check(mutants: readonly (Mutant & { readonly id: string })[]) {
    return Object.fromEntries(
      mutants.map((mutant) => {
        const fileName = relative(process.cwd(), mutant.fileName).replaceAll("\\", "/");
        return [
          mutant.id,
          this.#names.has(nameOf({ ...mutant, fileName }))
            ? { status: "passed" }
            : { status: "compileError", reason: "not of the sample" },
        ];
      }),
    );
  }
}

export const strykerPlugins = [{ kind: "Checker", name: "sampled", injectableClass: Sampled }];
