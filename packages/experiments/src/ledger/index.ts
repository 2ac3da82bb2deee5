import { InputError } from "@grokscape/group-datasets";
import type { Experiment } from "../experiment.ts";
import { ofThePaper } from "./figures/index.ts";
import { toForetell } from "./foretold.ts";
import { declaredIrreps, guidedRace, nearTheLimit } from "./guided.ts";
import { ofPapers } from "./papers/index.ts";
import { ofThePresets } from "./presets.ts";
import { ofOurOwn } from "./questions.ts";
import { ofTheSite } from "./site.ts";
import { lossAsSurrogate } from "./surrogate.ts";
import { twoOperations } from "./two-operations.ts";
import { withoutATest } from "./without-a-test.ts";

/** All experiments: of the site, of the presets, of the guided recipes, of two operations, to be foretold, the paper's figures, what other papers say, and our own questions. */
export const experiments: readonly Experiment[] = [
  ...ofTheSite,
  ...ofThePresets,
  guidedRace,
  nearTheLimit,
  declaredIrreps,
  twoOperations,
  toForetell,
  ...ofThePaper,
  ...ofPapers,
  ...ofOurOwn,
  lossAsSurrogate,
  withoutATest,
];

/** @throws InputError for an id that is not in the ledger */
export function experimentOf(id: string): Experiment {
  const found = experiments.find((one) => one.id === id);
  if (found) return found;
  const isFigure = /^fig/i.test(id);
  const ids = (isFigure ? ofThePaper : experiments).map((one) => one.id);
  const what = isFigure ? "figure" : "experiment";
  throw new InputError(`unknown ${what} ${JSON.stringify(id)}`, `there are ${ids.join(", ")}`);
}
