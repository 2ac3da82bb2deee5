import { type PictureOptions, sweepNumbers, sweepTable, type TableOptions } from "@grokscape/viz";
import record from "../fixtures/sweep.json" with { type: "json" };

const { cells } = record;
const names = {
  en: { rowName: "group order M", columnName: "examples, as a multiple of M ln M" },
  "zh-cn": { rowName: "群的阶 M", columnName: "样本数与 M ln M 之比" },
};

export const draw = (options?: PictureOptions) =>
  sweepTable(cells, { ...names[options?.language ?? "en"], ...options });

export const table = (options?: TableOptions) =>
  sweepNumbers(cells, { ...names[options?.language ?? "en"], ...options });
