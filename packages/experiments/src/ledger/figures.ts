import { task, trainCount } from "@grokscape/group-datasets";
import { tian } from "@grokscape/group-datasets/works";
import { authorConstant, paperWeightDecay } from "@grokscape/theory";
import { preset, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";
import type { Comparison, Statement } from "../statement.ts";

const adam = (learningRate: number, weightDecay: number) =>
  ({ kind: "adam", learningRate, weightDecay }) as const;
const muon = (learningRate: number) => ({ kind: "muon", learningRate, weightDecay: 1e-2 }) as const;
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const percent = (share: number) => `p = ${Math.round(100 * share)} %`;
/** A run ends once it has understood. */
const untilUnderstood = { goal: { testAccuracy: 0.99, hold: 1 } } as const;
const understands = (of: string): Comparison => ({ of, understands: true });
const fails = (of: string): Comparison => ({ of, understands: false });
const sooner = (of: string, than: string): Comparison => ({
  what: "generalisedAt",
  of,
  is: "less",
  than: { of: than },
});

const withDecay = "η = 0.0002";
const figure3: RunConfigInput = { ...preset("tian-fig3").config };
const decays = ({ optimiser }: RunConfigInput): Variant[] => [
  { name: withDecay, changes: {} },
  { name: "η = 0", changes: { optimiser: { ...optimiser, weightDecay: 0 } } },
];

const maxima = (task: string, width: number): RunConfigInput => ({
  task,
  model: { width },
  steps: 1,
  evaluateEvery: 1,
});
const landscapes: readonly Variant[] = [
  {
    name: "σ(z) = z, p = 50 %",
    changes: { split: { fraction: 0.5 }, model: { width: 64, activation: "linear" } },
  },
  { name: "σ(z) = z², p = 98 %", changes: { split: { fraction: 0.98 } } },
  { name: "σ(z) = z², p = 15 %", changes: { split: { fraction: 0.15 } } },
];

/** Of the share at which the author's code expects the transition: below it and above. */
const [below, above] = [0.75, 1.5];
/** Tables by what they are; the paper has none of the last two kinds. */
const kinds = [
  {
    degree: 1,
    says: { en: "M prime", "zh-cn": "M 为素数" },
    quick: ["cyclic:23", "cyclic:31"],
    full: ["cyclic:41", "cyclic:71", "cyclic:97", "cyclic:127"],
  },
  {
    degree: 1,
    says: { en: "M composite", "zh-cn": "M 为合数" },
    quick: ["cyclic:24", "cyclic:30"],
    full: ["cyclic:60", "cyclic:96", "cyclic:120"],
  },
  {
    degree: 1,
    says: { en: "products of cyclic groups", "zh-cn": "循环群的直积" },
    quick: ["product:5,6", "product:2,2,9"],
    full: [
      ...["product:4,7", "product:5,6", "product:2,2,9", "product:13,11", "product:5,2,2,2"],
      ...["product:6,4,2", "product:3,2,17", "product:2,3,3,5"],
    ],
  },
  {
    degree: 2,
    says: { en: "non-abelian, largest degree 2", "zh-cn": "非交换，最大次数 2" },
    quick: ["dihedral:12", "dihedral:15"],
    full: ["dihedral:12", "dihedral:30", "dihedral:60"],
  },
  {
    degree: 3,
    says: { en: "non-abelian, largest degree 3", "zh-cn": "非交换，最大次数 3" },
    quick: ["symmetric:4", "frobenius:13,3"],
    full: ["symmetric:4", "frobenius:19,3", "frobenius:31,3"],
  },
  {
    degree: 4,
    says: { en: "non-abelian, largest degree 4", "zh-cn": "非交换，最大次数 4" },
    quick: ["small:32,49", "small:40,12"],
    full: ["small:32,49", "small:40,12", "frobenius:29,4"],
  },
] as const;

/** At so many times the share of the author's code. */
function atMultiple(id: string, degree: number, times: number): Variant {
  const criticalMultiple = Number((times * authorConstant * Math.max(1, degree / 2)).toFixed(2));
  return {
    name: `${id}, c = ${criticalMultiple}`,
    changes: { task: id, split: { criticalMultiple } },
  };
}
const border = (size: "quick" | "full"): Variant[] =>
  kinds.flatMap(({ degree, ...kind }) =>
    kind[size].flatMap((id) => [below, above].map((times) => atMultiple(id, degree, times))),
  );

const atBorder = { split: { criticalMultiple: authorConstant } } as const;
const rate = (learningRate: number, changes: Variant["changes"] = {}): Variant => ({
  name: [changes.task, `lr = ${learningRate}`].filter(Boolean).join(", "),
  changes: { ...changes, optimiser: adam(learningRate, 2e-4) },
});
const [slow, medium, fast] = [0.001, 0.002, 0.005];
const slowAndFast = (tasks: readonly string[]) =>
  tasks.flatMap((task) => [rate(slow, { task }), rate(fast, { task })]);
const figure6Tasks = ["cyclic:23", "cyclic:31", "cyclic:71", "cyclic:127"];

const adamRates = [3e-3, 1e-2, 3e-2].map((lr) => ({
  name: `Adam, lr = ${lr}`,
  changes: { optimiser: adam(lr, 2e-4) },
}));
const muonRates = [1e-2, 2e-2, 5e-2].map((lr) => ({
  name: `Muon, lr = ${lr}`,
  changes: { optimiser: muon(lr) },
}));

const deep = (width: number, layers: number): Variant => ({
  name: `L = ${layers}`,
  changes: { model: { width, activation: "relu", hiddenLayers: layers - 2 } },
});

/** Settings of Figures 10 to 13. */
const ways: RunConfigInput = {
  task: "cyclic:41",
  split: { fraction: 0.8 },
  model: { width: 256 },
  optimiser: adam(5e-3, 5e-5),
  steps: 500,
  evaluateEvery: 1,
  ...untilUnderstood,
};
const real = (task: string): Variant => ({ name: `${task}, R`, changes: { task } });
const complex = (task: string): Variant => ({
  name: `${task}, C`,
  changes: { task, model: { width: 256, weights: "complex" } },
});
const solved = (id: string): Variant => ({
  name: `${id}, V = V_ridge`,
  changes: { task: id, ridge: paperWeightDecay(5e-5, trainCount(task(id), { fraction: 0.8 })) },
});
const [smallTasks, largeTasks] = [
  ["cyclic:23", "cyclic:41"],
  ["cyclic:23", "cyclic:41", "cyclic:89", "cyclic:127"],
];

/** Settings of Figures 14 to 16. */
const zeroInit = (task: string, width: number): RunConfigInput => ({
  task,
  model: { width },
  optimiser: adam(5e-3, 5e-5),
  steps: 3000,
  evaluateEvery: 10,
  ...untilUnderstood,
});
const withV = (share: number, topInit: number) => `${percent(share)}, V(0) × ${topInit}`;
const startsOf = (width: number, shares: readonly number[], others = {}): Variant[] =>
  shares.flatMap((fraction) =>
    [1, 0].map((topInit) => ({
      name: withV(fraction, topInit),
      changes: { split: { fraction }, model: { ...others, width, topInit } },
    })),
  );
const zeroIsSooner = (shares: readonly number[]): Statement => ({
  says: {
    en: "From V(0) = 0 it understands sooner, at every share of the table.",
    "zh-cn": "从 V(0) = 0 开始，无论给看多少，都更早悟出规律。",
  },
  holds: shares.map((share) => sooner(withV(share, 0), withV(share, 1))),
});
/** @param pairs the least share and the largest, of each size */
const mostWhereScarce = (pairs: readonly (readonly [number, number])[]): Statement => ({
  says: {
    en: "The factor by which V(0) = 0 is sooner is larger where data are scarce than where they are plenty.",
    "zh-cn": "数据越少，V(0) = 0 早的倍数越大。",
  },
  holds: pairs.map(([scarce, plenty]) => ({
    what: "generalisedAt",
    of: withV(scarce, 1),
    per: withV(scarce, 0),
    is: "more",
    than: { of: withV(plenty, 1), per: withV(plenty, 0) },
  })),
});

/** One of Figures 14 to 16: quick in a smaller table, with fewer nodes. */
function startsFigure(
  number: number,
  quick: { task: string; width: number; shares: readonly number[]; seeds: number },
  full: string,
): Experiment {
  const { task, width, shares } = quick;
  const fullShares = [0.3, 0.4, 0.6, 0.8];
  const all = [...new Set([...shares, ...fullShares])];
  const ends = (list: readonly number[]) => [list[0], list[list.length - 1]] as const;
  return {
    id: `fig${number}`,
    title: {
      en: `Figure ${number}: an empty last layer, ${full}`,
      "zh-cn": `图 ${number}：末层从零开始，${full}`,
    },
    question: {
      en: "Does it understand sooner where V begins at zero, and most so where data are scarce?",
      "zh-cn": "V 从零开始，是否更早悟出规律？数据越少，好处是否越大？",
    },
    base: zeroInit(task, width),
    variants: startsOf(width, shares),
    seeds: seeds(quick.seeds),
    criterion: {
      work: tian,
      shows: {
        en: "With V(0) = 0 no noise reaches the hidden nodes at first, and test accuracy rises sooner, most where few pairs are shown.",
        "zh-cn":
          "V(0) = 0 时，起初没有噪声传到隐藏节点，测试准确率上升得更早，给看的算式越少越明显。",
      },
      statements: [zeroIsSooner(all), mostWhereScarce([ends(shares), ends(fullShares)])],
      full: { base: zeroInit(full, 1024), variants: startsOf(1024, fullShares), seeds: seeds(5) },
    },
  };
}

const residual = { activation: "relu", hiddenLayers: 1 } as const;

/** The figures of arXiv 2509.21519 that show what networks do, each in minutes and in the paper's own size. */
export const ofThePaper: readonly Experiment[] = [
  {
    id: "fig3",
    title: { en: "Figure 3: grokking in three stages", "zh-cn": "图 3：顿悟的三个阶段" },
    question: {
      en: "Does weight decay make the difference, does the last layer move before the first, and do the nodes learn independently?",
      "zh-cn": "有没有权重衰减，结局是否不同？末层是否先于第一层移动？各节点是否独立地学习？",
    },
    base: {
      ...figure3,
      task: "cyclic:31",
      split: { fraction: 0.4 },
      model: { width: 512 },
      steps: 2000,
    },
    variants: decays(figure3),
    seeds: seeds(5),
    readings: ["half-turned-V", "half-turned-W", "gradient-bump", "node-gram", "sample-gram"],
    curves: true,
    criterion: {
      work: tian,
      shows: {
        en: "Addition modulo 71, 40 % of the table: with weight decay the network memorises first and understands much later; without it, never. |G_F| has a bump, V moves first and W after it, and the products of the features stay diagonal up to about 8 %.",
        "zh-cn":
          "模 71 加法，给看 40%：有权重衰减，网络先记住，很久以后才悟出规律；没有权重衰减，则始终没有。|G_F| 有一处隆起，V 先动，W 后动，特征的内积矩阵偏离对角线不超过约 8%。",
      },
      statements: [
        {
          says: {
            en: "With weight decay it understands, at three times the step of memorising or later.",
            "zh-cn": "有权重衰减，能悟出规律，而且步数至少是记住时的三倍。",
          },
          holds: [
            understands(withDecay),
            {
              what: "generalisedAt",
              of: withDecay,
              is: "more",
              than: { what: "memorisedAt", times: 3 },
            },
          ],
        },
        {
          says: { en: "Without weight decay it does not.", "zh-cn": "没有权重衰减，则不能。" },
          holds: [fails("η = 0")],
        },
        {
          says: {
            en: "|G_F| has a bump: at least twice what it is before and after.",
            "zh-cn": "|G_F| 有一处隆起：至少是前后的两倍。",
          },
          holds: [{ what: "gradient-bump", of: withDecay, is: "more", than: 2 }],
        },
        {
          says: { en: "V turns before W does.", "zh-cn": "V 先于 W 转动。" },
          holds: [
            {
              what: "half-turned-V",
              of: withDecay,
              is: "less",
              than: { what: "half-turned-W" },
            },
          ],
        },
        {
          says: {
            en: "Once memorised, F̃ᵀF̃ and P₁⊥FFᵀP₁⊥ are diagonal up to 8 %.",
            "zh-cn": "刚记住时，F̃ᵀF̃ 与 P₁⊥FFᵀP₁⊥ 偏离对角线不超过 8%。",
          },
          holds: [
            { what: "node-gram", of: withDecay, is: "less", than: 0.08 },
            { what: "sample-gram", of: withDecay, is: "less", than: 0.08 },
          ],
        },
      ],
      full: { base: figure3, variants: decays(figure3), seeds: seeds(15) },
    },
  },
  {
    id: "fig4",
    title: { en: "Figure 4: the landscape of the energy", "zh-cn": "图 4：能量景观" },
    question: {
      en: "Where does a node end that climbs the energy alone, from its first weights?",
      "zh-cn": "一个节点从初始权重出发，独自攀登能量，会停在哪里？",
    },
    base: maxima("cyclic:23", 64),
    variants: landscapes,
    seeds: seeds(5),
    readings: ["summit-heights", "summit-irreps", "summits-generalising", "summits-memorising"],
    criterion: {
      work: tian,
      shows: {
        en: "Linear nodes have one maximum. With x² and all data there are many, each a feature; with too little data there are memorising ones in their place.",
        "zh-cn":
          "线性节点只有一个极大值。用 x² 且数据完整，有许多极大值，每个都是一种特征；数据太少，取而代之的是记忆的极大值。",
      },
      statements: [
        {
          says: { en: "Linear nodes all end at one height.", "zh-cn": "线性节点都停在同一高度。" },
          holds: [{ what: "summit-heights", of: landscapes[0].name, is: "less", than: 2 }],
        },
        {
          says: {
            en: "With x² and nearly all data, 95 % or more end at a feature, and there are more than five features.",
            "zh-cn": "用 x² 且数据几乎完整，至少 95% 停在特征上，特征不止五种。",
          },
          holds: [
            { what: "summits-generalising", of: landscapes[1].name, is: "more", than: 0.95 },
            { what: "summit-irreps", of: landscapes[1].name, is: "more", than: 5 },
          ],
        },
        {
          says: {
            en: "With too little data more than half end memorising.",
            "zh-cn": "数据太少，过半停在记忆的极大值上。",
          },
          holds: [{ what: "summits-memorising", of: landscapes[2].name, is: "more", than: 0.5 }],
        },
      ],
      full: { base: maxima("cyclic:71", 256), variants: landscapes, seeds: seeds(5) },
    },
  },
  {
    id: "fig5",
    title: { en: "Figure 5: how much is enough", "zh-cn": "图 5：看多少才够" },
    question: {
      en: "Does the share of the table from which networks understand follow (ln M)/M, for groups of every kind?",
      "zh-cn": "能悟出规律所需的比例，是否随 (ln M)/M 变化，对每一类群都如此？",
    },
    base: {
      task: "cyclic:23",
      model: { width: 512 },
      optimiser: adam(1e-3, 2e-4),
      steps: 3000,
      evaluateEvery: 10,
      ...untilUnderstood,
    },
    variants: border("quick"),
    seeds: seeds(3),
    criterion: {
      work: tian,
      shows: {
        en: "The transition from memorising to understanding follows p ~ (log M)/M, for M prime and composite, products, and non-abelian groups of largest degree 2. The author’s code has p = 2.7482 ln M / M, times d/2 where the largest degree d is more than 2; groups of degree 3 and 4 are not in the paper.",
        "zh-cn":
          "从记忆到泛化的转变随 p ~ (log M)/M 变化：M 为素数、合数、直积，以及最大次数为 2 的非交换群。作者的代码取 p = 2.7482 ln M / M，最大次数 d 大于 2 时再乘 d/2；次数 3 与 4 的群论文里没有。",
      },
      statements: kinds.map(({ says, degree, quick, full }): Statement => {
        const tables = [...new Set<string>([...quick, ...full])];
        return {
          says: {
            en: `${says.en}: at ${below} times that share none understands, at ${above} times all do.`,
            "zh-cn": `${says["zh-cn"]}：比例为其 ${below} 倍时无一悟出，${above} 倍时全部悟出。`,
          },
          holds: tables.flatMap((id) => [
            fails(atMultiple(id, degree, below).name),
            understands(atMultiple(id, degree, above).name),
          ]),
        };
      }),
      full: {
        base: {
          task: "cyclic:41",
          model: { width: 2048 },
          optimiser: adam(5e-4, 2e-4),
          steps: 10_000,
          evaluateEvery: 25,
          ...untilUnderstood,
        },
        variants: border("full"),
        seeds: seeds(20),
      },
    },
  },
  {
    id: "fig6",
    title: { en: "Figure 6: the learning rate at the border", "zh-cn": "图 6：边界上的学习率" },
    question: {
      en: "At 2.75 M ln M examples, does a small learning rate understand where a larger one does not?",
      "zh-cn": "样本数为 2.75 M ln M 时，是否小学习率能悟出规律，大学习率不能？",
    },
    base: {
      task: "cyclic:23",
      ...atBorder,
      model: { width: 512 },
      steps: 10_000,
      evaluateEvery: 25,
      ...untilUnderstood,
    },
    variants: slowAndFast(figure6Tasks.slice(0, 2)),
    seeds: seeds(5),
    criterion: {
      work: tian,
      shows: {
        en: "Near the border a small learning rate stays in the basin of the generalising maxima; a large one leaves for the higher ones that memorise.",
        "zh-cn":
          "在边界附近，小学习率留在泛化极大值的盆地里，大学习率则离开它，去了更高的记忆极大值。",
      },
      statements: [
        {
          says: { en: `At lr = ${slow} it understands.`, "zh-cn": `lr = ${slow} 时悟出规律。` },
          holds: figure6Tasks.map((task) => understands(rate(slow, { task }).name)),
        },
        {
          says: { en: `At lr = ${fast} it does not.`, "zh-cn": `lr = ${fast} 时不能。` },
          holds: figure6Tasks.map((task) => fails(rate(fast, { task }).name)),
        },
      ],
      full: {
        base: {
          task: "cyclic:23",
          ...atBorder,
          model: { width: 1024 },
          steps: 10_000,
          evaluateEvery: 25,
          ...untilUnderstood,
        },
        variants: slowAndFast(["cyclic:23", "cyclic:71", "cyclic:127"]),
        seeds: seeds(15),
      },
    },
  },
  {
    id: "fig7",
    title: { en: "Figure 7: which maxima are reached", "zh-cn": "图 7：到达了哪种极大值" },
    question: {
      en: "At the border, do small learning rates end in features of low energy and a large one in memorising ones of high energy?",
      "zh-cn": "在边界上，小学习率是否停在能量低的特征上，大学习率是否停在能量高的记忆上？",
    },
    base: {
      task: "cyclic:31",
      ...atBorder,
      model: { width: 512 },
      steps: 5000,
      evaluateEvery: 50,
    },
    variants: [slow, medium, fast].map((lr) => rate(lr)),
    seeds: seeds(5),
    readings: ["generalising-weight", "memorising-weight", "node-energy"],
    criterion: {
      work: tian,
      shows: {
        en: "Addition modulo 127, 20 % of the table: at learning rates of 0.001 and 0.002 the nodes are Fourier features of low energy, at 0.005 they memorise, at high energy.",
        "zh-cn":
          "模 127 加法，给看 20%：学习率 0.001 与 0.002 时，节点是能量低的傅里叶特征；0.005 时，节点在记忆，能量高。",
      },
      statements: [
        {
          says: {
            en: `At lr = ${slow} and ${medium} more than half of ‖W‖² is in generalising nodes.`,
            "zh-cn": `lr = ${slow} 与 ${medium} 时，‖W‖² 过半在泛化节点里。`,
          },
          holds: [slow, medium].map((lr) => ({
            what: "generalising-weight",
            of: rate(lr).name,
            is: "more",
            than: 0.5,
          })),
        },
        {
          says: {
            en: `At lr = ${fast} more of ‖W‖² is in memorising nodes than in generalising ones.`,
            "zh-cn": `lr = ${fast} 时，‖W‖² 在记忆节点里的比在泛化节点里的多。`,
          },
          holds: [
            {
              what: "memorising-weight",
              of: rate(fast).name,
              is: "more",
              than: { what: "generalising-weight" },
            },
          ],
        },
        {
          says: {
            en: `The nodes’ energy is higher at lr = ${fast} than at ${slow}.`,
            "zh-cn": `lr = ${fast} 时节点的能量高于 ${slow} 时。`,
          },
          holds: [
            {
              what: "node-energy",
              of: rate(fast).name,
              is: "more",
              than: { of: rate(slow).name },
            },
          ],
        },
      ],
      full: {
        base: {
          task: "cyclic:127",
          split: { count: 3225 },
          model: { width: 1024 },
          steps: 5000,
          evaluateEvery: 50,
        },
        variants: [slow, medium, fast].map((lr) => rate(lr)),
        seeds: seeds(5),
      },
    },
  },
  {
    id: "fig8",
    title: { en: "Figure 8: Muon where nodes are few", "zh-cn": "图 8：节点不多时的 Muon" },
    question: {
      en: "With hardly more nodes than symbols, does Muon reach a lower test loss than Adam, each at the best of three learning rates?",
      "zh-cn": "节点不比符号多多少时，Muon 的测试损失是否低于 Adam？各取三种学习率中最好的。",
    },
    base: {
      task: "cyclic:31",
      split: { fraction: 0.6 },
      model: { width: 32 },
      steps: 1000,
      evaluateEvery: 10,
    },
    variants: [...adamRates, ...muonRates],
    seeds: seeds(5),
    readings: ["test-loss"],
    criterion: {
      work: tian,
      shows: {
        en: "Addition modulo 71 with few hidden nodes: Muon spreads them over all features, and its test loss ends below Adam’s.",
        "zh-cn": "模 71 加法，隐藏节点不多：Muon 让节点分布到所有特征上，最终测试损失低于 Adam。",
      },
      statements: [
        {
          says: {
            en: "The least test loss of Muon’s learning rates is below the least of Adam’s.",
            "zh-cn": "Muon 各学习率中最低的测试损失，低于 Adam 中最低的。",
          },
          holds: [
            {
              what: "test-loss",
              of: muonRates.map(({ name }) => name),
              is: "less",
              than: { of: adamRates.map(({ name }) => name) },
            },
          ],
        },
      ],
      full: {
        base: {
          task: "cyclic:71",
          split: { count: 2016 },
          model: { width: 72 },
          steps: 2000,
          evaluateEvery: 10,
        },
        variants: [...adamRates, ...muonRates],
        seeds: seeds(5),
      },
    },
  },
  {
    id: "fig9",
    title: { en: "Figure 9: deeper networks", "zh-cn": "图 9：更深的网络" },
    question: {
      en: "Does a deeper network of ReLU understand later, and is its lowest layer still made of waves?",
      "zh-cn": "ReLU 网络越深，是否越晚悟出规律？最底层是否仍是波？",
    },
    base: {
      task: "cyclic:23",
      split: { fraction: 0.8 },
      optimiser: adam(3e-3, 1e-4),
      steps: 3000,
      evaluateEvery: 10,
      ...untilUnderstood,
    },
    variants: [2, 3, 4].map((layers) => deep(128, layers)),
    seeds: seeds(3),
    readings: ["generalising-weight"],
    criterion: {
      work: tian,
      shows: {
        en: "Networks of ReLU with 2, 3 and 4 layers of weights: the lowest layer still learns Fourier features, distorted; the delay grows with depth.",
        "zh-cn":
          "2、3、4 层权重的 ReLU 网络：最底层学到的仍是傅里叶特征，只是有些变形；层数越多，悟出越晚。",
      },
      statements: [
        {
          says: { en: "The deeper, the later.", "zh-cn": "越深越晚。" },
          holds: [sooner("L = 2", "L = 3"), sooner("L = 3", "L = 4")],
        },
        {
          says: {
            en: "In the lowest layer more than half of ‖W‖² is in nodes of one frequency.",
            "zh-cn": "最底层的 ‖W‖² 过半在单一频率的节点里。",
          },
          holds: [2, 3, 4].map((layers) => ({
            what: "generalising-weight",
            of: `L = ${layers}`,
            is: "more",
            than: 0.5,
          })),
        },
      ],
      full: {
        base: {
          task: "cyclic:71",
          split: { fraction: 0.4 },
          optimiser: adam(1e-3, 1e-4),
          steps: 5000,
          evaluateEvery: 10,
          ...untilUnderstood,
        },
        variants: [2, 3, 4].map((layers) => deep(1024, layers)),
        seeds: seeds(5),
      },
    },
  },
  {
    id: "fig10",
    title: { en: "Figure 10: real weights", "zh-cn": "图 10：实权重" },
    question: {
      en: "80 % of the table, 256 nodes with real weights: does it memorise first and understand within 500 steps?",
      "zh-cn": "给看 80%，256 个实权重节点：是否先记住，并在 500 步之内悟出规律？",
    },
    base: ways,
    variants: smallTasks.map(real),
    seeds: seeds(5),
    criterion: {
      work: tian,
      shows: {
        en: "Addition modulo 23, 41, 89 and 127 with real weights: the curve of held-out pairs rises after that of the pairs shown, within 500 steps.",
        "zh-cn":
          "模 23、41、89、127 加法，实权重：没看过的算式的曲线，在看过的之后升起，不出 500 步。",
      },
      statements: [
        {
          says: {
            en: "It understands, and later than it memorises.",
            "zh-cn": "能悟出规律，而且晚于记住。",
          },
          holds: largeTasks.flatMap((task): Comparison[] => [
            understands(real(task).name),
            {
              what: "generalisedAt",
              of: real(task).name,
              is: "more",
              than: { what: "memorisedAt" },
            },
          ]),
        },
      ],
      full: { base: ways, variants: largeTasks.map(real), seeds: seeds(5) },
    },
  },
  {
    id: "fig11",
    title: { en: "Figure 11: complex weights", "zh-cn": "图 11：复权重" },
    question: {
      en: "As Figure 10: does the network understand sooner with complex weights?",
      "zh-cn": "同图 10：换成复权重，是否更早悟出规律？",
    },
    base: ways,
    variants: smallTasks.flatMap((task) => [real(task), complex(task)]),
    seeds: seeds(5),
    criterion: {
      work: tian,
      shows: {
        en: "The same as Figure 10 with complex weights: it groks faster.",
        "zh-cn": "与图 10 相同，换成复权重：顿悟更快。",
      },
      statements: [
        {
          says: {
            en: "With complex weights it understands sooner than with real ones.",
            "zh-cn": "复权重比实权重更早悟出规律。",
          },
          holds: largeTasks.map((task) => sooner(complex(task).name, real(task).name)),
        },
      ],
      full: {
        base: ways,
        variants: largeTasks.flatMap((task) => [real(task), complex(task)]),
        seeds: seeds(5),
      },
    },
  },
  {
    id: "fig12",
    title: { en: "Figure 12: V solved at every step", "zh-cn": "图 12：每一步都解出 V" },
    question: {
      en: "As Figure 10: does it understand sooner where V is the ridge solution at every step?",
      "zh-cn": "同图 10：若每一步都把 V 取为岭回归解，是否更早悟出规律？",
    },
    base: ways,
    variants: ["cyclic:41"].flatMap((task) => [real(task), solved(task)]),
    seeds: seeds(5),
    criterion: {
      work: tian,
      shows: {
        en: "The same with V = V_ridge at each step, modulo 41, 89 and 127: it groks faster.",
        "zh-cn": "同样的设置，每一步 V = V_ridge，模 41、89、127：顿悟更快。",
      },
      statements: [
        {
          says: {
            en: "With V solved it understands sooner than with V trained.",
            "zh-cn": "解出 V 比训练 V 更早悟出规律。",
          },
          holds: largeTasks.slice(1).map((task) => sooner(solved(task).name, real(task).name)),
        },
      ],
      full: {
        base: ways,
        variants: largeTasks.slice(1).flatMap((task) => [real(task), solved(task)]),
        seeds: seeds(5),
      },
    },
  },
  {
    id: "fig13",
    title: { en: "Figure 13: V solved, modulo 23", "zh-cn": "图 13：解出 V，模 23" },
    question: {
      en: "Modulo 23, is it later where V is the ridge solution at every step?",
      "zh-cn": "模 23 时，每一步都把 V 取为岭回归解，是否反而更晚？",
    },
    base: ways,
    variants: [real("cyclic:23"), solved("cyclic:23")],
    seeds: seeds(5),
    criterion: {
      work: tian,
      shows: {
        en: "Modulo 23 the same change makes it slower.",
        "zh-cn": "模 23 时，同样的改动反而使它变慢。",
      },
      statements: [
        {
          says: {
            en: "With V solved it understands later than with V trained.",
            "zh-cn": "解出 V 比训练 V 更晚悟出规律。",
          },
          holds: [sooner(real("cyclic:23").name, solved("cyclic:23").name)],
        },
      ],
      full: {
        base: ways,
        variants: [real("cyclic:23"), solved("cyclic:23")],
        seeds: seeds(5),
      },
    },
  },
  startsFigure(
    14,
    { task: "cyclic:41", width: 1024, shares: [0.3, 0.4, 0.6], seeds: 5 },
    "cyclic:41",
  ),
  startsFigure(15, { task: "cyclic:47", width: 512, shares: [0.3, 0.6], seeds: 3 }, "cyclic:89"),
  startsFigure(16, { task: "cyclic:59", width: 512, shares: [0.25, 0.4], seeds: 3 }, "cyclic:127"),
  {
    id: "fig17",
    title: { en: "Figure 17: one layer more", "zh-cn": "图 17：再加一层" },
    question: {
      en: "With one residual layer more, does V(0) = 0 make it understand ten times sooner?",
      "zh-cn": "再加一层残差层，V(0) = 0 是否让它早十倍悟出规律？",
    },
    base: {
      task: "cyclic:23",
      optimiser: adam(3e-3, 1e-4),
      steps: 3000,
      evaluateEvery: 10,
      ...untilUnderstood,
    },
    variants: startsOf(128, [0.6, 0.8], residual),
    seeds: seeds(3),
    criterion: {
      work: tian,
      shows: {
        en: "ReLU and one residual hidden layer more: from V(0) = 0 it is often ten times faster.",
        "zh-cn": "ReLU，再加一层残差隐藏层：从 V(0) = 0 开始，往往快十倍。",
      },
      statements: [
        zeroIsSooner([0.3, 0.4, 0.6, 0.8]),
        {
          says: {
            en: "Where fewer pairs are shown, ten times sooner.",
            "zh-cn": "给看得较少时，早十倍。",
          },
          holds: [0.6].map((share) => ({
            what: "generalisedAt",
            of: withV(share, 1),
            is: "more",
            than: { of: withV(share, 0), times: 10 },
          })),
        },
      ],
      full: {
        base: {
          task: "cyclic:71",
          optimiser: adam(1e-3, 1e-4),
          steps: 10_000,
          evaluateEvery: 10,
          ...untilUnderstood,
        },
        variants: startsOf(2048, [0.3, 0.4, 0.6], residual),
        seeds: seeds(5),
      },
    },
  },
];
