import {
  type Claim,
  claimOf,
  type Estimated,
  type EstimateKind,
  type Experiment,
  experimentOf,
  experiments,
  fullSize,
  type Measurement,
  named,
  type Outcome,
  type ReadingName,
  readings,
  type Spread,
  spread,
} from "@grokscape/experiments";
import { tian } from "@grokscape/group-datasets/works";
import { count, percent } from "../demo/numbers.ts";
import type { Locale } from "./locales.ts";

const files: Readonly<Record<string, Measurement>> = import.meta.glob(
  "../../../packages/experiments/outcomes/*.json",
  { eager: true, import: "default" },
);

function measured(experiment: Experiment): Claim | null {
  const found = Object.values(files).find(({ experiment: of }) => of === experiment.id);
  return found ? claimOf(experiment, found) : null;
}

/** Every experiment of the ledger with its outcomes, by id. */
export const claims: ReadonlyMap<string, Claim> = new Map(
  experiments.map((experiment) => {
    const claim = measured(experiment);
    if (!claim) throw new Error(`the ledger has no outcomes of ${experiment.id}`);
    return [experiment.id, claim];
  }),
);

/** The same figure in the paper's own size; null where that was not trained. */
export function inFullSize({ id }: Claim): Claim | null {
  const full = fullSize(experimentOf(id));
  return full && measured(full);
}

/** The lists that the claims stand in. */
export type CriterionList = "figures" | "papers" | "questions" | "others";

const listOf = ({ criterion }: Claim): CriterionList => {
  if (!criterion) return "others";
  if (!criterion.work) return "questions";
  return criterion.work === tian ? "figures" : "papers";
};

export const claimsIn = (list: CriterionList): Claim[] =>
  [...claims.values()].filter((claim) => listOf(claim) === list);

/** @throws Error if nothing of that name was measured */
export function claimNamed(name: string): Claim {
  const claim = claims.get(name);
  if (!claim) throw new Error(`no claim "${name}"; there are ${[...claims.keys()].join(", ")}`);
  return claim;
}

/** The outcomes of one setting. @throws InputError if the claim has no such setting */
export const variantNamed = ({ variants }: Claim, name: string) => named(variants, name);

export type Milestone = "memorisedAt" | "generalisedAt";

/** Over the seeds of one setting. */
export const spreadOf = (outcomes: readonly Outcome[], name: Milestone | ReadingName): Spread =>
  spread(
    outcomes.map((outcome) =>
      name === "memorisedAt" || name === "generalisedAt" ? outcome[name] : outcome.readings?.[name],
    ),
  );

/**
 * "415 (384–432)": the middle, the least and the most; "831 (745–859; 4/5)" where not all seeds have one.
 *
 * @param never what to say without a middle
 */
export function spreadText(
  { median, least, most, reached, of }: Spread,
  never: string,
  text: (value: number) => string = count,
): string {
  const some = reached < of ? `${reached}/${of}` : "";
  if (median === null)
    return reached > 0 ? `${never} (${text(least!)}–${text(most!)}; ${some})` : never;
  if (of === 1) return text(median);
  return `${text(median)} (${text(least!)}–${text(most!)}${some && `; ${some}`})`;
}

/** The same for what was read off networks. */
export function readingText(
  outcomes: readonly Outcome[],
  name: ReadingName,
  locale: Locale,
  never: string,
): string {
  return spreadText(spreadOf(outcomes, name), never, textOf(readings[name].kind, locale));
}

const textOf = (kind: EstimateKind, locale: Locale): ((value: number) => string) =>
  ({
    count,
    share: (value: number) => percent(value, locale),
    value: (value: number) => `${Number(value.toPrecision(3))}`,
  })[kind];

/** "0.62 (0.41–0.78)": an estimate with its interval; `never` where there are too few runs for one. */
export function estimateText(
  { value, low, high }: Estimated,
  kind: EstimateKind,
  locale: Locale,
  never: string,
): string {
  if (value === null || low === null || high === null) return never;
  const text = textOf(kind, locale);
  return low < 0
    ? `${text(value)} (${text(low)} … ${text(high)})`
    : `${text(value)} (${text(low)}–${text(high)})`;
}

/** A kept curve, as pictures take it. @throws Error if none was kept */
export function recordOf({ curve, outcomes }: Claim["variants"][number]) {
  const [outcome] = outcomes;
  if (!curve || !outcome) throw new Error("of this setting no curve is kept");
  return {
    memorisedAt: outcome.memorisedAt ?? null,
    generalisedAt: outcome.generalisedAt,
    metrics: curve.step.map((step, i) => ({
      step,
      trainAccuracy: curve.trainAccuracy[i]!,
      testAccuracy: curve.testAccuracy[i]!,
      trainLoss: Number.NaN,
      testLoss: Number.NaN,
    })),
  };
}
