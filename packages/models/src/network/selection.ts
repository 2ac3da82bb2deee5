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
