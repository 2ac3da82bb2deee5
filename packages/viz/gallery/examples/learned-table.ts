import { learnedNumbers, learnedTable } from "@grokscape/viz";
import record from "../fixtures/answers.json" with { type: "json" };
import type { Example } from "./example.ts";

/** All pairs of Z_31 as the run answered them, from its first step to its last. */
export const learnedTableExample: Example = {
  id: "learned-table",
  draw: (options) => learnedTable(record, options),
  table: (options) => learnedNumbers(record, options),
};
