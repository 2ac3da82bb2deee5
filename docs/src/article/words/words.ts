import type { PhaseUnit } from "@grokscape/viz";
import type { Measured } from "../../live/time-left.ts";

/** What the article's figures say, in one language. */
export interface ArticleWords {
  readonly taskTable: {
    readonly title: string;
    readonly table: string;
    readonly covered: string;
    readonly count: (covered: string, of: string) => string;
    readonly disguise: string;
    readonly plain: string;
    readonly disguised: string;
  };
  readonly energyPeaks: {
    readonly title: string;
    readonly share: string;
    readonly memorising: string;
    readonly generalising: string;
    readonly noPeak: string;
    readonly node: string;
    readonly nodeHint: string;
    readonly climbed: Readonly<Record<"memorising" | "generalising" | "neither", string>>;
    readonly says: Readonly<
      Record<"memorisingOnly" | "memorising" | "generalising" | "generalisingOnly", string>
    >;
    readonly note: string;
  };
  readonly shareOfTable: Readonly<Record<"title" | "symbols" | "all" | "needed" | "share", string>>;
  readonly claimRun: {
    readonly setting: string;
    readonly button: Readonly<
      Record<"idle" | "loading" | "running" | "paused" | "waiting" | "finished", string>
    >;
    readonly notRun: string;
    readonly now: (step: string, train: string, test: string) => string;
    readonly ended: (memorised: string | null, understood: string | null, steps: string) => string;
    readonly failed: (message: string) => string;
    readonly measured: (seeds: number) => string;
    /** Names the pale curve. */
    readonly asMeasured: string;
    readonly here: string;
    readonly never: (steps: string) => string;
    readonly gradient: string;
    readonly gradientSays: string;
    readonly message: string;
    readonly labels: (bits: string) => string;
    readonly readBack: string;
    readonly messageSays: string;
    readonly node: (irrep: number, percent: number) => string;
    /** A node of a clock, by how often it winds the symbols around the circle. */
    readonly wave: (frequency: number, percent: number) => string;
    /** Labels the choice to have symbols in the order of each wave. */
    readonly wound: string;
    /** Labels the slider over the steps that were seen. */
    readonly scrub: string;
    readonly moment: (step: string) => string;
    readonly memorising: string;
    /** Names the symbols that a network answers with. */
    readonly answer: string;
    readonly mixed: string;
  };
  readonly transformerRun: Readonly<
    Record<
      "title" | "which" | "background" | "backgroundSays" | "asks" | "table" | "attention" | "head",
      string
    >
  > & {
    /** @param perStep milliseconds; `left`: seconds */
    readonly pace: (perStep: number, left: number, measured: Measured) => string;
  };
  readonly phaseMap: {
    readonly title: string;
    readonly counted: string;
    readonly unit: Readonly<Record<PhaseUnit, string>>;
    readonly says: Readonly<Record<PhaseUnit, string>>;
    readonly shapes: string;
    readonly law: string;
    readonly measured: (runs: string) => string;
  };
  readonly twoNodes: {
    readonly title: string;
    readonly angle: string;
    readonly says: Readonly<Record<"apart" | "together" | "none", (b: string) => string>>;
    readonly note: string;
  };
  readonly coupons: {
    readonly title: string;
    readonly count: string;
    readonly height: string;
    readonly independent: string;
    readonly peaks: string;
    readonly says: (independent: string, muon: string) => string;
    readonly note: string;
  };
  readonly depthSignal: Readonly<
    Record<"title" | "layers" | "plain" | "residual" | "note", string>
  >;
}
