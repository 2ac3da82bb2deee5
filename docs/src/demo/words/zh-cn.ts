import type { DemoWords } from "./words.ts";

export const chinese: DemoWords = {
  title: "就在这里训练",
  task: "要学的运算表",
  tasks: {
    "cyclic:23": { symbol: "Z₂₃", says: "模 23 加法：22 之后回到 0。" },
    "cyclic:31": { symbol: "Z₃₁", says: "模 31 加法：30 之后回到 0。" },
    "product:5,5": { symbol: "Z₅ × Z₅", says: "成对的数，每一位各自做模 5 加法。" },
    "dihedral:12": { symbol: "D₁₂", says: "正十二边形的旋转与翻转，先后次序不能交换。" },
  },
  fraction: "给它看表中的多少",
  shown: (percent, count, of) => `${percent}，即 ${of} 格中的 ${count} 格`,
  critical: (percent) => `理论：${percent}`,
  button: {
    start: "开始",
    loading: "加载中……",
    pause: "暂停",
    resume: "继续",
    waiting: "等候中",
    again: "再跑一次",
  },
  reset: "重置",
  resetHint: "回到同一组初始权重",
  table: "整张表，逐格看它答得如何",
  tableHint: "指向任意一格，或用方向键移动，看看网络怎么回答。",
  scrub: "回到先前的一步",
  moment: (step) => `第 ${step} 步`,
  tableNow: (train, test) => `看过的样本答对 ${train}，没看过的答对 ${test}。`,
  cell: (product, shown, answer) =>
    `${product}（${shown ? "看过" : "没看过"}）${answer === null ? "" : `，网络的回答是 ${answer}。`}`,
  before: "理论预测",
  after: "网络实测",
  outcome: {
    generalises: "它会悟出规律。",
    memorises: "它只会死记，在这些步之内悟不出规律。",
    borderline: "正在边界上，两种结局都有可能。",
  },
  because: (critical, shown) => `转变预计发生在给它看 ${critical} 的时候，这里给了 ${shown}。`,
  inFull: "理论的完整说法",
  notRun: "还没有训练。",
  loading: "正在取来训练引擎……",
  now: (step, train, test) => `第 ${step} 步：看过的答对 ${train}，没看过的答对 ${test}。`,
  ending: ({ memorised, generalised, steps, test }) => {
    if (generalised !== null && memorised !== null) {
      return `第 ${memorised} 步记住 99%，第 ${generalised} 步悟出规律。`;
    }
    if (generalised !== null) return `第 ${generalised} 步悟出规律。`;
    if (memorised !== null) {
      return `第 ${memorised} 步记住 99%；训练 ${steps} 步之后，没看过的仍只答对 ${test}。`;
    }
    return `训练 ${steps} 步，既没有记住，也没有悟出规律。`;
  },
  leftOpen: "预测对此未下定论。",
  numbers: "曲线背后的数字",
  announce: {
    paused: "已暂停。",
    reset: "已回到初始权重。",
    memorised: "看过的，它记住了 99%。",
    generalised: "它悟出了规律：没看过的也答对了 99%。",
  },
  failed: (message) => `无法在此训练：${message}`,
  noScript: "在网页中训练需要启用 JavaScript。",
};
