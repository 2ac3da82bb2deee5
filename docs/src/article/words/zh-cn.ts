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
  energyPeaks: {
    title: "两座山峰",
    share: "给它看表中的多少",
    memorising: "记忆",
    generalising: "泛化",
    noPeak: "没有峰",
    says: {
      memorisingOnly: "只找得到记忆的峰。",
      memorising: "记忆的峰更高。",
      generalising: "泛化的峰更高。",
      generalisingOnly: "只找得到泛化的峰。",
    },
    note: "随滑块实时计算：模 23 加法中一个节点的能量。横向是一条直路，从单个样本出发所能登上的最高峰，通到从波出发所能登上的最高峰。",
  },
  shareOfTable: {
    title: "要看表中的多少",
    symbols: "符号数 M",
    all: "整张表，M × M",
    needed: "定律要求的数量，2.7482 · M ln M",
    enough: (needed, all, share) => `${all} 格中的 ${needed} 格，即 ${share}。`,
  },
};
