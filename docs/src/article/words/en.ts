import type { ArticleWords } from "./words.ts";

export const english: ArticleWords = {
  taskTable: {
    title: "A table with gaps",
    table: "Table",
    covered: "Covered",
    count: (covered, of) => `${covered} of ${of}`,
    disguise: "As the network sees it",
    plain: "Can you fill the gaps? Whoever knows the rule can fill them all.",
    disguised:
      "The same table, its symbols renamed and in no order. The network is given no more than this.",
  },
  shareOfTable: {
    title: "How much of the table",
    symbols: "Symbols, M",
    all: "the whole table, M × M",
    needed: "what the law asks for, 2.7482 · M ln M",
    enough: (needed, all, share) => `${needed} of ${all} entries: ${share}.`,
  },
};
