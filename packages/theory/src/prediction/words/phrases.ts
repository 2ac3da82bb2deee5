import type { Trust } from "../../statements/quantity.ts";
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
  RecipeTrait,
  Verdict,
} from "../prediction.ts";

/** A group's part of a prediction, all there. */
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
  readonly laws: (prediction: Prediction) => string;
  readonly stages: (stages: readonly PredictedStage[]) => string;
  readonly knobs: (knobs: readonly PredictedKnob[]) => string;
  readonly knob: Readonly<Record<Knob, string>>;
  readonly effect: Readonly<Record<Effect["on"], string>>;
  readonly verdict: (verdict: Verdict) => string;
  readonly outcome: Readonly<Record<PredictedOutcome, string>>;
  readonly trust: Readonly<Record<Trust, string>>;
  readonly trait: Readonly<Record<NetworkTrait | RecipeTrait, string>>;
  readonly caveat: Readonly<Record<Caveat, (prediction: Prediction) => string>>;
}
