import { cayleyNumbers, cayleyTable, type PictureOptions, type TableOptions } from "@grokscape/viz";
import record from "../fixtures/cayley.json" with { type: "json" };

const group = { ...record, label: (a: number) => record.labels[a] ?? String(a) };

export const draw = (options?: PictureOptions) => cayleyTable(group, options);

export const table = (options?: TableOptions) => cayleyNumbers(group, options);
