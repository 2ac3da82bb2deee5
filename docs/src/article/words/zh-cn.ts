import { count } from "../../demo/numbers.ts";
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
    node: "一个节点",
    nodeHint: "沿山脊拖动节点，然后放手。",
    climbed: {
      memorising: "它登上记忆的峰。",
      generalising: "它登上泛化的峰。",
      neither: "从侧面看像是到了顶，其实没有：换个方向还能往上。",
    },
    says: {
      memorisingOnly: "只找得到记忆的峰。",
      memorising: "记忆的峰更高。",
      generalising: "泛化的峰更高。",
      generalisingOnly: "只找得到泛化的峰。",
    },
    note: "模 23 加法中一个节点的能量，生成本页时算好。横向是一条直路，从单个样本出发所能登上的最高峰，通到从波出发所能登上的最高峰。",
  },
  shareOfTable: {
    title: "定律要求的数量，2.7482 · M ln M",
    symbols: "符号数 M",
    all: "全表 M × M 格",
    needed: "要看",
    share: "比例",
  },
  claimRun: {
    setting: "设置",
    button: {
      idle: "运行",
      loading: "加载中……",
      running: "暂停",
      paused: "继续",
      waiting: "等候中",
      finished: "再跑一次",
    },
    notRun: "还没有运行。",
    now: (step, train, test) => `第 ${step} 步：看过的答对 ${train}，没看过的答对 ${test}。`,
    ended: (memorised, understood, steps) =>
      understood !== null
        ? `第 ${memorised ?? "–"} 步记住 99%，第 ${understood} 步悟出规律。`
        : memorised !== null
          ? `第 ${memorised} 步记住 99%；训练 ${steps} 步仍未悟出规律。`
          : `训练 ${steps} 步，既没有记住，也没有悟出规律。`,
    failed: (message) => `无法在此训练：${message}`,
    measured: (seeds) =>
      seeds === 1 ? "实测：悟出于第几步" : `实测：悟出于第几步，${seeds} 个种子`,
    asMeasured: "实测",
    here: "此处，种子 1",
    never: (steps) => `${steps} 步内未悟出`,
    gradient: "到达隐藏节点的梯度 ‖G_F‖",
    gradientSays: "还有多少传到隐藏节点，网络又懂了多少",
    message: "最短描述，比特",
    labels: (bits) => `直接抄下答案 ${bits}`,
    readBack: "照描述还原的网络，测试准确率",
    messageSays: "把网络说清楚要多少比特，网络又懂了多少",
    node: (irrep, percent) => `表示 ${irrep}，${percent}%`,
    wave: (frequency, percent) => `k = ${frequency}，${percent}%`,
    wound: "时钟的符号按各自的波绕一圈的次序排列",
    scrub: "回到先前的一步",
    moment: (step) => `第 ${step} 步`,
    memorising: "在背",
    answer: "答案",
    mixed: "混杂",
  },
  transformerRun: {
    title: "现场训练一个 Transformer",
    which: "训练哪一个",
    background: "看不见时也继续",
    backgroundSays: "您去读别处，甚至换了标签页，它也接着训练。",
    table: "整张表，逐格看它答得如何",
    attention: "为了作答，每个注意力头从三个词元各取多少（全表平均）",
    head: "注意力头",
    asks: "刚才只是计时；愿意等的话，请按“继续”。",
    pace: (perStep, left, { least, most }) =>
      `在这台机器上一步要 ${perStep >= 10 ? Math.round(perStep) : perStep.toPrecision(2)} 毫秒。实测这类运行在第 ${count(least)} 到 ${count(most)} 步之间悟出规律，所以大约还要 ${left < 90 ? `${Math.ceil(left)} 秒` : `${Math.round(left / 60)} 分钟`}。`,
  },
  phaseMap: {
    title: "看多少才够",
    counted: "样本数怎样计量",
    unit: {
      share: "占全表的百分比",
      criticalMultiple: "以 M ln M 为单位",
      perSymbol: "平均每个符号几个",
    },
    says: {
      share: "表越大，要看的比例越小。",
      criticalMultiple: "以 M ln M 为单位，边界停住不动，只有 Z₇ ⋊ Z₃ 例外。",
      perSymbol: "平均到每个符号，只是慢慢增多，像 ln M 那样。",
    },
    shapes:
      "圆点是钟；方块是不可交换的 D₁₂（24 个符号）与 Z₇ ⋊ Z₃（21 个）。带竖线的点标出钟的边界。",
    law: "作者的 2.7482 M ln M",
    measured: (runs) => `共 ${runs} 次运行，均为实测。`,
  },
  twoNodes: {
    title: "两个节点",
    angle: "两个特征的夹角",
    says: {
      apart: (b) => `b₁₂ = ${b}：彼此相像，互相推开。`,
      together: (b) => `b₁₂ = ${b}：彼此相反，互相靠拢。`,
      none: (b) => `b₁₂ = ${b}：成直角，互不相干。`,
    },
    note: "b₁₂ 表示推动一个节点的梯度里带有多少另一个节点的特征，小于 0 便互相推开。随滑块按定理 6 现算：两个节点，旁边还有第三个。",
  },
  coupons: {
    title: "收集山峰",
    count: "山峰数 L",
    height: "其中一座更高",
    independent: "各自出发的节点",
    peaks: "一峰一个",
    says: (independent, muon) =>
      `平均要 ${independent} 个节点才找齐所有的峰；Muon 至多要 ${muon} 个。`,
    note: "按定理 8 计算，指数取 2。",
  },
  depthSignal: {
    title: "目标传到最低层时有多清晰",
    layers: "隐藏层数",
    plain: "一层接一层",
    residual: "带残差连接",
    note: "模 7 加法上的五个随机网络，激活函数为 ReLU，即 max(0, z)，末层已拟合；数值是传到最低层的梯度与清晰信号的余弦。",
  },
};
