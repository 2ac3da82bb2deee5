import { mustBe, number, oneOf, orNull, record } from "@grokscape/group-datasets/forms";
import type { Words } from "../statements/locale.ts";
import type { PredictedOutcome } from "./prediction.ts";

/** How a run compares with what was predicted of it. */
export type Agreement = "as predicted" | "not as predicted" | "too early to say";

/** How an agreement is shown: a mark of one column, and a sentence. */
export const agreements: Readonly<
  Record<Agreement, { readonly mark: string; readonly sentence: Words }>
> = {
  "as predicted": { mark: "✓", sentence: { en: "As predicted.", "zh-cn": "与预测相符。" } },
  "not as predicted": { mark: "✗", sentence: { en: "Not as predicted.", "zh-cn": "与预测不符。" } },
  "too early to say": {
    mark: "…",
    sentence: { en: "Too early to say.", "zh-cn": "为时尚早，还不能下定论。" },
  },
};

/** A step, with the interval that it is expected in. */
export interface ExpectedStep {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** What a prediction says that a run can prove or disprove. */
export interface Expectation {
  readonly outcome: PredictedOutcome;
  /** When it generalises; null if it does not, or the theory does not say when. */
  readonly step: ExpectedStep | null;
}

/** A run as far as it has come; the trainer's `RunRecord` has all of it. */
export interface RunSoFar {
  /** Updates made. */
  readonly steps: number;
  readonly stopped: "steps" | "goal" | "aborted";
  /** Steps from which 99 % of what was shown, and of what was held out, was held; null for not yet. */
  readonly memorisedFrom: number | null;
  readonly generalisedFrom: number | null;
}

const stepForm = record({ low: number, value: number, high: number });

const expectationForm = record({
  outcome: oneOf("generalises", "memorises", "borderline"),
  step: orNull(stepForm),
});

const runForm = record({
  steps: number,
  stopped: oneOf("steps", "goal", "aborted"),
  memorisedFrom: orNull(number),
  generalisedFrom: orNull(number),
});

/**
 * Whether a run did what it was expected to; null where either outcome was.
 *
 * That it generalises is disproved by a run only once the expected step's interval is over.
 *
 * @throws InputError for what is no expectation or no run
 */
export function judgeOutcome(expectation: Expectation, run: RunSoFar): Agreement | null {
  mustBe("expectation", expectationForm, expectation);
  mustBe("run", runForm, run);
  const { outcome, step } = expectation;
  const { steps, stopped, memorisedFrom, generalisedFrom } = run;
  if (outcome === "borderline") return null;
  if (generalisedFrom !== null) {
    return outcome === "generalises" ? "as predicted" : "not as predicted";
  }
  if (outcome === "generalises") return notBy(step, steps);
  return memorisedFrom !== null && stopped !== "aborted" ? "as predicted" : "too early to say";
}

/**
 * Whether a run generalised when it was expected to.
 *
 * @throws InputError for what is no expected step or no run
 */
export function judgeStep(step: ExpectedStep, run: RunSoFar): Agreement {
  mustBe("step", stepForm, step);
  mustBe("run", runForm, run);
  const { steps, generalisedFrom } = run;
  if (generalisedFrom === null) return notBy(step, steps);
  return step.low <= generalisedFrom && generalisedFrom <= step.high
    ? "as predicted"
    : "not as predicted";
}

const notBy = (step: ExpectedStep | null, steps: number): Agreement =>
  step !== null && steps > step.high ? "not as predicted" : "too early to say";
