import measured from "../../../experiments/bench/borders/by-size.json" with { type: "json" };
import { type BorderMeasurement, transitionCurve } from "../../../experiments/src/index.ts";
import { short, writeFixture } from "./write.ts";

/** From where on runs come, for groups of several sizes. */
export function makeBorders(): void {
  const { question, variants } = measured as BorderMeasurement;
  const shown = variants.filter(({ name }) => /:(11|17|37)$/.test(name));
  writeFixture("borders", {
    over: "c = n/(M ln M)",
    borders: shown.map(({ name, border: { at, low, high }, runs }) => ({
      name: name.replace(/.*:/, "Z").replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]),
      runs: runs.map(({ value, cameAt }) => ({ value, came: cameAt !== null })),
      ...{ at, low, high },
      curve: transitionCurve(question, runs).map(({ value, probability }) => ({
        value: short(value),
        probability: short(probability),
      })),
    })),
  });
}
