import {
  grokfast,
  gromov,
  muonGrokking,
  nanda,
  omnigrok,
  power,
  prieto,
} from "@grokscape/group-datasets/works";
import { preset, type RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";
import type { Comparison } from "../statement.ts";

const seeds = [1, 2, 3, 4, 5];
/** Where a run takes seconds. */
const fewer = [1, 2, 3];
const untilUnderstood = { goal: { testAccuracy: 0.99, hold: 1 } } as const;
const understands = (of: string): Comparison => ({ of, understands: true });
const fails = (of: string): Comparison => ({ of, understands: false });
/** Of several settings the soonest counts, seed by seed. */
const sooner = (of: string | readonly string[], than: string | readonly string[]): Comparison => ({
  what: "generalisedAt",
  of,
  is: "less",
  than: { of: than },
});
const names = (variants: readonly Variant[]) => variants.map(({ name }) => name);
const withPreset = (name: string): RunConfigInput => ({
  ...preset(name).config,
  ...untilUnderstood,
});

const adamW = (learningRate: number, weightDecay: number, beta2 = 0.98) =>
  ({ kind: "adamw", learningRate, weightDecay, beta2 }) as const;
/** AdamW beside what a paper proposes: at several decays, of which the best counts. */
const tuned = (learningRate: number, decays: readonly number[], beta2?: number): Variant[] =>
  decays.map((decay) => ({
    name: `AdamW, η = ${decay}`,
    changes: { optimiser: adamW(learningRate, decay, beta2) },
  }));

/** A transformer that trains in seconds. */
const transformer: RunConfigInput = {
  task: "cyclic:23",
  split: { fraction: 0.8 },
  model: { kind: "transformer", width: 32, heads: 2, mlpWidth: 64 },
  loss: "cross-entropy",
  optimiser: adamW(3e-3, 1),
  steps: 4000,
  evaluateEvery: 20,
  ...untilUnderstood,
};
const [withDecay, withoutDecay] = ["η = 1", "η = 0"];
const decays: readonly Variant[] = [
  { name: withDecay, changes: {} },
  { name: withoutDecay, changes: { optimiser: adamW(3e-3, 0) } },
];

const shares = [0.8, 0.7, 0.6].map(
  (fraction): Variant => ({
    name: `p = ${Math.round(100 * fraction)} %`,
    changes: { split: { fraction } },
  }),
);
const scarce = shares[1].name;
const scarceWithoutDecay: Variant = {
  name: `${scarce}, η = 0`,
  changes: { ...decays[1].changes, ...shares[1].changes },
};

const adamRates = (name: string, changes: Variant["changes"]): Variant[] =>
  [1e-3, 3e-3].map((learningRate) => ({
    name: `${name}, lr = ${learningRate}`,
    changes: {
      ...changes,
      optimiser: { kind: "adam", learningRate, beta2: 0.98, weightDecay: 1e-3 },
    },
  }));
const plainAdam = adamRates("Adam", {});
const amplified = adamRates("Grokfast", {
  gradientFilters: [{ kind: "grokfast-ema", alpha: 0.98, lambda: 2 }],
});
const adamWOfTransformer = tuned(3e-3, [0.5, 1, 2]);

const gradientDescent = "SGD, η = 0";
const adamAlone = "Adam, η = 0";
const adamWOfSquares = tuned(3e-3, [0.3, 1, 3], 0.999);

const scaled = (initScale: number): Variant => ({
  name: `W(0) × ${initScale}`,
  changes: { model: { width: 256, initScale } },
});
const scales = [0.5, 1, 2, 3].map(scaled);
const held = "W(0) × 2, ‖θ‖ = ½ ‖θ(0)‖";

/** Nodes of ReLU that cross-entropy trains, by AdamW. */
const relu: RunConfigInput = {
  task: "cyclic:31",
  split: { fraction: 0.8 },
  model: { kind: "mlp", width: 100, hiddenLayers: 1, activation: "relu" },
  loss: "cross-entropy",
  optimiser: adamW(0.01, 0, 0.99),
  steps: 1500,
  evaluateEvery: 10,
  ...untilUnderstood,
};
const orthogonal = "⊥AdamW, η = 0";
const plain = "AdamW, η = 0";
const adamWOfRelu = tuned(0.01, [0.3, 1, 3], 0.99);

const losses: readonly Variant[] = (
  ["cross-entropy-float32", "cross-entropy", "stablemax"] as const
).map((loss) => ({ name: loss, changes: { loss } }));
const [single, double, stable] = names(losses);

const muonTables = ["cyclic:31", "dihedral:12"];
const ofMuon = (task: string): Variant[] => [
  ...[0.01, 0.03, 0.1].flatMap((learningRate) =>
    [1, 3].map((decay) => ({
      name: `${task}, AdamW, lr = ${learningRate}, η = ${decay}`,
      changes: { task, optimiser: adamW(learningRate, decay, 0.999) },
    })),
  ),
  ...[0.02, 0.05, 0.1, 0.2].map((learningRate) => ({
    name: `${task}, Muon, lr = ${learningRate}`,
    changes: { task, optimiser: { kind: "muon" as const, learningRate, weightDecay: 0.01 } },
  })),
];
const those = (task: string, optimiser: string) =>
  names(ofMuon(task)).filter((name) => name.includes(`, ${optimiser},`));

/** What the works say that presets are from, and two more, asked of networks that train in seconds. */
export const ofPapers: readonly Experiment[] = [
  {
    id: "power-data",
    title: { en: "Power 2022: less data, more steps", "zh-cn": "Power 2022：看得越少，步数越多" },
    question: {
      en: "Does a small transformer take the longer to understand the less it is shown, and does it need weight decay?",
      "zh-cn": "小 Transformer 看得越少，是否越晚悟出规律？没有权重衰减行不行？",
    },
    base: transformer,
    variants: [...shares, scarceWithoutDecay],
    seeds: fewer,
    criterion: {
      work: power,
      shows: {
        en: "The steps until a transformer generalises grow quickly as less of the table is shown, and of all that was tried weight decay helps most to generalise from little.",
        "zh-cn":
          "给看的表越少，Transformer 泛化所需的步数增长得越快；试过的办法里，权重衰减最能帮助它从少量数据泛化。",
      },
      statements: [
        {
          says: {
            en: "The less is shown, the later it understands.",
            "zh-cn": "看得越少，悟出越晚。",
          },
          holds: [sooner(shares[0].name, shares[1].name), sooner(shares[1].name, shares[2].name)],
        },
        {
          says: {
            en: "From 70 % of the table it understands with weight decay, and does not without.",
            "zh-cn": "看 70%，有权重衰减能悟出规律，没有则不能。",
          },
          holds: [understands(scarce), fails(scarceWithoutDecay.name)],
        },
      ],
    },
  },
  {
    id: "nanda-frequencies",
    title: { en: "Nanda 2023: a few frequencies", "zh-cn": "Nanda 2023：少数几个频率" },
    question: {
      en: "Does a small transformer that has understood addition answer by a few frequencies, and only with weight decay?",
      "zh-cn": "悟出加法的小 Transformer，是否只靠少数几个频率作答？是否离不开权重衰减？",
    },
    base: transformer,
    variants: decays,
    seeds: fewer,
    readings: ["key-irreps"],
    criterion: {
      work: nanda,
      shows: {
        en: "A transformer of one layer memorises addition modulo 113 early and generalises much later, only with weight decay; its answers are then made of five frequencies of 56.",
        "zh-cn":
          "一层 Transformer 早早记住模 113 加法，很久以后才泛化，且离不开权重衰减；此后它的答案由 56 个频率中的 5 个构成。",
      },
      statements: [
        {
          says: {
            en: "With weight decay it understands, at three times the step of memorising or later; without, it does not.",
            "zh-cn": "有权重衰减，能悟出规律，步数至少是记住时的三倍；没有则不能。",
          },
          holds: [
            understands(withDecay),
            fails(withoutDecay),
            {
              what: "generalisedAt",
              of: withDecay,
              is: "more",
              than: { what: "memorisedAt", times: 3 },
            },
          ],
        },
        {
          says: {
            en: "Fewer than half of the 11 frequencies hold 95 % of what it knows of the sum.",
            "zh-cn": "11 个频率中不到一半，便占去它关于和的知识的 95%。",
          },
          holds: [{ what: "key-irreps", of: withDecay, is: "less", than: 5.5 }],
        },
      ],
    },
  },
  {
    id: "gromov-features",
    title: { en: "Gromov 2023: without weight decay", "zh-cn": "Gromov 2023：没有权重衰减" },
    question: {
      en: "Does a network of two quadratic layers understand addition by plain gradient descent, without weight decay, and are its features waves?",
      "zh-cn": "两层 x² 网络只用朴素的梯度下降、不加权重衰减，能否悟出加法？特征是否是波？",
    },
    base: {
      task: "cyclic:41",
      split: { fraction: 0.8 },
      model: { width: 256 },
      steps: 3000,
      evaluateEvery: 10,
      ...untilUnderstood,
    },
    variants: [
      {
        name: gradientDescent,
        changes: { optimiser: { kind: "sgd", learningRate: 1, momentum: 0, weightDecay: 0 } },
      },
      {
        name: adamAlone,
        changes: { optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 0 } },
      },
      ...adamWOfSquares,
    ],
    seeds,
    readings: ["generalising-weight"],
    criterion: {
      work: gromov,
      shows: {
        en: "Two layers with x² and squared error grok addition modulo 97 by full-batch gradient descent without any regularisation; the hidden nodes become waves. Weight decay is not needed, but makes it sooner.",
        "zh-cn":
          "两层 x² 网络用平方误差，只靠全批量梯度下降、不加任何正则化，便能顿悟模 97 加法；隐藏节点变成波。权重衰减并非必需，但能让顿悟提早。",
      },
      statements: [
        {
          says: {
            en: "Without weight decay it understands, by gradient descent and by Adam, later than it memorises.",
            "zh-cn": "不加权重衰减，无论梯度下降还是 Adam，都能悟出规律，且晚于记住。",
          },
          holds: [gradientDescent, adamAlone].flatMap((of): Comparison[] => [
            understands(of),
            { what: "generalisedAt", of, is: "more", than: { what: "memorisedAt" } },
          ]),
        },
        {
          says: {
            en: "More than 90 % of ‖W‖² is in nodes of one frequency.",
            "zh-cn": "‖W‖² 的九成以上在单一频率的节点里。",
          },
          holds: [gradientDescent, adamAlone].map((of) => ({
            what: "generalising-weight",
            of,
            is: "more",
            than: 0.9,
          })),
        },
        {
          says: {
            en: "AdamW at the best of three decays is sooner than Adam without.",
            "zh-cn": "AdamW 取三种衰减中最好的，比不加衰减的 Adam 更早。",
          },
          holds: [sooner(names(adamWOfSquares), adamAlone)],
        },
      ],
    },
  },
  {
    id: "grokfast-adamw",
    title: { en: "Grokfast: slow gradients amplified", "zh-cn": "Grokfast：放大慢变的梯度" },
    question: {
      en: "Does a small transformer understand sooner where its slow gradients are amplified, and sooner than by a tuned AdamW?",
      "zh-cn": "放大慢变的梯度，小 Transformer 是否更早悟出规律？比调好的 AdamW 还早吗？",
    },
    base: transformer,
    variants: [...plainAdam, ...amplified, ...adamWOfTransformer],
    seeds: fewer,
    criterion: {
      work: grokfast,
      shows: {
        en: "Where the slow part of the gradient is amplified, a transformer generalises in up to 50 times fewer steps.",
        "zh-cn": "放大梯度中慢变的部分，Transformer 泛化所需的步数最多减少到五十分之一。",
      },
      statements: [
        {
          says: {
            en: "Amplified it understands sooner than the same Adam without, at each one’s better learning rate.",
            "zh-cn": "各取较好的学习率，放大后比同样的 Adam 更早悟出规律。",
          },
          holds: [sooner(names(amplified), names(plainAdam))],
        },
        {
          says: { en: "Ten times sooner.", "zh-cn": "早十倍。" },
          holds: [
            {
              what: "generalisedAt",
              of: names(plainAdam),
              is: "more",
              than: { of: names(amplified), times: 10 },
            },
          ],
        },
        {
          says: {
            en: "It is sooner, too, than AdamW at the best of three decays.",
            "zh-cn": "也早于取三种衰减中最好的 AdamW。",
          },
          holds: [sooner(names(amplified), names(adamWOfTransformer))],
        },
      ],
      full: {
        base: withPreset("grokfast"),
        variants: [...plainAdam, ...amplified, ...adamWOfTransformer],
        seeds: fewer,
      },
    },
  },
  {
    id: "omnigrok-norm",
    title: { en: "Omnigrok: the norm sets the wait", "zh-cn": "Omnigrok：范数决定要等多久" },
    question: {
      en: "Does a network understand the later the larger its first weights are, and without a wait where their norm is held small?",
      "zh-cn": "初始权重越大，是否越晚悟出规律？把范数固定在小处，是否便不用等？",
    },
    base: {
      task: "cyclic:23",
      split: { fraction: 0.6 },
      model: { width: 256 },
      optimiser: { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 },
      steps: 4000,
      evaluateEvery: 10,
      ...untilUnderstood,
    },
    variants: [
      ...scales,
      { name: held, changes: { model: { width: 256, initScale: 2 }, normClamp: 0.5 } },
      ...tuned(3e-3, [0.3, 1, 3], 0.999).map(({ name, changes }) => ({
        name: `W(0) × 2, ${name}`,
        changes: { ...changes, model: { width: 256, initScale: 2 } },
      })),
    ],
    seeds,
    criterion: {
      work: omnigrok,
      shows: {
        en: "Large initial weights cause the wait: training finds a fit at their norm long before decay has brought them to the smaller norm at which networks generalise. Where the norm is held small the wait is gone.",
        "zh-cn":
          "等待源于初始权重太大：在这样的范数上很快就能拟合，而衰减要很久才把权重带到能泛化的较小范数。把范数固定在小处，等待便消失了。",
      },
      statements: [
        {
          says: {
            en: "The larger the initial weights, the later it understands.",
            "zh-cn": "初始权重越大，悟出越晚。",
          },
          holds: [
            sooner(scales[0].name, scales[1].name),
            sooner(scales[1].name, scales[2].name),
            sooner(scales[2].name, scales[3].name),
          ],
        },
        {
          says: {
            en: "From weights twice as large it understands sooner with the norm held at half.",
            "zh-cn": "权重放大一倍：把范数压到一半并固定住，悟出更早。",
          },
          holds: [sooner(held, scales[2].name)],
        },
        {
          says: {
            en: "Held it waits less than five times as long as it took to memorise, and free more.",
            "zh-cn": "固定住范数，悟出的步数不到记住时的五倍；不固定则超过五倍。",
          },
          holds: [
            {
              what: "generalisedAt",
              of: held,
              is: "less",
              than: { what: "memorisedAt", times: 5 },
            },
            {
              what: "generalisedAt",
              of: scales[2].name,
              is: "more",
              than: { what: "memorisedAt", times: 5 },
            },
          ],
        },
      ],
    },
  },
  {
    id: "prieto-collapse",
    title: { en: "Prieto 2025: softmax collapse", "zh-cn": "Prieto 2025：softmax 坍缩" },
    question: {
      en: "Without weight decay: does cross-entropy in float32 stop before the network understands, and does StableMax get there?",
      "zh-cn": "没有权重衰减：float32 交叉熵是否在悟出之前就停住？StableMax 能不能到达？",
    },
    base: { ...transformer, optimiser: adamW(3e-3, 0) },
    variants: [...losses, ...adamWOfTransformer],
    seeds,
    readings: ["collapsed", "test-accuracy"],
    criterion: {
      work: prieto,
      shows: {
        en: "Without regularisation the logits grow until float32 cannot tell the softmax of the right answer from 1: its gradient is exactly zero, and learning stops at memorising; in float64 it goes on for longer. StableMax does not collapse, and networks grok without weight decay.",
        "zh-cn":
          "没有正则化，logit 一路增大，直到 float32 分不清正确答案的 softmax 与 1：它的梯度恰为零，学习便停在记忆上；换成 float64，能走得更远。StableMax 不会坍缩，没有权重衰减也能顿悟。",
      },
      statements: [
        {
          says: {
            en: "By cross-entropy in float32 it does not understand, and the gradient of more than half of the right answers is exactly zero in the end.",
            "zh-cn": "用 float32 交叉熵不能悟出规律，最后过半的正确答案梯度恰为零。",
          },
          holds: [fails(single), { what: "collapsed", of: single, is: "more", than: 0.5 }],
        },
        {
          says: {
            en: "Summed in float64, cross-entropy gets more of what is held out right.",
            "zh-cn": "改用 float64 求和，交叉熵在没看过的样本上答对更多。",
          },
          holds: [{ what: "test-accuracy", of: double, is: "more", than: { of: single } }],
        },
        {
          says: { en: "StableMax understands.", "zh-cn": "StableMax 能悟出规律。" },
          holds: [understands(stable)],
        },
      ],
    },
  },
  {
    id: "prieto-orthogonal",
    title: { en: "Prieto 2025: ⊥Grad, no wait", "zh-cn": "Prieto 2025：⊥Grad，不用等" },
    question: {
      en: "Without weight decay: does a network of ReLU understand at once where the gradient’s part along the weights is left out?",
      "zh-cn": "没有权重衰减：去掉梯度沿权重方向的部分，ReLU 网络是否立刻悟出规律？",
    },
    base: relu,
    variants: [
      { name: plain, changes: {} },
      { name: orthogonal, changes: { gradientFilters: [{ kind: "orthogonal" }] } },
      ...adamWOfRelu,
    ],
    seeds,
    criterion: {
      work: prieto,
      shows: {
        en: "Along the weights the gradient only makes logits larger. Without that part a network generalises without weight decay, and with hardly a wait after memorising.",
        "zh-cn":
          "梯度沿权重方向的部分只会放大 logit。去掉它，没有权重衰减也能泛化，而且记住之后几乎不用等。",
      },
      statements: [
        {
          says: {
            en: "Without weight decay AdamW does not understand, and ⊥AdamW does.",
            "zh-cn": "没有权重衰减，AdamW 不能悟出规律，⊥AdamW 能。",
          },
          holds: [fails(plain), understands(orthogonal)],
        },
        {
          says: {
            en: "It does within three times the step of memorising.",
            "zh-cn": "悟出的步数不到记住时的三倍。",
          },
          holds: [
            {
              what: "generalisedAt",
              of: orthogonal,
              is: "less",
              than: { what: "memorisedAt", times: 3 },
            },
          ],
        },
        {
          says: {
            en: "It is sooner than AdamW at the best of three decays.",
            "zh-cn": "早于取三种衰减中最好的 AdamW。",
          },
          holds: [sooner(orthogonal, names(adamWOfRelu))],
        },
      ],
    },
  },
  {
    id: "muon-adamw",
    title: { en: "Muon and a tuned AdamW", "zh-cn": "Muon 与调好的 AdamW" },
    question: {
      en: "Two quadratic layers, not the paper’s transformers: does Muon understand sooner than AdamW, each at its best of several settings?",
      "zh-cn":
        "两层 x² 网络，而非论文的 Transformer：各取几种设置中最好的，Muon 是否比 AdamW 更早悟出规律？",
    },
    base: {
      task: muonTables[0],
      split: { fraction: 0.6 },
      model: { width: 128 },
      steps: 1000,
      evaluateEvery: 1,
      ...untilUnderstood,
    },
    variants: muonTables.flatMap(ofMuon),
    seeds,
    criterion: {
      work: muonGrokking,
      shows: {
        en: "Transformers on tasks of modular arithmetic grok at a mean epoch of 103 with Muon, of 153 with AdamW.",
        "zh-cn": "Transformer 学模算术，用 Muon 平均在第 103 轮顿悟，用 AdamW 平均在第 153 轮。",
      },
      statements: muonTables.map((task) => ({
        says: {
          en: `${task}: the best of four learning rates of Muon is sooner than the best of six settings of AdamW.`,
          "zh-cn": `${task}：Muon 四种学习率中最好的，早于 AdamW 六种设置中最好的。`,
        },
        holds: [sooner(those(task, "Muon"), those(task, "AdamW"))],
      })),
    },
  },
];
