import {
  type Coverage,
  couponCollector,
  couponTable,
  type Language,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/coupons.json" with { type: "json" };

const { irreps } = record;
const theory = {
  en: "independent nodes, each irrep as likely",
  "zh-cn": "节点独立，各不可约表示等可能",
};
const coverages = (language: Language = "en"): Coverage[] =>
  (record.coverages as readonly Coverage[]).map((coverage) =>
    coverage.source === "theory" ? { ...coverage, name: theory[language] } : coverage,
  );

export const draw = (options?: PictureOptions) =>
  couponCollector(coverages(options?.language), irreps, options);

export const table = (options?: TableOptions) =>
  couponTable(coverages(options?.language), irreps, options);
