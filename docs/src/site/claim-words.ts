import type { Answer, Score } from "@grokscape/experiments";
import { count } from "../demo/numbers.ts";
import type { CriterionList } from "./claims.ts";
import type { Locale } from "./locales.ts";

interface ClaimWords {
  readonly title: string;
  readonly says: string;
  readonly inShort: string;
  readonly found: string;
  readonly leaderboards: string;
  readonly setting: string;
  readonly memorised: string;
  readonly understood: string;
  readonly reached: string;
  readonly of: (reached: number, of: number) => string;
  readonly never: string;
  readonly try: string;
  readonly again: string;
  readonly againSays: string;
  readonly measuredOn: (date: string, machine: string) => string;
  readonly base: string;
  readonly baseSays: string;
  /** What all its runs came to. @param at the spread of steps; empty if none understood */
  readonly headline: (runs: number, at: string) => string;
  readonly spread: string;
  readonly readings: string;
  /** What the theory foretold of all these runs, and what came true. */
  readonly score: (score: Score) => string;
  /** Of what is judged by a criterion. */
  readonly criterion: {
    readonly lists: Readonly<
      Record<CriterionList, { readonly title: string; readonly says?: string }>
    >;
    /** How many of them agree, disagree, and do not decide. */
    readonly counted: (of: number, answers: Readonly<Record<Answer, number>>) => string;
    readonly shows: string;
    readonly expected: string;
    readonly saw: string;
    readonly statement: string;
    readonly answer: string;
    readonly held: string;
    readonly estimated: string;
    readonly answers: Readonly<Record<Answer, string>>;
    readonly rule: string;
    readonly ruleOfEstimates: string;
    readonly quick: string;
    readonly full: string;
    readonly fullSays: string;
    readonly fullNotYet: string;
  };
  /** Of the table of a race: methods in rows, shares of a task's table in columns. */
  readonly race: {
    readonly caption: (task: string) => string;
    readonly method: string;
    readonly shown: (percent: string) => string;
    readonly from: string;
    readonly limits: string;
    readonly missed: string;
    readonly gain: string;
    readonly caps: (caps: string) => string;
  };
  /** Of the table of every two settings. */
  readonly pairs: {
    readonly caption: (above: string, below: string) => string;
    readonly says: string;
  };
  /** Of the table of readings that tell what a run has come to without a test. */
  readonly tellers: {
    readonly caption: string;
    readonly reading: string;
    readonly group: string;
    readonly needsGroup: string;
    readonly threshold: string;
    readonly sides: Readonly<Record<"above" | "below", string>>;
    readonly fitted: string;
    readonly told: string;
    readonly lead: string;
    readonly examples: string;
    readonly says: string;
    readonly labels: string;
  };
  /** Of the table of two operations: what is learnt in rows. */
  readonly operations: {
    readonly caption: string;
    readonly learnt: string;
    readonly knowable: string;
    readonly from: string;
    readonly not: string;
    readonly untried: string;
  };
}

