import { statements } from "../../statements/statements.ts";
import { formats, type Phrases, titleOf } from "./phrases.ts";

const { whole, short, round, percent, list } = formats("zh-CN");

const types = { R: "实型", C: "复共轭对", H: "四元数型" };

export const zhCn: Phrases = {
  task: ({ task, data }) =>
    `${task.group ?? task.id}：共 ${whole.format(task.classes)} 个答案符号、${whole.format(task.size)} 个样本，训练集含 ${whole.format(data.count.value)} 个（${percent.format(data.fraction.value)}），即 M·ln M 的 ${short.format(data.multiple.value)} 倍。`,
  features: ({ featureCount, features }) =>
    featureCount.value === 0
      ? "该群没有非平凡不可约表示，因此没有可学的特征。"
      : `隐藏节点可学的特征共 ${whole.format(featureCount.value)} 种，每个非平凡实不可约表示对应一种：${features.map(zhCn.feature).join("；")}。`,
  feature: ({ count, realDimension, type, degree, energy }) =>
    `实维数 ${realDimension}（${types[type]}，次数 ${degree}）${whole.format(count)} 个${energy ? `，能量${count > 1 ? "均" : ""}为 ${short.format(energy.value)}` : ""}`,
  width: ({ width }) =>
    `精确求解只需 ${whole.format(width.exact.value)} 个隐藏节点（${statements["theorem-3"].title["zh-cn"]}），按我们的构造为 ${whole.format(width.construction.value)} 个；死记全部样本则至多需要 ${whole.format(width.memory.value)} 个。本网络有 ${whole.format(width.given.value)} 个。`,
  critical: ({ critical }) =>
    `${statements["author-code"].title["zh-cn"]}认为，从记忆到泛化的转变发生在约 ${whole.format(critical.authorCount.value)} 个训练样本处（${percent.format(critical.authorFraction.value)}）。${statements["theorem-4"].title["zh-cn"]} 保证：样本数达到约 ${whole.format(critical.retention.value)}（差一个未给出的常数）时，特征得以保留。要答对其余的 99 %，任何学习者平均都需要 ${whole.format(critical.limit.value)} 个随机样本（${statements["what-can-be-known"].title["zh-cn"]}）；${critical.training ? `${zhCn.training(critical.training)}；` : ""}本次运行给出极限的 ${short.format(critical.limitMultiple.value)} 倍，${zhCn.standing[critical.standing]}。`,
  training: ({ value, trust }) =>
    trust === "fitted"
      ? `在我们的实验里，这样的训练约在 ${whole.format(value)} 个样本处有半数学会`
      : `由我们的实验外推，这类训练约需 ${whole.format(value)} 个样本`,
  standing: {
    "below-limit": "对任何学习者都太少",
    "below-training": "足以知道，但少于训练一向所需",
    enough: "足以知道，也足以训练",
  },
  laws: ({ laws }) =>
    `各定律在拟合之前的说法：${laws
      .map(({ law, criticalCount, grokStep }) => {
        const parts = [
          ...(criticalCount === null ? [] : [`样本数达到 ${whole.format(criticalCount)} 时泛化`]),
          ...(grokStep === null ? [] : [`约在第 ${round.format(grokStep)} 步泛化`]),
        ];
        return `${titleOf(law, "zh-cn")}——${parts.join("，")}`;
      })
      .join("；")}。`,
  stages: ([, independent, interactive]) => {
    const second = independent.from && round.format(independent.from.value);
    const third = interactive.from;
    const end = third
      ? `约到第 ${round.format(third.value)} 步，节点相互作用，特征齐备，网络泛化（第三阶段）。`
      : "第三阶段何时开始，我们的测量给不出。";
    const trust = zhCn.trust[(third ?? independent.from)?.trust ?? "order of magnitude"];
    return `起初是惰性阶段（第一阶段）：顶层拟合随机特征。约从第 ${second} 步起，每个节点独立学习各自的特征（第二阶段）；${end}这些时间中的常数均由我们自己的运行拟合。可信程度：${trust}。`;
  },
  knobs: (knobs) =>
    knobs
      .map(({ knob, effects }) => {
        const changes = effects.map(
          ({ on, factor }) =>
            `${zhCn.effect[on]}变为 ${short.format(factor.value)} 倍（${statements[factor.statement].title["zh-cn"]}；${zhCn.trust[factor.trust]}）`,
        );
        return `${zhCn.knob[knob]}加倍，${changes.join("，")}。`;
      })
      .join(""),
  knob: {
    "weight-decay": "权重衰减",
    "learning-rate": "学习率",
    examples: "训练样本数",
    width: "隐藏节点数",
    "top-init": "顶层初始权重",
    "output-scale": "输出缩放",
  },
  effect: {
    time: "泛化所需时间",
    gradient: "顶层静止后推动特征生长的梯度",
    "first signal": "最初传到隐藏层的信号",
    noise: "最初梯度中的噪声",
  },
  verdict: ({ outcome, statement, trust }) =>
    `${zhCn.outcome[outcome]}依据：${statements[statement].title["zh-cn"]}——${statements[statement].says["zh-cn"]}。可信程度：${zhCn.trust[trust]}。`,
  noVerdict: "本次运行与我们测量过的不相像，会不会泛化，我们说不准。",
  outcome: {
    generalises: "预计本次运行会泛化。",
    memorises: "预计本次运行只会记忆，不会泛化。",
    borderline: "本次运行处在边界上，可能记忆，也可能泛化。",
  },
  trust: {
    exact: "精确",
    bound: "只是一个界，并非边界本身",
    fitted: "由与本次相近的运行拟合而来",
    "order of magnitude": "只说明数量级，常数可能不同",
  },
  trait: {
    "hidden-layers": "更多隐藏层",
    "complex-weights": "复数权重",
    bias: "偏置",
    "batch-norm": "批归一化",
    embedding: "可训练的嵌入",
    product: "相乘的操作数",
    schedule: "变化的学习率",
    batches: "小批量",
    filters: "梯度滤波",
    ridge: "直接求解的顶层",
    "norm-clamp": "固定的权重范数",
    penalty: "权重惩罚项",
    "label-scale": "缩放的标签",
    group: "群（循环群，以及除至多三个特征外实维数均为 2 的群）",
    order: "群的阶（11 至 71）",
    split: "样本的挑选方式（随机）",
    width: "隐藏节点数（群的每个元素至少 7.5 个，至多 2048 个）",
    "initial-weights": "初始权重（通常的大小，V 可更小）",
    "output-scale": "输出缩放（1）",
    optimiser: "优化器（Adam，β₁ = 0.9，β₂ = 0.999）",
    "learning-rate": "学习率（0.0003 至 0.005）",
    "weight-decay":
      "权重衰减（0.00005 至 0.0008，且不小于学习率的 1/60；样本不超过 M·ln M 的 4.5 倍时也可为 0）",
  },
  caveat: {
    "no-group": () =>
      "本任务不是群的乘法表。理论在此不预测不可约表示特征、所需宽度与临界样本数，因而不作判断。",
    activation: ({ activation }) =>
      `定理 2 要求 σ(x) = x²，而本网络使用 ${activation}。此处只列出不可约表示而不给能量，定理 3 与定理 4 也不严格适用。`,
    transformer: () =>
      "该理论针对隐藏层直接读取独热符号的网络，对 Transformer 没有任何论断：不预测特征、宽度与临界样本数，也不作判断。",
    network: ({ outside }) =>
      `各定理针对只有一个隐藏层、权重为实数的 σ(XW)V，而本网络有${list.format(outside.network.map((trait) => zhCn.trait[trait]))}。因此只列出不可约表示而不给能量；宽度与临界样本数为外推。`,
    loss: ({ loss }) =>
      `推出特征如何生长的式 4 与引理 1 针对均方误差 mse，而本次运行用 ${loss}。它是否沿同样的能量上升，未经证明。`,
    recipe: ({ outside }) =>
      `时间与边界是在学习率不变、每步使用全部样本的训练中测得的，而本次训练有${list.format(outside.recipe.map((trait) => zhCn.trait[trait]))}。`,
    "no-weight-decay": () =>
      "权重衰减为 0 时，一旦拟合训练数据，传到隐藏层的梯度便逐渐消失，特征不再生长。",
    narrow: () => "隐藏节点数少于我们已知的任何精确解；网络仍可能凭部分特征答得不错。",
    short: ({ stages }) =>
      `按我们的测量，约在第 ${round.format(stages?.at(-1)?.from?.value ?? 0)} 步泛化，误差在 1.6 倍以内：限定的步数可能不够。`,
    "not-measured": ({ outside }) =>
      `结局与时间是在一定范围内测得的，本次运行有几项不在其中：${list.format(outside.range.map((trait) => zhCn.trait[trait]))}。`,
    "retention-vacuous": () => "定理 4 要求的数据对多于该群所有的数据对，因此在此不作任何保证。",
  },
};
