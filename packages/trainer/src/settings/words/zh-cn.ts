import type { SettingsWords } from "./words.ts";

export const chinese: SettingsWords = {
  group: {
    data: "学什么，给看哪些",
    network: "网络",
    start: "初始权重",
    loss: "损失",
    optimiser: "优化器",
    schedule: "学习率的变化",
    gradients: "梯度",
    end: "何时测量、何时停",
  },
  setting: {
    task: { name: "任务", says: "学什么，例如 cyclic:71" },
    "split.fraction": { name: "给看的比例", says: "给看的样本占全部的几成" },
    "split.count": { name: "给看的样本数", says: "直接给出样本数，不按比例" },
    "split.criticalMultiple": {
      name: "给看 M ln M 的几倍",
      says: "n = c·M·ln M 个样本，M 为答案的个数，不按比例",
    },
    "split.first": {
      name: "第一种运算给看的比例",
      says: "用于含两种运算的任务；给看的多少此时只指第二种运算",
    },
    "split.examples": {
      name: "只给看这些样本",
      says: "给看的样本的编号，从 0 数起，例如 0,1,5；M 列的表中为 行·M + 列",
    },
    "split.stratify": { name: "每个答案给看同样多", says: "每个答案给看的次数至多相差一次" },
    "split.keepTransposesTogether": {
      name: "a·b 与 b·a 同进退",
      says: "要么都给看，要么都不给看",
    },
    "split.holdOut.symbols": { name: "始终不给看的符号", says: "从 0 数起，例如 3,5" },
    "split.holdOut.operand": {
      name: "在第几个位置",
      says: "从 0 数起；不填即任何位置都不给看",
    },
    seed: { name: "种子", says: "决定给看哪些样本与初始权重" },

    "model.kind": {
      name: "网络",
      says: "隐藏层网络，或 Transformer",
      choices: { mlp: "隐藏层网络", transformer: "Transformer" },
    },
    "model.width": { name: "宽度", says: "每层的隐藏节点数 K；Transformer 则是每个词元的维数" },
    "model.hiddenLayers": {
      name: "再加几层",
      says: "第一层之后的隐藏层，每层把输入原样加到自己的输出上（残差）",
    },
    "model.layers": { name: "层数", says: "注意力加 MLP 算一层" },
    "model.heads": {
      name: "注意力头",
      says: "每层的注意力头数，宽度须是它的倍数",
      contradicts: { "model.width": "各个头平分宽度：宽度须是头数的倍数。" },
    },
    "model.mlpWidth": { name: "每层的隐藏节点", says: "每层 MLP 的隐藏节点数" },
    "model.activation": {
      name: "激活函数 σ",
      says: "隐藏节点对输入做什么",
      choices: {
        quadratic: "x²",
        relu: "ReLU",
        silu: "SiLU",
        relu2: "ReLU²",
        gelu: "GELU",
        linear: "x",
        power: "x^q",
        mixed: "a·x + b·x²",
      },
      contradicts: {
        "model.weights": "这个激活函数对复数没有定义：请用 x²、x、x^q 或 a·x + b·x²。",
      },
    },
    "model.weights": {
      name: "权重",
      says: "论文作者的代码用复数",
      choices: { real: "实数", complex: "复数" },
    },
    "model.embedding": {
      name: "符号怎样输入",
      says: "直接输入，或先查一张可训练的表",
      choices: {
        "one-hot": "独热",
        shared: "独热，各操作数共用一份权重",
        trainable: "共用一张表",
        "per-operand": "各用一张表",
      },
    },
    "model.combine": {
      name: "操作数怎样汇合",
      says: "在激活函数之前",
      choices: { sum: "相加", product: "相乘" },
    },
    "model.layerNorm": {
      name: "层归一化",
      says: "放在每个部件之前或之后",
      choices: { none: "无", pre: "在前", post: "在后" },
    },
    "model.batchNorm": {
      name: "批归一化",
      says: "每个节点的输入化为均值 0、方差 1",
      contradicts: { "model.weights": "复数没有单一的方差：批归一化需要实数权重。" },
    },
    "model.bias": { name: "偏置", says: "另加的、可训练的数" },
    "model.initScale": { name: "全部初值 ×", says: "全部初始权重乘以它；取大即惰性区，只会死记" },
    "model.topInit": { name: "末层初值 ×", says: "末层的初始权重乘以它；取 0 即末层从零开始" },
    "model.outputScale": { name: "输出 ×，β", says: "输出乘以它，回传的梯度也随之放大" },

    loss: {
      name: "损失",
      says: "训练要压低的量",
      choices: {
        mse: "均方误差",
        "cross-entropy": "交叉熵",
        "cross-entropy-float32": "float32 交叉熵",
        stablemax: "StableMax",
      },
    },
    labelScale: {
      name: "目标 ×",
      says: "均方误差的目标乘以它",
      contradicts: { loss: "只有均方误差的目标可以缩放。" },
    },
    "penalty.l1": { name: "对 Σ|w| 的惩罚", says: "损失加上 λ·Σ|w|" },
    "penalty.l2": { name: "对 ½Σw² 的惩罚", says: "损失加上 ½·λ·Σw²" },
    ridge: {
      name: "V 的岭参数",
      says: "每一步都以此岭参数直接解出末层",
      contradicts: {
        loss: "只有均方误差才能直接解出末层。",
        "model.bias": "有偏置时不能直接解出末层。",
      },
    },

    "optimiser.kind": {
      name: "优化器",
      says: "怎样由梯度得出一步",
      choices: { adam: "Adam", adamw: "AdamW", muon: "Muon", sgd: "SGD" },
    },
    "optimiser.learningRate": { name: "学习率", says: "每一步迈多大" },
    "optimiser.weightDecay": {
      name: "权重衰减",
      says: "把权重往 0 拉；AdamW 与 Muon 会再乘以学习率",
    },
    "optimiser.momentum": { name: "动量", says: "过去的梯度留下多少" },
    "optimiser.nesterov": {
      name: "Nesterov 前瞻",
      says: "沿动量方向先看一步",
      contradicts: { "optimiser.momentum": "Nesterov 沿着动量前瞻，而这里没有动量。" },
    },
    "optimiser.beta1": { name: "β₁", says: "Adam 中梯度均值的衰减率" },
    "optimiser.beta2": { name: "β₂", says: "Adam 中平方均值的衰减率" },
    "optimiser.epsilon": { name: "ε", says: "Adam 加在均方根上的数" },
    "optimiser.polar": {
      name: "极因子",
      says: "用 Muon 的五步近似，或精确求出",
      choices: { "newton-schulz": "五步近似", exact: "精确" },
    },
    batchSize: { name: "批量", says: "每步看几个样本" },
    normClamp: { name: "范数固定为初值 ×", says: "全部权重的范数始终保持为初值的这么多倍" },

    "schedule.kind": {
      name: "学习率的走法",
      says: "学习率怎样变化",
      choices: {
        constant: "不变",
        cosine: "余弦，降到 0",
        step: "阶梯下降",
        multistep: "到几个步数时下降",
        exponential: "指数下降",
      },
    },
    "schedule.every": { name: "每隔几步", says: "两级阶梯相隔几步" },
    "schedule.factor": { name: "乘以", says: "每次下降时学习率乘以它" },
    "schedule.at": { name: "在哪些步", says: "在这些步下降，例如 1000,1500" },
    "schedule.warmUp": { name: "预热步数", says: "学习率起先用几步升上来" },

    "gradientFilters.kind": {
      name: "过滤",
      says: "先对梯度做什么；多项之间写 +",
      choices: {
        "grokfast-ema": "Grokfast：加上滑动平均",
        "grokfast-ma": "Grokfast：加上窗口平均",
        orthogonal: "⊥Grad：去掉只改变大小的部分",
        clip: "限制梯度的范数",
      },
    },
    "gradientFilters.alpha": { name: "衰减率 α", says: "滑动平均的衰减率" },
    "gradientFilters.window": { name: "窗口步数", says: "对最近几步取平均" },
    "gradientFilters.lambda": { name: "强度 λ", says: "平均值乘以它" },
    "gradientFilters.norm": { name: "范数", says: "全部梯度合起来的范数上限" },

    steps: {
      name: "最多几步",
      says: "最多更新几次",
      contradicts: { evaluateEvery: "一次运行至多记录一千万行：请减少测量次数，或减少步数。" },
    },
    evaluateEvery: { name: "每隔几步测一次", says: "两次测量相隔几步" },
    "goal.testAccuracy": { name: "正确率到此即停", says: "没看过的样本答对到这个比例即可结束" },
    "goal.hold": { name: "到此之后再跑几步", says: "须保持这么多步" },
  },
};
