import type { PredictedOutcome } from "@grokscape/theory";
import type { OfferedTask } from "../settings.ts";

/** How a run ended, in numbers that are ready to be read. */
interface Ending {
  readonly memorised: string | null;
  readonly generalised: string | null;
  readonly steps: string;
  /** Test accuracy at the end. */
  readonly test: string;
}

/** Everything the demo says, in one language. */
export interface DemoWords {
  readonly title: string;
  readonly task: string;
  readonly tasks: Readonly<Record<OfferedTask, { readonly symbol: string; readonly says: string }>>;
  readonly fraction: string;
  readonly shown: (percent: string, count: string, of: string) => string;
  readonly critical: (percent: string) => string;
  readonly button: Readonly<
    Record<"start" | "loading" | "pause" | "resume" | "waiting" | "again", string>
  >;
  readonly reset: string;
  readonly resetHint: string;
  readonly table: string;
  readonly tableHint: string;
  /** Labels the slider over the steps that were seen, and names one. */
  readonly scrub: string;
  readonly moment: (step: string) => string;
  readonly tableNow: (train: string, test: string) => string;
  readonly cell: (product: string, shown: boolean, answer: string | null) => string;
  readonly before: string;
  readonly after: string;
  readonly outcome: Readonly<Record<PredictedOutcome, string>>;
  readonly because: (critical: string, shown: string) => string;
  readonly inFull: string;
  readonly notRun: string;
  readonly loading: string;
  readonly now: (step: string, train: string, test: string) => string;
  readonly ending: (ending: Ending) => string;
  /** Of a run either end of which was expected. */
  readonly leftOpen: string;
  readonly numbers: string;
  readonly announce: Readonly<Record<"paused" | "reset" | "memorised" | "generalised", string>>;
  readonly failed: (message: string) => string;
  readonly noScript: string;
}
