import { timeExponents } from "@grokscape/theory";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";
import type { Comparison, Statement } from "../statement.ts";

const orders = [17, 29, 41] as const;
const multiples = [3, 3.5, 4] as const;
const nameOf = (order: number, c: number) => `cyclic:${order}, c = ${c}`;
const optimiser = { kind: "adam", learningRate: 3e-3, weightDecay: 2e-4 } as const;
const factor = 1.25;

/** Neither takes so many times as long as the other. */
const alike = (one: string, other: string): Comparison[] =>
  [
    [one, other],
    [other, one],
  ].map(([of, than]) => ({
    what: "generalisedAt",
    of,
    is: "less",
    than: { of: than, times: factor },
  }));

const base: RunConfigInput = {
  task: "cyclic:29",
  model: { width: 256 },
  optimiser,
  steps: 3000,
  evaluateEvery: 5,
  goal: { testAccuracy: 0.99, hold: 1 },
};
const together: Statement = {
  says: {
    en: `At the same c the steps of M = 17, 29 and 41 are within a factor of ${factor}.`,
    "zh-cn": `c 相同，M = 17、29、41 的步数相差不到 ${factor} 倍。`,
  },
  holds: multiples.flatMap((c) => [
    ...alike(nameOf(17, c), nameOf(29, c)),
    ...alike(nameOf(29, c), nameOf(41, c)),
    ...alike(nameOf(17, c), nameOf(41, c)),
  ]),
};

const [middle, inMiddle] = [
  nameOf(29, 3.5),
  { task: "cyclic:29", split: { criticalMultiple: 3.5 } },
];
const twice = (setting: string, changes: Variant["changes"]): Variant => ({
  name: `${middle}, 2 ${setting}`,
  changes: { ...inMiddle, ...changes },
});
const [twiceDecay, twiceRate, twiceWidth] = [
  twice("η", { optimiser: { ...optimiser, weightDecay: 2 * optimiser.weightDecay } }),
  twice("lr", { optimiser: { ...optimiser, learningRate: 2 * optimiser.learningRate } }),
  twice("K", { model: { width: 512 } }),
];
/** With one setting doubled it takes the share of the steps that its exponent says, within the factor. */
function asFitted({ name }: Variant, exponent: number): Comparison[] {
  const share = 2 ** exponent;
  return [
    { what: "generalisedAt", of: name, is: "less", than: { of: middle, times: share * factor } },
    { what: "generalisedAt", of: name, is: "more", than: { of: middle, times: share / factor } },
  ];
}
const doubled = [
  { ...{ en: "weight decay", "zh-cn": "权重衰减" }, of: twiceDecay, by: timeExponents.weightDecay },
  { ...{ en: "learning rate", "zh-cn": "学习率" }, of: twiceRate, by: timeExponents.learningRate },
  { ...{ en: "width", "zh-cn": "宽度" }, of: twiceWidth, by: timeExponents.width },
];

const crossing = (fraction: number) => `p = ${Math.round(100 * fraction)} %`;