/** What the pages of the claims say. */
export const claimWords: Readonly<Record<Locale, ClaimWords>> = {
  en: {
    title: "The claims",
    says: "Every number this site states was measured by our own engine. Here is each with its settings, its spread over seeds, the machine and the day, and the command that measures it again.",
    inShort: "In short:",
    found: "What we found",
    leaderboards: "Leaderboards of laws and predictors",
    setting: "Setting",
    memorised: "Memorised at step",
    understood: "Understood at step",
    reached: "Understood",
    of: (reached, of) => `${reached} of ${of}`,
    never: "–",
    try: "train it",
    again: "Once more",
    againSays:
      "The same settings and the same seed give the same bytes, on every machine. By the command line:",
    measuredOn: (date, machine) => `Measured on ${date} (${machine}).`,
    base: "Settings",
    baseSays: "What all runs have in common; the table says where they differ.",
    headline: (runs, at) =>
      `${runs === 1 ? "one run" : `${count(runs)} runs`}, ${at ? `understood at step ${at}` : "none understood"}`,
    readings: "Read off the networks",
    score: ({ runs, foretold, right, wrong, timed, inTime }) =>
      `Before each of these ${count(runs)} runs on a group's table the theory was asked what will come of it. Of ${count(foretold)} it said; of the others, “we cannot say”, since they lie on the border or are not like those that it was fitted to. Of what it said ${count(right)} came true and ${count(wrong)} did not. For ${count(timed)} of those that understood it named a step too: ${count(inTime)} did within a factor of 1.6 of it. Most of these runs are also those that its bounds were drawn by: on others it may do worse.`,
    spread: "The middle of all seeds, with the least and the most in brackets.",
    criterion: {
      lists: {
        figures: {
          title: "The paper’s figures",
          says: "Does what the paper shows come out again? What we ask of each figure was written before the runs. Here in sizes that two cores train in minutes; the paper’s own size is one word more on the command line.",
        },
        papers: {
          title: "Other papers’ claims",
          says: "One or two statements of each paper that a preset is from, asked of small networks in the same way, with a tuned AdamW beside them.",
        },
        questions: {
          title: "Our own questions",
          says: "What we expected was written before the runs, too.",
        },
        others: { title: "All other claims" },
      },
      counted: (of, { agrees, disagrees, "not decided": open }) =>
        `of ${count(of)}, ours agree with ${count(agrees)}, disagree with ${count(disagrees)}, and do not decide ${count(open)}`,
      shows: "What the paper shows",
      expected: "What we expected",
      saw: "What we saw",
      statement: "Statement",
      answer: "Our runs",
      held: "Holds in",
      estimated: "Estimate, with its 95 % interval",
      answers: { agrees: "agree", disagrees: "disagree", "not decided": "do not decide" },
      rule: "The statements were written before the runs. Our runs agree with one if it holds in every seed, and disagree if a part of it holds in no seed; otherwise, and with fewer than three seeds, nothing is decided.",
      ruleOfEstimates:
        "The statements were written before the runs. Each is about a number that is estimated from all runs together. Our runs agree if the whole 95 % interval is on the side that it says, and disagree if the whole interval is on the other; otherwise nothing is decided.",
      quick:
        "These runs are smaller than the paper’s, so that anybody can repeat them: what does not show here may show in the paper’s own size.",
      full: "In the paper’s own size",
      fullSays: "It says first how long it will take, and asks where that is more than an hour.",
      fullNotYet: "We have not trained that size yet.",
    },
    race: {
      caption: (task) => `${task}: median steps to a test accuracy of 99 %`,
      method: "method",
      shown: (percent) => `${percent} shown`,
      from: "from",
      limits: "times the limit",
      missed: "missed",
      gain: "Adam / guided",
      caps: (caps) => `Steps after which a run counts as missed: ${caps}.`,
    },
    pairs: {
      caption: (above, below) =>
        `Every two settings, the mean of all seeds. Above the diagonal: ${above}. Below it: ${below}.`,
      says: "The interval of a rank correlation is of settings and seeds drawn anew, a thousand times, since pairs that have a setting in common are not independent.",
    },
    tellers: {
      caption: "What tells, without a test, that a run has understood",
      reading: "reading",
      group: "who reads it",
      needsGroup: "knows the group",
      threshold: "says so once it is",
      sides: { above: "above", below: "below" },
      fitted: "right, odd seeds (fitted)",
      told: "right, even seeds",
      lead: "steps before 99 %",
      examples: "The number of examples alone, c",
      says: "A reading is asked from when the examples are known. Its threshold is the one that is right about most of the odd seeds. With Wilson’s 95 % intervals; the steps by which it is early, or late where there is a minus, are the median with an interval by the bootstrap, and readings are taken about twice in every doubling of the steps.",
      labels: "the bare labels",
    },
    operations: {
      caption: "Examples of the second operation, out of 961 (of 400 in the last two rows)",
      learnt: "what is learnt",
      knowable: "can be known from",
      from: "understood from",
      not: "and not from",
      untried: "not tried",
    },
  },
  "zh-cn": {
    title: "实测数据",
    says: "本站写出的每一个数，都由我们自己的引擎测得。这里逐条列出设置、各个种子之间的差异、机器与日期，以及重测所用的命令。",
    inShort: "简而言之：",
    found: "我们的发现",
    leaderboards: "定律与预报者的排行榜",
    setting: "设置",
    memorised: "记住于第几步",
    understood: "悟出于第几步",
    reached: "悟出者",
    of: (reached, of) => `${of} 次中 ${reached} 次`,
    never: "–",
    try: "跑一遍",
    again: "再测一次",
    againSays: "设置与种子相同，在任何机器上得到的每个字节都相同。在命令行里运行：",
    measuredOn: (date, machine) => `测于 ${date}（${machine}）。`,
    base: "共同的设置",
    baseSays: "各次运行共有的设置；不同之处见上表。",
    headline: (runs, at) => `${count(runs)} 次运行，${at ? `悟出于第 ${at} 步` : "无一悟出规律"}`,
    readings: "从网络中读出的数",
    score: ({ runs, foretold, right, wrong, timed, inTime }) =>
      `这里的 ${count(runs)} 次在群表上的运行，每一次都先问过理论结局如何。其中 ${count(foretold)} 次它作了预测；其余的它说“说不准”，因为正在边界上，或与它拟合过的运行不相像。预测当中 ${count(right)} 次说中，${count(wrong)} 次落空。悟出规律的运行里，有 ${count(timed)} 次它还说了在第几步：${count(inTime)} 次相差在 1.6 倍以内。预测的适用范围大多正是照这些运行划定的，换成别的运行，也许没有这么准。`,
    spread: "数值为各种子的中位数，括号里是最小值与最大值。",
    criterion: {
      lists: {
        figures: {
          title: "论文的插图",
          says: "论文里的图，能不能再做出来？每张图要看什么，在训练之前就写定了。这里的规模两个核心几分钟就能跑完；论文原来的规模，在命令行里多写一个词即可。",
        },
        papers: {
          title: "别的论文的论断",
          says: "每个预设都出自一篇论文。这里各取一两个论断，用小网络照同样的办法检验，旁边都放一个调好的 AdamW。",
        },
        questions: {
          title: "我们自己的问题",
          says: "我们预期什么，也写于训练之前。",
        },
        others: { title: "其余的实测" },
      },
      counted: (of, { agrees, disagrees, "not decided": open }) =>
        `${count(of)} 项中，相符 ${count(agrees)} 项，不符 ${count(disagrees)} 项，不能判定 ${count(open)} 项`,
      shows: "论文显示什么",
      expected: "我们的预期",
      saw: "我们看到什么",
      statement: "论断",
      answer: "我们的运行",
      held: "成立于",
      estimated: "估计值与 95% 区间",
      answers: { agrees: "与之相符", disagrees: "与之不符", "not decided": "不能判定" },
      rule: "这些论断写于训练之前。每个种子都成立，算相符；其中有一点在任何种子上都不成立，算不符；其余情形，以及种子不足三个时，不作判定。",
      ruleOfEstimates:
        "这些论断写于训练之前，每条说的是由全部运行合起来估计的一个数。整个 95% 区间都在它所说的一边，算相符；都在另一边，算不符；其余情形不作判定。",
      quick: "这里的规模比论文小，为的是人人都能重做：在这里看不到的，在论文的规模上也许看得到。",
      full: "论文原来的规模",
      fullSays: "它会先说要多久；超过一小时，会先问一声。",
      fullNotYet: "这个规模我们还没有训练。",
    },
    race: {
      caption: (task) => `${task}：测试准确率达到 99 % 所需步数的中位数`,
      method: "方法",
      shown: (percent) => `给出 ${percent}`,
      from: "最少",
      limits: "极限的倍数",
      missed: "未达到",
      gain: "Adam / 引导",
      caps: (caps) => `超过以下步数即算未达到：${caps}。`,
    },
    pairs: {
      caption: (above, below) =>
        `每两种设置，取全部种子的平均。对角线之上：${above}。之下：${below}。`,
      says: "等级相关系数的区间，由设置与种子重新抽取一千次而得，因为有一种设置相同的两对并不独立。",
    },
    tellers: {
      caption: "不用考，凭什么看出一次运行懂了",
      reading: "读数",
      group: "由谁来读",
      needsGroup: "知道群的人",
      threshold: "何时说懂了",
      sides: { above: "高于", below: "低于" },
      fitted: "说对，单数种子（拟合）",
      told: "说对，双数种子",
      lead: "比 99% 早几步",
      examples: "单凭样本数 c",
      says: "从样本都已记住时起读。阈值取对单数种子说对最多的那个。区间为威尔逊 95% 区间；早几步（负数为晚）取中位数，区间由自助法得出；步数每翻一倍，大约读两次。",
      labels: "标签本身",
    },
    operations: {
      caption: "第二种运算的样本数，总共 961 个（末两行 400 个）",
      learnt: "学什么",
      knowable: "多少个起可知",
      from: "多少个起学会",
      not: "多少个学不会",
      untried: "没有再试",
    },
  },
};
