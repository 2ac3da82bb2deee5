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

/** Sequences of kills of one command after the other, each left to its end at last. */
export interface SequenceCounts {
  readonly kills: number;
  readonly sequences: number;
  /** Of these, how many came to the bytes of what nobody disturbed. */
  readonly same: number;
  /** Kills before a process had written anything, within a write, between two, and after the last. */
  readonly moments: readonly [number, number, number, number];
  /** Steps of a training that a kill undid, at most, with a checkpoint every 50. */
  readonly mostUndone: number;
  /** Files read between the kills and during: whole, and refused in words. */
  readonly whole: number;
  readonly refused: number;
}

/** What is killed, by its name in the results. */
const killed = {
  en: {
    train: "train",
    sweep: "sweep",
    reproduce: "reproduce",
    report: "report",
    coordinator: "sweep --queue",
    worker: "a worker of a queue",
    server: "a Redis server that keeps its data",
    "forgetful server": "a Redis server that loses all",
  },
  "zh-cn": {
    train: "train",
    sweep: "sweep",
    reproduce: "reproduce",
    report: "report",
    coordinator: "sweep --queue",
    worker: "队列的工作进程",
    server: "保留数据的 Redis 服务器",
    "forgetful server": "丢光数据的 Redis 服务器",
  },
} satisfies Record<Locale, Record<string, string>>;

/** What else goes wrong, by its name in the results. */
const misfortunes = {
  en: {
    "full-disk": "the disk is full, from each write on",
    "read-only-disk": "the disk is read-only, from each write on",
    "small-disk": "a small disk fills up",
    "one-run": "four processes train one run",
    "one-store": "four processes sweep one store",
    clock: "the clock jumps by up to a day, five times a second: training",
    "clock-queue": "the same, sweep and worker of a queue",
    memory: "a thread runs out of memory: training",
    "memory-sweep": "the same, in a sweep",
  },
  "zh-cn": {
    "full-disk": "从每一次写入起磁盘已满",
    "read-only-disk": "从每一次写入起磁盘只读",
    "small-disk": "小磁盘真的写满",
    "one-run": "四个进程训练同一次运行",
    "one-store": "四个进程扫描同一个文件夹",
    clock: "时钟每秒乱跳五次，最多差一天：训练",
    "clock-queue": "同上：队列的扫描与工作进程",
    memory: "线程内存耗尽：训练",
    "memory-sweep": "同上：扫描",
  },
} satisfies Record<Locale, Record<string, string>>;

export const sequenceWords = {
  en: {
    says: ({ kills, sequences, same, moments, mostUndone, whole, refused }: SequenceCounts) =>
      `${kills} kills in ${sequences} sequences; ${same} of these came to the same bytes, with no file too many. Alone, a process died ${moments[0]} times before its first file, ${moments[1]} times with a write half done, ${moments[2]} times between two writes and ${moments[3]} times when all was trained. A training lost ${mostUndone} steps at most: it keeps a checkpoint every 50. Of ${whole + refused} reads of runs and stores between the kills and during, ${refused} found something that was not whole.`,
    killed: { caption: "What was killed", columns: ["what", "times"], names: killed.en },
    troubles: {
      caption: "What else went wrong",
      columns: ["what", "times", "faults"],
      names: misfortunes.en,
    },
  },
  "zh-cn": {
    says: ({ kills, sequences, same, moments, mostUndone, whole, refused }: SequenceCounts) =>
      `共杀 ${kills} 次，分 ${sequences} 轮；其中 ${same} 轮最终得到相同的字节，一个多余的文件也没有。单独运行的进程，有 ${moments[0]} 次死在写出第一个文件之前，${moments[1]} 次死在写到一半时，${moments[2]} 次死在两次写入之间，${moments[3]} 次死在训练完毕之后。每 50 步存一个检查点，训练最多丢掉 ${mostUndone} 步。在被杀前后及运行途中，读取运行与文件夹共 ${whole + refused} 次，有 ${refused} 次读到不完整的内容。`,
    killed: { caption: "被杀的是什么", columns: ["对象", "次数"], names: killed["zh-cn"] },
    troubles: {
      caption: "还出过哪些岔子",
      columns: ["情形", "次数", "出错"],
      names: misfortunes["zh-cn"],
    },
  },
} as const;

/** Where the bits were compared, by its name in the results; others call themselves what they are. */
const places = {
  en: {
    "another language and time zone": "another language and time zone",
    "little memory": "a heap of 48 MB",
    "memory collected all the time": "memory collected all the time",
    "baseline compilers only": "V8’s baseline compilers only",
    "optimising compilers at once": "V8’s optimising compilers at once",
    "a processor without AVX and FMA": "V8 without AVX and FMA",
  },
  "zh-cn": {
    "another language and time zone": "另一种语言和时区",
    "little memory": "48 MB 的堆",
    "memory collected all the time": "不停地回收内存",
    "baseline compilers only": "只用 V8 的基线编译器",
    "optimising compilers at once": "V8 一开始就用优化编译器",
    "a processor without AVX and FMA": "V8 不用 AVX 和 FMA",
  },
} satisfies Record<Locale, Record<string, string>>;

export const bitsWords = {
  en: {
    caption: "Runs whose final weights are committed, trained in many places",
    columns: ["where", "threads", "runs", "the same"],
    places: places.en,
    emulated: " (emulated)",
  },
  "zh-cn": {
    caption: "最终权重已入库的运行，在各处重新训练",
    columns: ["何处", "线程数", "运行", "相同"],
    places: places["zh-cn"],
    emulated: "（模拟器）",
  },
} as const;

/** Networks of which the watching is timed, by their names in the results. */
const networks = {
  en: {
    "two layers, Z_71": "two layers, Z₇₁",
    "two layers, Z_23": "two layers, Z₂₃",
    "three layers, Z_23": "three layers, Z₂₃",
    "transformer, Z_113": "a transformer, Z₁₁₃",
  },
  "zh-cn": {
    "two layers, Z_71": "两层，Z₇₁",
    "two layers, Z_23": "两层，Z₂₃",
    "three layers, Z_23": "三层，Z₂₃",
    "transformer, Z_113": "Transformer，Z₁₁₃",
  },
} satisfies Record<Locale, Record<string, string>>;

export const soakWords = {
  en: {
    caption: "Memory, the first quarter left out",
    columns: ["where", "runs", "held, MB", "bytes a run (95 %)", "in memory, MB", "flat"],
    node: "one process of Node",
    page: (browser: string, minutes: number) => `the first page, ${browser}, ${minutes} minutes`,
    flat: { true: "yes", false: "no" },
    guards: {
      caption: "What watching for NaN and overflow costs",
      columns: ["network", "a step, µs", "watching, µs", "share"],
      names: networks.en,
    },
  },
  "zh-cn": {
    caption: "内存（略去前四分之一）",
    columns: ["何处", "运行", "持有（MB）", "每次运行的字节（95%）", "占用（MB）", "平稳"],
    node: "一个 Node 进程",
    page: (browser: string, minutes: number) => `首页，${browser}，${minutes} 分钟`,
    flat: { true: "是", false: "否" },
    guards: {
      caption: "盯住 NaN 和溢出的代价",
      columns: ["网络", "一步（µs）", "检查（µs）", "占比"],
      names: networks["zh-cn"],
    },
  },
} as const;
