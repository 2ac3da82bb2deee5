import { sweepNumbers, sweepTable } from "@grokscape/viz";
import record from "../fixtures/sweep.json" with { type: "json" };
import type { Example } from "./example.ts";

const { cells } = record;
const names = {
  en: { rowName: "group order M", columnName: "examples, as a multiple of M ln M" },
  "zh-cn": { rowName: "群的阶 M", columnName: "样本数与 M ln M 之比" },
};

/** Three runs for each group order and amount of data. */
export const sweepTableExample: Example = {
  id: "sweep-table",
  draw: (options) => sweepTable(cells, { ...names[options?.language ?? "en"], ...options }),
  table: (options) => sweepNumbers(cells, { ...names[options?.language ?? "en"], ...options }),
};
