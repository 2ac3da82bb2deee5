import { type Coverage, couponCollector, couponTable, type Language } from "@grokscape/viz";
import record from "../fixtures/coupons.json" with { type: "json" };
import type { Example } from "./example.ts";

const { irreps } = record;
const theory = {
  en: "independent nodes, each irrep as likely",
  "zh-cn": "节点独立，各不可约表示等可能",
};
const coverages = (language: Language = "en"): Coverage[] =>
  (record.coverages as readonly Coverage[]).map((coverage) =>
    coverage.source === "theory" ? { ...coverage, name: theory[language] } : coverage,
  );

/** Networks of 4 to 64 nodes on Z_23, five seeds each. */
export const couponCollectorExample: Example = {
  id: "coupon-collector",
  draw: (options) => couponCollector(coverages(options?.language), irreps, options),
  table: (options) => couponTable(coverages(options?.language), irreps, options),
};
