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
  readonly shareOfTable: {
    readonly title: string;
    readonly symbols: string;
    readonly all: string;
    readonly needed: string;
    readonly enough: (needed: string, all: string, share: string) => string;
  };
}
