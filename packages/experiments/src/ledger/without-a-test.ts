import type { Experiment, Variant } from "../experiment.ts";

const tables = ["cyclic:17", "cyclic:23", "dihedral:10"] as const;
const width = 64;
const adamW = (weightDecay: number) =>
  ({ kind: "adamw", learningRate: 3e-3, weightDecay }) as const;

/** Two that are to understand, one with too few examples, and one with enough that begins too large to leave what it memorised. */
const settings: readonly Variant[] = [
  { name: "c = 2.4", changes: { split: { criticalMultiple: 2.4 } } },
  { name: "c = 3.6", changes: { split: { criticalMultiple: 3.6 } } },
  { name: "c = 4.2", changes: { split: { criticalMultiple: 4.2 } } },
  {
    name: "c = 4.2, W(0) × 4, η = 0",
    changes: {
      split: { criticalMultiple: 4.2 },
      model: { width, initScale: 4 },
      optimiser: adamW(0),
    },
  },
];

/** Can one tell from the network alone that it has understood? */
export const withoutATest: Experiment = {
  id: "without-a-test",
  title: { en: "Can one tell without a test?", "zh-cn": "不考，能看出它懂了吗？" },
  question: {
    en: "Can one tell from a network alone, without anything held out, that it has understood? Does the shortest message that writes it down get shorter when it understands, and only then?",
    "zh-cn":
      "只看网络，不用任何没给它看过的样本，能否看出它懂了？把它写下来的最短消息，是否在它懂的时候变短，而且只在那时变短？",
  },
  base: {
    task: tables[0],
    model: { width },
    optimiser: adamW(1),
    steps: 2000,
    evaluateEvery: 10,
    goal: null,
  },
  variants: tables.flatMap((task) =>
    settings.map(({ name, changes }) => ({
      name: `${task}, ${name}`,
      changes: { task, ...changes },
    })),
  ),
  seeds: [1, 2, 3, 4, 5, 6],
  curves: true,
  along: ["bits", "plain-bits", "concentration", "rank", "norm", "sharpness", "loss"],
  criterion: {
    shows: {
      en: "Three tables, two amounts of data that are enough and one that is not; and once more enough, but with weights so large at first that we expect the network to stay with what it memorised, so that the number of examples alone does not tell. A run has understood if 99 % of what was held out is right at some time; it has only memorised if in the end less than half is; others are left out. Each reading says that a run has understood once it is beyond a threshold, which is fitted to the odd seeds and asked about the even ones. We expect the message to tell, in the language of the group, and to tell early. Whether it does so without the group, or another reading does better, we do not know. That weight decay alone shortens the message we have seen in other runs, so we do not expect that it shortens only where something is understood.",
      "zh-cn":
        "三张表，两种数据量足够，一种不够；另有一种数据足够，但初始权重很大，我们预期网络会停在记住的地方，这样单凭样本数就看不出来。没看过的样本有过 99% 答对，算懂了；到最后答对不足一半，算只是记住；其余的不算在内。每种读数越过阈值，就说这次运行懂了；阈值用单数种子拟合，用双数种子检验。我们预期，用群的语言写的消息看得出来，而且看得早。不用群行不行，别的读数是否更好，我们不知道。单靠权重衰减消息也会变短，这在别的运行里见过，所以我们并不预期它只在懂的时候变短。",
    },
    statements: [
      {
        says: {
          en: "Of the runs that understand, more than nine in ten have a message half as long as when they had memorised, by the time they understand.",
          "zh-cn": "懂了的运行，十次中九次以上，到懂的时候，消息已不到刚记住时的一半。",
        },
        ...{ estimate: "shortened-understood", is: "more", than: 0.9 },
      },
      {
        says: {
          en: "Of the runs that only memorise, less than one in ten has one in the end.",
          "zh-cn": "只是记住的运行，到最后消息减半的不到十分之一。",
        },
        ...{ estimate: "shortened-memorised", is: "less", than: 0.1 },
      },
      {
        says: {
          en: "The length of the message tells which runs have understood, in more than eight of ten that it was not fitted to.",
          "zh-cn": "消息的长度看得出哪些运行懂了，没有拟合过的十次中说对八次以上。",
        },
        ...{ estimate: "told-by-bits", is: "more", than: 0.8 },
      },
      {
        says: {
          en: "So does its length without the shapes of the group.",
          "zh-cn": "不借用群的形状，也看得出来。",
        },
        ...{ estimate: "told-by-plain-bits", is: "more", than: 0.8 },
      },
      {
        says: {
          en: "The reading that does best on the odd seeds does so, too.",
          "zh-cn": "在单数种子上最好的那个读数，也看得出来。",
        },
        ...{ estimate: "told-by-best", is: "more", than: 0.8 },
      },
      {
        says: {
          en: "It says so before 99 % of what was held out is right, in the median.",
          "zh-cn": "而且在没看过的 99% 答对之前就说了（中位数）。",
        },
        ...{ estimate: "lead-of-best", is: "more", than: 0 },
      },
    ],
  },
};
