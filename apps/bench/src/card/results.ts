import type { Configuration } from "../configurations.ts";
import type { Absence, Timing } from "../measure/race.ts";

/** A race on a graphics card: results/card.json, which the docs show. */
export interface CardResults {
  readonly command: string;
  readonly machine: string;
  /** The card by its name; null where there was none. */
  readonly card: string | null;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly configurations: readonly Configuration[];
  readonly timings: readonly Timing[];
  readonly absences: readonly Absence[];
}
