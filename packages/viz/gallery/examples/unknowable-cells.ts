import {
  learnedNumbers,
  learnedTable,
  type PictureOptions,
  type TableOptions,
} from "@grokscape/viz";
import record from "../fixtures/unknowable.json" with { type: "json" };

export const draw = (options?: PictureOptions) => learnedTable(record, options);

export const table = (options?: TableOptions) => learnedNumbers(record, options);
