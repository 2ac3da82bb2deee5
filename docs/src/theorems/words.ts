import type { Locale } from "../site/locales.ts";

const en = {
  means: "In plain words",
  proof: "Why it is so",
  check: "Check it",
  checkSays: "Both numbers are computed in this page, from the definitions, as you move the knob.",
  holds: "It holds.",
  fails: "It does not hold here.",
  erratum: "What is printed, and what holds",
  erratumSays: "We computed the printed formula from its definitions. Another form holds.",
  again: "Compute it here",
  functions: "In code",
  functionsSay:
    "Functions of @grokscape/theory that compute it; each is tested against brute force.",
  all: "All statements",
  page: (title: string) => `${title}: formula, plain words, and a check that runs in the page.`,
};

export type TheoremWords = typeof en;

const zhCn: TheoremWords = {
  means: "换句话说",
  proof: "为什么如此",
  check: "核对一下",
  checkSays: "移动旋钮，两个数都在本页里从定义出发现算。",
  holds: "成立。",
  fails: "这里不成立。",
  erratum: "印刷的与成立的",
  erratumSays: "论文里的公式，我们从定义出发重新算过；成立的是另一种形式。",
  again: "在这里算一遍",
  functions: "写成代码",
  functionsSay: "@grokscape/theory 里计算它的函数，都与暴力计算核对过。",
  all: "所有结论",
  page: (title) => `${title}：公式、白话，以及在本页里运行的核对。`,
};

/** What the pages of the statements say around them, in each language. */
export const theoremWords: Readonly<Record<Locale, TheoremWords>> = { en, "zh-cn": zhCn };
