import type { StatementId } from "./statements.ts";

/**
 * How far to trust a number: it holds exactly under the statement's assumptions; it is a bound (or
 * a count that suffices); its constant was fitted to runs; or only its size means something.
 */
export type Trust = "exact" | "bound" | "fitted" | "order of magnitude";

/** A number, the statement it comes from, and how far to trust it. Plain JSON. */
export interface Quantity {
  readonly value: number;
  readonly statement: StatementId;
  readonly trust: Trust;
}
