import { type Form, oneOf } from "../frame/form.ts";
import type { KeyItem } from "../frame/key.ts";
import { diamond, type Pen } from "../frame/pen.ts";
import type { Paint } from "../palette/css.ts";
import type { Language } from "../words/words.ts";

/** What a weight vector has become, as the theory's `classifyNode` says. */
export type FeatureState = "generalising" | "memorising" | "mixed";

export const featureStates: readonly FeatureState[] = ["generalising", "mixed", "memorising"];

export const stateForm: Form = oneOf(...featureStates);

export const stateColours = {
  generalising: "test",
  memorising: "train",
  mixed: "muted",
} as const satisfies Record<FeatureState, Paint>;

export const stateNames: Readonly<Record<Language, Readonly<Record<FeatureState, string>>>> = {
  en: { generalising: "generalising", memorising: "memorising", mixed: "neither" },
  "zh-cn": { generalising: "泛化", memorising: "记忆", mixed: "两者皆非" },
};

/** Marks a maximum: a disc if it generalises, a diamond if it memorises, a ring if neither. */
export function drawPeak(
  pen: Pen,
  x: number,
  y: number,
  state: FeatureState,
  radius: number,
): void {
  const name = `${state} peak`;
  if (state === "generalising") {
    pen.dot(x, y, radius + 1.5, { fill: "background" });
    pen.dot(x, y, radius, { fill: "test", name });
  } else if (state === "memorising") {
    pen.path(diamond(x, y, radius * 1.3 + 2), { fill: "background" });
    pen.path(diamond(x, y, radius * 1.3), { fill: "train", name });
  } else {
    pen.dot(x, y, radius, { fill: "background" });
    pen.dot(x, y, radius - 0.5, { stroke: "muted", strokeWidth: 1.5, name });
  }
}

export const peakKey = (language: Language, states: readonly FeatureState[]): KeyItem[] =>
  states.map((state) => ({
    text: stateNames[language][state],
    mark: state === "memorising" ? "diamond" : "dot",
    style:
      state === "mixed" ? { stroke: "muted", strokeWidth: 1.5 } : { fill: stateColours[state] },
  }));
