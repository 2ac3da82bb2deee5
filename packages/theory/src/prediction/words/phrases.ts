import { knownLaws } from "../../laws/added-laws.ts";
import type { Locale } from "../../statements/locale.ts";
import type { Quantity, Trust } from "../../statements/quantity.ts";
import type {
  Caveat,
  Effect,
  Knob,
  NetworkTrait,
  PredictedFeature,
  PredictedKnob,
  PredictedOutcome,
  PredictedStage,
  Prediction,
  RangeTrait,
  RecipeTrait,
  Standing,
  Verdict,
} from "../prediction.ts";

/** How a language writes numbers and lists; `locale` is a BCP 47 tag. */
export const formats = (locale: string) => ({
  whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
  short: new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }),
  round: new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }),
  percent: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }),
  list: new Intl.ListFormat(locale, { type: "conjunction" }),
});

/** The title of a law; its id if it is none of ours. */
export const titleOf = (id: string, locale: Locale): string =>
  knownLaws().find((law) => law.id === id)?.title[locale] ?? id;

/** A prediction for a group's table, where no part is null. */
export type GroupPrediction = Prediction & {
  readonly width: NonNullable<Prediction["width"]>;
  readonly critical: NonNullable<Prediction["critical"]>;
  readonly featureCount: NonNullable<Prediction["featureCount"]>;
};

/** The sentences of one language. */
export interface Phrases {
  readonly task: (prediction: Prediction) => string;
  readonly features: (prediction: GroupPrediction) => string;
  readonly feature: (feature: PredictedFeature) => string;
  readonly width: (prediction: GroupPrediction) => string;
  readonly critical: (prediction: GroupPrediction) => string;
  /** Examples that training of the run's kind takes. */
  readonly training: (count: Quantity) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly laws: (prediction: Prediction) => string;
  readonly stages: (stages: readonly PredictedStage[]) => string;
  readonly knobs: (knobs: readonly PredictedKnob[]) => string;
  readonly knob: Readonly<Record<Knob, string>>;
  readonly effect: Readonly<Record<Effect["on"], string>>;
  readonly verdict: (verdict: Verdict) => string;
  readonly noVerdict: string;
  readonly outcome: Readonly<Record<PredictedOutcome, string>>;
  readonly trust: Readonly<Record<Trust, string>>;
  readonly trait: Readonly<Record<NetworkTrait | RecipeTrait | RangeTrait, string>>;
  readonly caveat: Readonly<Record<Caveat, (prediction: Prediction) => string>>;
}
