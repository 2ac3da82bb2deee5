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
  energyPeaks: {
    title: "Two peaks",
    share: "Share of the table shown",
    memorising: "memorising",
    generalising: "generalising",
    noPeak: "no peak",
    says: {
      memorisingOnly: "Only memorising peaks are found.",
      memorising: "Memorising is the higher peak.",
      generalising: "Generalising is the higher peak.",
      generalisingOnly: "Only generalising peaks are found.",
    },
    note: "Computed as you move: the energy of one node for addition modulo 23, on the straight way between the highest peak reached from single examples and the highest reached from waves.",
  },
  shareOfTable: {
    title: "How much of the table",
    symbols: "Symbols, M",
    all: "the whole table, M × M",
    needed: "what the law asks for, 2.7482 · M ln M",
    enough: (needed, all, share) => `${needed} of ${all} entries: ${share}.`,
  },
};
