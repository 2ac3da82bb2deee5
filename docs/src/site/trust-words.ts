import type { Locale } from "./locales.ts";

/** What is fuzzed, by its name in the results. */
const targets = {
  en: {
    "Cayley tables": "Cayley tables",
    permutations: "permutations",
    tasks: "names of tasks",
    expressions: "expressions",
    splits: "splits",
    configs: "configs",
    "settings in an address": "settings in a laboratory’s address",
    "sweep files": "sweep files",
    "safetensors files": "safetensors files",
    checkpoints: "checkpoints",
    "run folders": "run folders",
    "words in pictures": "words in pictures",
  },
  "zh-cn": {
    "Cayley tables": "凯莱表",
    permutations: "置换",
    tasks: "任务名",
    expressions: "算式",
    splits: "数据划分",
    configs: "配置",
    "settings in an address": "实验室网址里的设置",
    "sweep files": "扫描文件",
    "safetensors files": "safetensors 文件",
    checkpoints: "检查点",
    "run folders": "运行文件夹",
    "words in pictures": "图里的文字",
  },
} satisfies Record<Locale, Record<string, string>>;

export const fuzzWords = {
  en: {
    caption: "Inputs that are nearly right, and what became of them",
    columns: ["what", "inputs", "used", "refused", "the slowest, ms", "faults"],
    targets: targets.en,
  },
  "zh-cn": {
    caption: "差一点就对的输入，结果如何",
    columns: ["输入", "个数", "接受", "拒绝", "最慢（毫秒）", "出错"],
    targets: targets["zh-cn"],
  },
} as const satisfies Record<Locale, unknown>;

/** How many sweeps through a queue were killed, and how many times which part of them. */
export interface KillCounts {
  readonly sweeps: number;
  readonly runs: number;
  readonly sweep: number;
  readonly worker: number;
  readonly server: number;
  /** Sweeps that came to the bytes of an unbroken one, with each run once. */
  readonly same: number;
}

export const killWords: Record<Locale, (counts: KillCounts) => string> = {
  en: ({ sweeps, runs, sweep, worker, server, same }) =>
    `${sweeps} sweeps of ${runs} runs together: the one who hands out was killed ${sweep} times, workers ${worker} times, the Redis server ${server} times. ${same} of ${sweeps} came to the bytes of a sweep that nobody disturbed, each run once.`,
  "zh-cn": ({ sweeps, runs, sweep, worker, server, same }) =>
    `${sweeps} 次扫描，共 ${runs} 次运行：分发任务的进程被杀 ${sweep} 次，干活的进程被杀 ${worker} 次，Redis 服务器被杀 ${server} 次。${sweeps} 次里有 ${same} 次，得到的字节与没人打扰的扫描完全相同，每次运行恰好一份。`,
};

/** How many faults were put in, and how many of them the tests saw. */
export interface MutationCounts {
  readonly mutants: number;
  readonly tried: number;
  readonly killed: number;
  /** Those that no test has to see, with their reasons. */
  readonly explained: number;
  /** Share of the others that were seen, with its 95 % interval, in %. */
  readonly score: { readonly value: string; readonly low: string; readonly high: string };
  readonly planted: number;
  readonly caught: number;
}

export const mutationWords = {
  en: {
    caption: "Sources that were made wrong in one place, and whether a test saw it",
    columns: ["package", "places", "tried", "seen", "explained", "missed"],
    told: ({ mutants, tried, killed, explained, score }: MutationCounts) =>
      `Of ${mutants} such changes ${tried} were drawn by lot. Tests saw ${killed}; ${explained} are explained one by one in the results, most of them since they change nothing that could be seen. Of the rest tests saw ${score.value} % (95 % interval ${score.low} to ${score.high} %).`,
    planted: ({ planted, caught }: MutationCounts) =>
      `Of ${planted} faults put in by hand, in the kernels' assembly, in seeds, resuming, locks, plug-ins and escaping, tests saw ${caught}.`,
  },
  "zh-cn": {
    caption: "在一处改错源代码，测试能否发现",
    columns: ["软件包", "可改之处", "试过", "发现", "有说明", "漏掉"],
    told: ({ mutants, tried, killed, explained, score }: MutationCounts) =>
      `这样的改动共有 ${mutants} 种，随机抽取 ${tried} 种。测试发现了 ${killed} 种；另有 ${explained} 种在结果里逐条说明，大多根本不改变看得到的结果。其余之中，发现的占 ${score.value} %（95 % 置信区间 ${score.low} 至 ${score.high} %）。`,
    planted: ({ planted, caught }: MutationCounts) =>
      `另外亲手埋下 ${planted} 处错误，涉及内核的汇编、种子、续训、锁、插件和转义，测试发现了 ${caught} 处。`,
  },
} as const satisfies Record<Locale, unknown>;
