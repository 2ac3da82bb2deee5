import type { Words } from "@grokscape/theory";
import type { ReadingName } from "./readings.ts";

/** One thing that runs are to show, in words and in numbers, written before the runs. */
export type Statement = { readonly says: Words } & (Compared | OfAllRuns);

interface Compared {
  /** Must all hold. Those about a variant that a size does not have are left out there. */
  readonly holds: readonly Comparison[];
}

/** A number that is estimated from all runs together: its whole 95 % interval is to lie on one side. */
interface OfAllRuns {
  readonly estimate: EstimateName;
  readonly is: "less" | "more";
  readonly than: number;
}

/** What is estimated from all runs of an experiment. */
export type EstimateName =
  | "gradients-and-features"
  | "gradients-and-irreps"
  | "shortened-understood"
  | "shortened-memorised"
  | "told-by-bits"
  | "told-by-plain-bits"
  | "told-by-best"
  | "lead-of-best";

/** What is compared: steps until something was reached, or what was read off a run. */
export type Quantity = "memorisedAt" | "generalisedAt" | ReadingName;

/** What a quantity is in one variant; of several, the least; divided by what it is in another, if named. */
export interface Side {
  readonly what: Quantity;
  readonly of: string | readonly string[];
  readonly per?: string;
}

/** Holds or does not, seed by seed. */
export type Comparison =
  | { readonly of: string; readonly understands: boolean }
  | (Side & {
      readonly is: "less" | "more";
      /** A number, or the other side: of the same quantity and variant unless said, and so many times it. */
      readonly than: number | (Partial<Side> & { readonly times?: number });
    });
