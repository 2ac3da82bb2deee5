import { InputError, seen } from "@grokscape/group-datasets";
import { array, mustBe, text } from "@grokscape/group-datasets/forms";
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
 * @param parts number of parts, at least 2, where run i belongs to part i mod parts; or the name of each
 *   run's part, such as its task, so that a law is asked about tasks that it was not fitted to
 */
export function scoreLaw(
  law: ScalingLaw,
  runs: readonly MeasuredRun[],
  parts: number | readonly string[] = 5,
): LawScore {
  mustBe("law", aLaw, law);
  mustBe("runs", measuredRuns, runs);
  const partOf = partsOf(runs, parts);
  let [told, right] = [0, 0];
  const ratios: number[] = [];
  for (const part of new Set(partOf)) {
    const fitted = law.fit(runs.filter((_, i) => partOf[i] !== part));
    for (const { config, grokStep, memorisation } of runs.filter((_, i) => partOf[i] === part)) {
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

/** The part that each run belongs to. */
function partsOf(
  runs: readonly MeasuredRun[],
  parts: number | readonly string[],
): readonly (number | string)[] {
  if (typeof parts !== "number") {
    mustBe("parts", array(text), parts);
    const count = new Set(parts).size;
    if (parts.length === runs.length && count >= 2) return parts;
    throw new InputError(
      `${parts.length} names of ${count} parts for ${runs.length} runs`,
      "name one for each run, of 2 or more",
    );
  }
  if (Number.isInteger(parts) && parts >= 2 && parts <= runs.length) {
    return runs.map((_, i) => i % parts);
  }
  throw new InputError(`${seen(parts)} parts of ${runs.length} runs`, "make 2 or more, none empty");
}
