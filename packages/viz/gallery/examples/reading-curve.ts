import {
  type Language,
  type PictureOptions,
  type Reading,
  readingCurve,
  readingTable,
  type TableOptions,
} from "@grokscape/viz";
import runs from "../fixtures/runs.json" with { type: "json" };
import theory from "../fixtures/stages.json" with { type: "json" };

const { metrics } = runs.records[0]!;
const names: Readonly<Record<Language, string>> = {
  en: "gradient to the hidden layer, ‖G_F‖",
  "zh-cn": "到达隐藏层的梯度 ‖G_F‖",
};
const gradient = (language: Language = "en"): Reading => ({
  name: names[language],
  rows: theory.rows.map(({ step, gradientNorm }) => ({ step, value: gradientNorm })),
});

export const draw = (options?: PictureOptions) =>
  readingCurve(metrics, gradient(options?.language), options);

export const table = (options?: TableOptions) =>
  readingTable(metrics, gradient(options?.language), options);
