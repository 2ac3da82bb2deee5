import { count } from "../demo/numbers.ts";
import type { Locale } from "./locales.ts";

interface BoardWords {
  readonly title: string;
  readonly says: string;
  readonly laws: string;
  readonly lawsSay: string;
  readonly pictureSays: string;
  readonly table: string;
  readonly law: string;
  readonly tables: string;
  readonly knobs: string;
  readonly borders: string;
  readonly silent: string;
  readonly of: (right: number, told: number) => string;
  readonly factor: (factor: string, told: number) => string;
  readonly predictors: string;
  readonly predictorsSay: (runs: number, moments: string) => string;
  readonly predictor: string;
  readonly brier: string;
  readonly sure: string;
  readonly right: string;
  readonly lead: string;
  readonly steps: (steps: number) => string;
  readonly saved: string;
  readonly lost: string;
  readonly again: string;
  readonly againSays: string;
  readonly measuredOn: (date: string, machine: string) => string;
}

/** What the leaderboards say. */
export const boardWords: Readonly<Record<Locale, BoardWords>> = {
  en: {
    title: "Leaderboards",
    says: "Which law foretells borders and steps best, and which predictor knows first what will come of a run? Each is asked only about runs that it was not fitted to.",
    laws: "Laws",
    lawsSay:
      "A law says from how many examples on a run understands, or at which step, or both. We fit it to some of the ledger’s runs and ask it about others. Errors are factors, over all that it spoke of: ×1.2 means that it is off by a fifth, as a root mean square of logarithms.",
    pictureSays:
      "Runs of eleven tables, each foretold by the law fitted to the other ten. Measured times are those of the phase diagram.",
    table: "All errors, in factors; in brackets of how many",
    law: "law",
    tables: "steps, other tables",
    knobs: "steps, other knobs",
    borders: "borders, other sizes",
    silent: "–",
    of: (right, told) => `${count(right)} of ${count(told)}`,
    factor: (factor, told) => `×${factor} (${count(told)})`,
    predictors: "Predictors",
    predictorsSay: (runs, moments) =>
      `${count(runs)} runs of six tables that the forecaster was not fitted on, around the border. Each predictor is asked at steps ${moments}, as long as the run has not come, how probable it is that it will within 4,000 steps. The Brier score is the mean of (probability − outcome)², each run counting the same: 0 is perfect, 0.25 is always saying one half. Sure is who says 10 % or less, or 90 % or more; what counts is the first time. The lead is how many steps before it came a run was rightly called, the median. The last two columns: were each run ended once it is given 10 % or less, how much training that saves, and how many runs that would have come it loses.`,
    predictor: "predictor",
    brier: "Brier score",
    sure: "sure of",
    right: "rightly",
    lead: "lead",
    steps: (steps) => `${count(steps)} steps`,
    saved: "steps saved",
    lost: "runs lost",
    again: "Once more",
    againSays:
      "A law is a file in packages/theory/src/laws, a predictor a folder in packages/experiments/src/board/predictors, each with a line in the list beside it. One command makes both boards again from the ledger; it trains the predictors’ runs anew, and stops if one ends in other bytes than the ledger’s:",
    measuredOn: (date, machine) => `Predictors asked on ${date} (${machine}).`,
  },
  "zh-cn": {
    title: "排行榜",
    says: "哪条定律预言边界与步数最准？哪个预报者最早知道一次运行的结局？只问它们没有拟合过的运行。",
    laws: "定律",
    lawsSay:
      "定律说的是：样本多到多少，运行便能悟出规律，或者在第几步悟出。我们用实测数据中的一部分运行拟合它，再拿其余的运行问它。误差是倍数，对它开口的全部情形取对数的均方根：×1.2 即相差五分之一。",
    pictureSays: "十一张表的运行，每张都由用另外十张拟合的定律来预言。实测的时间取自相图。",
    table: "全部误差，以倍数计；括号里是预言的个数",
    law: "定律",
    tables: "步数，别的表",
    knobs: "步数，换一个旋钮",
    borders: "边界，别的大小",
    silent: "–",
    of: (right, told) => `${count(told)} 次中 ${count(right)} 次`,
    factor: (factor, told) => `×${factor}（${count(told)}）`,
    predictors: "预报者",
    predictorsSay: (runs, moments) =>
      `${count(runs)} 次运行，六张预报器没有拟合过的表，数据量在边界上下。在第 ${moments} 步，只要还没有悟出，就问每个预报者：4000 步之内悟出规律的概率有多大？布赖尔分数是（概率 − 结果）² 的平均，每次运行分量相同：0 为完美，永远说一半则是 0.25。说 10% 以下或 90% 以上算有把握，以第一次为准。提前量是说中悟出时离真正悟出还有多少步，取中位数。最后两列：若概率一到 10% 以下就停掉，能省下多少训练，又会错失几次本可悟出的运行。`,
    predictor: "预报者",
    brier: "布赖尔分数",
    sure: "有把握",
    right: "其中说中",
    lead: "提前量",
    steps: (steps) => `${count(steps)} 步`,
    saved: "省下的步数",
    lost: "错失的运行",
    again: "再做一次",
    againSays:
      "一条定律是 packages/theory/src/laws 里的一个文件，一个预报者是 packages/experiments/src/board/predictors 里的一个文件夹，各在旁边的列表里加一行。一条命令便由实测数据重做两张榜；预报者的运行会重新训练，若有一次结束时字节不同，便停下：",
    measuredOn: (date, machine) => `预报者问于 ${date}（${machine}）。`,
  },
};
