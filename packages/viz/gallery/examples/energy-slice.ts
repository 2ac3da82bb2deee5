import {
  type EnergySlice,
  energySlice,
  energySliceTable,
  type Language,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/slices.json" with { type: "json" };

const slices = record.slices as readonly EnergySlice[];
const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { feature: "a feature", pair: "one pair by heart", negative: "its negative" },
  "zh-cn": { feature: "一个特征", pair: "背下的一对", negative: "其相反数" },
};
const marks = (language: Language = "en") =>
  record.marks.map(({ angle, name }) => ({ angle, name: names[language][name]! }));

export const draw = (options?: PictureOptions) =>
  energySlice(slices, { marks: marks(options?.language), ...options });

export const table = (options?: TableOptions) => energySliceTable(slices, options);
