import type { Locale } from "./locales.ts";

interface SiteWords {
  readonly pages: string;
  readonly theme: Readonly<Record<"toDark" | "toLight", string>>;
  readonly otherLanguage: string;
  readonly doors: readonly { readonly to: string; readonly name: string; readonly says: string }[];
  /** What stands before and behind the paper's title. */
  readonly paper: string;
  readonly licence: string;
  readonly teach: string;
  /** When and where a run was measured; the command that repeats it comes next. */
  readonly measured: (date: string, machine: string) => string;
  readonly errata: Readonly<Record<"printed" | "holds" | "check" | "numbers" | "measured", string>>;
  readonly chapters: Readonly<Record<"title" | "all" | "before" | "after", string>>;
  readonly missing: Readonly<Record<"says" | "back", string>>;
  /** The switch for the graphics card, and what trains a run. */
  readonly card: Readonly<Record<"name" | "says" | "noWebgpu" | "noCard", string>> & {
    readonly trains: (card: string) => string;
    readonly takenOver: (step: string, reason: string) => string;
  };
}

/** What the frame around every page says. */
export const siteWords: Readonly<Record<Locale, SiteWords>> = {
  en: {
    pages: "Pages",
    theme: { toDark: "Switch to dark", toLight: "Switch to light" },
    otherLanguage: "阅读中文版",
    doors: [
      { to: "article", name: "Read", says: "What grokking is, from the start" },
      { to: "#train", name: "Play", says: "Train a network on this page" },
      { to: "lesson", name: "Solve", says: "How few cells teach a whole table?" },
      { to: "get-started", name: "Install", says: "One command, or eight packages" },
    ],
    paper: "The theory is that of ",
    licence: ". Grokscape is open source under the MIT licence.",
    teach: "For teachers",
    measured: (date, machine) => `Measured on ${date} (${machine}) with `,
    errata: {
      printed: "printed",
      holds: "holds",
      check: "to check",
      numbers: "computed",
      measured: "brute force",
    },
    chapters: {
      title: "From memorising to understanding",
      all: "All chapters",
      before: "Before",
      after: "Next",
    },
    missing: {
      says: "There is no such page. The address may have changed, or it never existed. ",
      back: "To the first page",
    },
    card: {
      name: "Graphics card",
      says: "Runs that begin from now on train on this machine’s graphics card, by WebGPU. The last digits may differ from the processor’s.",
      noWebgpu: "This browser has no WebGPU: the processor trains.",
      noCard: "WebGPU finds no graphics card here: the processor trains.",
      trains: (card) => `Trained on the graphics card, ${card}.`,
      takenOver: (step, reason) =>
        `The processor went on from step ${step}, as the graphics card could not: ${reason}`,
    },
  },
  "zh-cn": {
    pages: "页面",
    theme: { toDark: "切换到深色", toLight: "切换到浅色" },
    otherLanguage: "Read in English",
    doors: [
      { to: "article", name: "阅读", says: "从头说起：什么是顿悟" },
      { to: "#train", name: "试玩", says: "就在本页训练一个网络" },
      { to: "lesson", name: "解谜", says: "最少几格能教会整张表？" },
      { to: "get-started", name: "安装", says: "一条命令，或八个软件包" },
    ],
    paper: "所依据的理论：",
    licence: "。Grokscape 以 MIT 许可证开源。",
    teach: "给老师",
    measured: (date, machine) => `测于 ${date}（${machine}），命令：`,
    errata: {
      printed: "印刷",
      holds: "成立",
      check: "核对方法",
      numbers: "现算",
      measured: "暴力计算",
    },
    chapters: { title: "从记忆到领悟", all: "所有章节", before: "上一章", after: "下一章" },
    missing: {
      says: "没有这一页：地址也许改了，也许从来没有过。",
      back: "回到首页",
    },
    card: {
      name: "显卡",
      says: "此后开始的运行，都通过 WebGPU 在本机的显卡上训练。末几位数字可能与处理器算出的不同。",
      noWebgpu: "这个浏览器没有 WebGPU，由处理器训练。",
      noCard: "WebGPU 在这里找不到显卡，由处理器训练。",
      trains: (card) => `在显卡上训练：${card}。`,
      takenOver: (step, reason) => `显卡没能继续，从第 ${step} 步起由处理器接着训练：${reason}`,
    },
  },
};
