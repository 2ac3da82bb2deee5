import { type EnergySlice, energySlice, energySliceTable, type Language } from "@grokscape/viz";
import record from "../fixtures/slices.json" with { type: "json" };
import type { Example } from "./example.ts";

const slices = record.slices as readonly EnergySlice[];
const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { feature: "a feature", pair: "one pair by heart", negative: "its negative" },
  "zh-cn": { feature: "一个特征", pair: "背下的一对", negative: "其相反数" },
};
const marks = (language: Language = "en") =>
  record.marks.map(({ angle, name }) => ({ angle, name: names[language][name]! }));

/** The energy of Z_17 along a circle through a feature and through a pair known by heart. */
export const energySliceExample: Example = {
  id: "energy-slice",
  draw: (options) => energySlice(slices, { marks: marks(options?.language), ...options }),
  table: (options) => energySliceTable(slices, options),
};
