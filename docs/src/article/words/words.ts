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
}