/** Questions of our own, with what we expect. */
export const ofOurOwn: readonly Experiment[] = [
  {
    id: "collapse",
    title: { en: "One clock for all tables?", "zh-cn": "所有的表共用一只钟？" },
    question: {
      en: "Does the step at which a network understands depend on the table only through c = n/(M ln M), and how does it change with weight decay, learning rate and width?",
      "zh-cn":
        "悟出规律的步数，是否只通过 c = n/(M ln M) 与表有关？又如何随权重衰减、学习率与宽度变化？",
    },
    base,
    variants: [
      ...orders.flatMap((order) =>
        multiples.map((criticalMultiple) => ({
          name: nameOf(order, criticalMultiple),
          changes: { task: `cyclic:${order}`, split: { criticalMultiple } },
        })),
      ),
      twiceDecay,
      twiceRate,
      twiceWidth,
    ],
    seeds: [11, 12, 13],
    criterion: {
      shows: {
        en: `Our formula was fitted to clocks of 17, 23 and 31 hours, and its exponents to that of 17 alone. We expect of others what it says: steps within a factor of ${factor} of each other at the same c; and where weight decay, learning rate or width is doubled, 2 to the power of ${timeExponents.weightDecay}, ${timeExponents.learningRate} or ${timeExponents.width} times as many.`,
        "zh-cn": `我们的公式是照 17、23、31 小时的钟拟合的，几个指数更是只照 17 小时的。我们预期别的表也如它所说：c 相同，步数相差不到 ${factor} 倍；权重衰减、学习率、宽度加倍，步数分别变为 2 的 ${timeExponents.weightDecay}、${timeExponents.learningRate}、${timeExponents.width} 次方倍。`,
      },
      statements: [
        together,
        {
          says: { en: "The larger c, the fewer steps.", "zh-cn": "c 越大，步数越少。" },
          holds: orders.map((order) => ({
            what: "generalisedAt",
            of: nameOf(order, 4),
            is: "less",
            than: { of: nameOf(order, 3) },
          })),
        },
        ...doubled.map(({ en, "zh-cn": zh, of, by }) => ({
          says: {
            en: `Twice the ${en} takes 2 to the power of ${by} times the steps, within a factor of ${factor}.`,
            "zh-cn": `${zh}加倍，步数变为 2 的 ${by} 次方倍，相差不到 ${factor} 倍。`,
          },
          holds: asFitted(of, by),
        })),
      ],
    },
  },
  {
    id: "collapse-in-proportion",
    title: {
      en: "One clock for all tables, with nodes in proportion?",
      "zh-cn": "节点数与表成比例，所有的表便共用一只钟？",
    },
    question: {
      en: "With 256 nodes the clock of 41 hours took twice as long as that of 17 at the same c. Do the times fall together where the nodes are nine times the symbols?",
      "zh-cn":
        "都用 256 个节点时，c 相同，41 小时的钟比 17 小时的慢一倍。若节点数都取符号数的九倍，时间是否重合？",
    },
    base,
    variants: orders.flatMap((order) =>
      multiples.map((criticalMultiple) => ({
        name: nameOf(order, criticalMultiple),
        changes: {
          task: `cyclic:${order}`,
          split: { criticalMultiple },
          model: { width: 9 * order },
        },
      })),
    ),
    seeds: [11, 12, 13],
    criterion: {
      shows: {
        en: `What theory foretells of times was measured with 7.5 nodes a symbol or more; with fewer we know nothing. We expect that in proportion the steps are within a factor of ${factor} at the same c.`,
        "zh-cn": `理论预言的时间，是在每个符号至少 7.5 个节点时测得的；再少我们就不知道了。我们预期：节点成比例，c 相同，步数相差不到 ${factor} 倍。`,
      },
      statements: [together],
    },
  },
  {
    id: "node-by-node",
    title: { en: "All nodes at once, or one by one?", "zh-cn": "节点是一起懂的，还是逐个懂的？" },
    question: {
      en: "Do the hidden nodes leave memorising for features together, or one after the other?",
      "zh-cn": "隐藏节点从记忆转向特征，是一起转的，还是一个接一个？",
    },
    base: {
      task: "cyclic:23",
      model: { width: 256 },
      optimiser,
      steps: 3000,
      evaluateEvery: 1,
      goal: { testAccuracy: 0.99, hold: 100 },
    },
    variants: [0.6, 0.45].map((fraction) => ({
      name: crossing(fraction),
      changes: { split: { fraction } },
    })),
    seeds: [1, 2, 3],
    readings: ["generalising-memorised", "generalising-at-50", "generalising-weight"],
    criterion: {
      shows: {
        en: "Each node climbs an energy of its own, and some begin nearer to a feature than others: we expect them one by one, so that when half of the held-out answers are right some weight has crossed over and some has not.",
        "zh-cn":
          "每个节点攀登自己的能量，起点离特征有近有远。我们预期它们逐个转变：没看过的答对一半时，一部分权重已经转过来，一部分还没有。",
      },
      statements: [
        {
          says: {
            en: "When half is right, at least 1.5 times as much of ‖W‖² is in generalising nodes as once memorised.",
            "zh-cn": "答对一半时，泛化节点占的 ‖W‖² 至少是刚记住时的 1.5 倍。",
          },
          holds: [0.6, 0.45].map((fraction) => ({
            what: "generalising-at-50",
            of: crossing(fraction),
            is: "more",
            than: { what: "generalising-memorised", times: 1.5 },
          })),
        },
        {
          says: {
            en: "It is at most 0.8 of what it is in the end.",
            "zh-cn": "但不超过最后的 0.8。",
          },
          holds: [0.6, 0.45].map((fraction) => ({
            what: "generalising-at-50",
            of: crossing(fraction),
            is: "less",
            than: { what: "generalising-weight", times: 0.8 },
          })),
        },
      ],
    },
  },
];
