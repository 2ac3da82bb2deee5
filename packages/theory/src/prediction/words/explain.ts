import { InputError, seen } from "@grokscape/group-datasets";
import { mustBe } from "@grokscape/group-datasets/forms";
import { type Locale, locales } from "../../statements/locale.ts";
import type { Prediction } from "../prediction.ts";
import { en } from "./en.ts";
import type { GroupPrediction, Phrases } from "./phrases.ts";
import { predictionForm } from "./prediction-form.ts";
import { zhCn } from "./zh-cn.ts";

/** What a sentence of an explanation is about. */
export type Topic =
  | "task"
  | "features"
  | "width"
  | "critical"
  | "verdict"
  | "laws"
  | "stages"
  | "knobs"
  | "caveat";

/** A passage of plain words. */
export interface Passage {
  readonly about: Topic;
  readonly text: string;
}

const phrases: Readonly<Record<Locale, Phrases>> = { en, "zh-cn": zhCn };

/**
 * A prediction in plain words, a passage a topic, to be read in this order.
 *
 * @throws InputError for a language that is not there, or what is no prediction
 */
export function explain(prediction: Prediction, locale: Locale = "en"): Passage[] {
  mustBe("prediction", predictionForm, prediction);
  if (typeof locale !== "string" || !Object.hasOwn(phrases, locale)) {
    throw new InputError(`no words in ${seen(locale)}`, `the languages are ${locales.join(", ")}`);
  }
  const say = phrases[locale];
  const passages: Passage[] = [{ about: "task", text: say.task(prediction) }];
  if (isOfGroup(prediction)) {
    for (const about of ["features", "width", "critical"] as const) {
      passages.push({ about, text: say[about](prediction) });
    }
    const { verdict } = prediction;
    passages.push({ about: "verdict", text: verdict ? say.verdict(verdict) : say.noVerdict });
  }
  if (prediction.laws.length > 0) passages.push({ about: "laws", text: say.laws(prediction) });
  if (prediction.stages) passages.push({ about: "stages", text: say.stages(prediction.stages) });
  const knobs = prediction.knobs.filter(({ effects }) => effects.length > 0);
  if (knobs.length > 0) passages.push({ about: "knobs", text: say.knobs(knobs) });
  for (const caveat of prediction.caveats) {
    passages.push({ about: "caveat", text: say.caveat[caveat](prediction) });
  }
  return passages;
}

function isOfGroup(prediction: Prediction): prediction is GroupPrediction {
  return (
    prediction.width !== null && prediction.critical !== null && prediction.featureCount !== null
  );
}
