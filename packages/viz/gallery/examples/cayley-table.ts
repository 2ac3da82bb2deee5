import { cayleyNumbers, cayleyTable } from "@grokscape/viz";
import record from "../fixtures/cayley.json" with { type: "json" };
import type { Example } from "./example.ts";

const group = { ...record, label: (a: number) => record.labels[a] ?? String(a) };

/** The dihedral group of order 12. */
export const cayleyTableExample: Example = {
  id: "cayley-table",
  draw: (options) => cayleyTable(group, options),
  table: (options) => cayleyNumbers(group, options),
};
