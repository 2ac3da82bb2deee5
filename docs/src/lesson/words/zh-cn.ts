import type { LessonWords } from "./words.ts";

export const chinese: LessonWords = {
  title: "最短的一课",
  table: "哪张表",
  says: {
    "cyclic:5": "模 5 的加法：4 之后是 0。",
    "cyclic:7": "模 7 的加法：6 之后是 0。",
    "cyclic:11": "模 11 的加法：10 之后是 0。",
    "product:2,2,2": "三个开关，各自按模 2 相加。",
    "product:3,3": "两个数为一对，各位按模 3 相加。",
    "dihedral:3": "三角形的旋转与翻转，先后有别。",
    "dicyclic:2": "四元数群，八个元素，先后有别。",
  },
  alphabet: "学习者知道什么",
  alphabets: {
    own: "对名字一无所知",
    operands: "行与列用同一套名字",
    all: "答案也用这套名字",
  },
  board: (name) => `${name} 的乘法表`,
  kinds: { shown: "给看", follows: "可推出", open: "未定", uncovered: "未涉及" },
  cell: {
    given: (product, answer) => `${product} = ${answer}，题目所给`,
    shown: (product, answer) => `${product} = ${answer}，已给看`,
    follows: (product, answer) => `${product} = ${answer}，可推出；按下可看理由`,
    open: (product) => `${product}，未定`,
    uncovered: (product) => `${product}，未涉及`,
  },
  begin: "点一格，就给学习者看这一格。凡能由此推出的，会自己填上。",
  moved: ({ product, answer, taken, more }) =>
    `${taken ? "收回" : "给看"} ${product} = ${answer}。${
      more === 0
        ? taken
          ? ""
          : "暂时推不出别的。"
        : more > 0
          ? `又有 ${more} 格可以推出。`
          : `有 ${-more} 格不再能推出。`
    }`,
  full: (most) => `这道题至多给看 ${most} 格：先收回一格，再给看另一格。`,
  isGiven: "这一格是题目给的。",
  floor: (floor) => `少于 ${floor} 格的课不存在。`,
  atLeast: (floor) => `含已给的格子在内，少于 ${floor} 格的课不存在。`,
  budget: (left, most) => `共 ${most} 格，还可给看 ${left} 格。`,
  record: (record) => `你的纪录：${record} 格。`,
  solved: (count, floor) => `整张表都能推出了。你用了 ${count} 格，下限是 ${floor} 格。`,
  solvedBest: (count) => `只用 ${count} 格就能推出整张表，不可能更少了。`,
  solvedAided: (count) => `由这 ${count} 格可推出整张表。`,
  undo: "撤销",
  restart: "重新开始",
  best: "看一课最短的",
  bestHint: "先自己试试：全部推出，或给看的格数达到下限之后再看",
  bestSays: (count, floor) =>
    count === floor
      ? `计算机找到的 ${count} 格的课：不可能更少。按「撤销」回到你的。`
      : `计算机找到的最短的课有 ${count} 格；少于 ${floor} 格的不存在。按「撤销」回到你的。`,
  share: "复制链接",
  copied: "已复制。",
  notCopied: "未能复制：浏览器不允许。链接在此，已选中：",
  larger: "放大格子",
  train: "就用这些格子训练一个网络",
  trainHint: "就在本页，从随机权重开始，用我们的引导配方。",
  training: "训练中……",
  trained: (right, of) =>
    right === of
      ? `它悟出来了：可推出的 ${of} 格全部答对。`
      : `可推出的 ${of} 格里它答对 ${right} 格。其余 ${of - right} 格本可以知道，却没有学会。`,
  nothingFollows: "由这些格子什么也推不出：其余的答对了也只是运气。",
  everything: "所有格子都给看了，没有什么可悟的。请收回几格。",
  trialTitle: "网络从你这一课学到了什么",
  step: (step) => `第 ${step} 步。`,
  inLab: "在实验室里打开这次运行",
  failed: (message) => `这里无法训练：${message}`,
  classTitle: "课堂上用",
  classSays:
    "报一个题号，人人得到同一张表和同样的头几格。也可以先给看几格，把它们定为题目，再说好总共至多给看几格，把链接发给大家。",
  puzzleNumber: "题号",
  open: "出题",
  fix: "把给看的格子定为题目",
  most: "总共至多给看",
  puzzleLink: "复制题目链接",
  damaged: (part) => `链接已损坏：「${part}」这一部分无法读取。这里换成一张空表。`,
  noScript: "这个游戏需要 JavaScript。",
};
