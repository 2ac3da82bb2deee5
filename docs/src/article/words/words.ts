import type { Unit } from "../phase.ts";

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
  readonly shareOfTable: {
    readonly title: string;
    readonly symbols: string;
    readonly all: string;
    readonly needed: string;
    readonly enough: (needed: string, all: string, share: string) => string;
  };
  readonly claimRun: {
    readonly setting: string;
    readonly button: Readonly<
      Record<"idle" | "loading" | "running" | "paused" | "finished", string>
    >;
    readonly notRun: string;
    readonly now: (step: string, train: string, test: string) => string;
    readonly ended: (memorised: string | null, understood: string | null, steps: string) => string;
    readonly failed: (message: string) => string;
    readonly measured: (seeds: number) => string;
    readonly here: string;
    readonly never: string;
    readonly gradient: string;
    readonly testAccuracy: string;
    readonly gradientSays: string;
    readonly message: string;
    readonly labels: (bits: string) => string;
    readonly readBack: string;
    readonly messageSays: string;
    readonly messageAt: (step: string, bits: string, readBack: string) => string;
    readonly noNodes: string;
    readonly node: (irrep: number, percent: number) => string;
    readonly memorising: string;
    readonly mixed: string;
  };
  readonly phaseMap: {
    readonly title: string;
    readonly counted: string;
    readonly unit: Readonly<Record<Unit, string>>;
    readonly says: Readonly<Record<Unit, string>>;
    readonly symbols: string;
    readonly all: string;
    readonly some: string;
    readonly none: string;
    readonly shapes: string;
    readonly law: string;
    readonly measured: (runs: string) => string;
    readonly cell: (task: string, understood: number, of: number) => string;
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
    readonly muon: string;
    readonly peaks: string;
    readonly says: (independent: string, muon: string) => string;
    readonly note: string;
  };
  readonly depthSignal: {
    readonly title: string;
    readonly layers: string;
    readonly plain: string;
    readonly residual: string;
    readonly says: Readonly<Record<"clear" | "blurred" | "faint", string>>;
    readonly note: string;
  };
  readonly rivalLaws: {
    readonly title: string;
    readonly symbols: string;
    readonly needs: (count: string, share: string) => string;
    readonly says: (laws: number, factor: string) => string;
    readonly note: string;
  };
}
