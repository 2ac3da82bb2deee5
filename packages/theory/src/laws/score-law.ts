import { InputError, seen } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { aLaw, measuredRuns } from "../input/kinds.ts";
import { mean } from "./least-squares.ts";
import type { MeasuredRun, ScalingLaw } from "./scaling-law.ts";

/** How well a law foretold runs that it was not fitted to. */
export interface LawScore {
  readonly id: string;
  /** Runs on whose outcome it spoke, and how many of these it got right. */
  readonly outcomes: { readonly told: number; readonly right: number };
  /** Runs that generalised and on whose time it spoke. */
  readonly times: {
    readonly told: number;
    /** Root mean square of ln(predicted/measured); null if it spoke on none. */
    readonly error: number | null;
    /** Mean of |predicted/measured − 1|; null if it spoke on none. */
    readonly relative: number | null;
  };
}

/**
 * Scores a law by cross-validation: the runs are dealt into parts, and each part is foretold by the
 * law fitted to the others. A law that says nothing of a run is neither right nor wrong there.
 *
 * @param folds number of parts, at least 2; run i belongs to part i mod folds
 */
export function scoreLaw(law: ScalingLaw, runs: readonly MeasuredRun[], folds = 5): LawScore {
  mustBe("law", aLaw, law);
  mustBe("runs", measuredRuns, runs);
  if (!(Number.isInteger(folds) && folds >= 2 && folds <= runs.length)) {
    throw new InputError(
      `${seen(folds)} parts of ${runs.length} runs`,
      "make 2 or more, none empty",
    );
  }
  let [told, right] = [0, 0];
  const ratios: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const fitted = law.fit(runs.filter((_, i) => i % folds !== fold));
    for (const { config, grokStep, memorisation } of runs.filter((_, i) => i % folds === fold)) {
      const { criticalCount, grokStep: foretold } = fitted.predict(config, memorisation);
      if (criticalCount !== null) {
        told++;
        if (config.count >= criticalCount === (grokStep !== null)) right++;
      }
      if (grokStep !== null && foretold !== null) ratios.push(foretold / grokStep);
    }
  }
  const square = mean(ratios.map((ratio) => Math.log(ratio) ** 2));
  return {
    id: law.id,
    outcomes: { told, right },
    times: {
      told: ratios.length,
      error: square === null ? null : Math.sqrt(square),
      relative: mean(ratios.map((ratio) => Math.abs(ratio - 1))),
    },
  };
}
