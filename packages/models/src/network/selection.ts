import type { Dataset } from "@grokscape/group-datasets";

/** Rows of a table that are picked and added up, for every example. */
export interface Selection {
  /** Examples. */
  readonly count: number;
  /** Rows picked for each example. */
  readonly perExample: number;
  /** Rows of the table. */
  readonly tableRows: number;
  /** count × perExample row numbers. */
  readonly indices: Uint32Array;
}

/**
 * For each example the symbols of some operands, as rows of a table.
 *
 * @param offset the row at which an operand's symbols begin
 */
export function pick(
  { count, arity, operands }: Dataset,
  which: readonly number[],
  offset: (operand: number) => number,
  tableRows: number,
): Selection {
  const perExample = which.length;
  const indices = new Uint32Array(count * perExample);
  for (let row = 0; row < count; row++) {
    for (const [i, operand] of which.entries()) {
      indices[row * perExample + i] = offset(operand) + operands[row * arity + operand];
    }
  }
  return { count, perExample, tableRows, indices };
}
