import type { ArticleWords } from "./words.ts";

export const chinese: ArticleWords = {
  taskTable: {
    title: "一张有空格的表",
    table: "运算表",
    covered: "遮住",
    count: (covered, of) => `${of} 格中的 ${covered} 格`,
    disguise: "换成网络眼中的样子",
    plain: "空格你填得出来吗？懂得规律的人，每一格都填得出。",
    disguised: "还是同一张表，只是符号换了名字，也打乱了次序。网络得到的，就只有这些。",
  },
  shareOfTable: {
    title: "要看表中的多少",
    symbols: "符号数 M",
    all: "整张表，M × M",
    needed: "定律要求的数量，2.7482 · M ln M",
    enough: (needed, all, share) => `${all} 格中的 ${needed} 格，即 ${share}。`,
  },
};
