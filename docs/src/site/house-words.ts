import type { Locale } from "./locales.ts";

interface HouseWords {
  readonly picture: string;
  readonly lines: (count: string) => string;
  readonly part: string;
  readonly holds: string;
  readonly uses: string;
  readonly nothing: string;
  /** A sentence a part, by its folder. */
  readonly says: Readonly<Record<string, string>>;
}

/** What the page of the architecture says. */
export const houseWords: Readonly<Record<Locale, HouseWords>> = {
  en: {
    picture: "The parts of the repository, and which stands on which",
    lines: (count) => `${count} lines`,
    part: "Part",
    holds: "What it holds",
    uses: "Stands on",
    nothing: "none of ours",
    says: {
      "packages/group-datasets":
        "Finite groups, their irreps, the tasks made from them, and splits.",
      "packages/tfjs-kernels": "TensorFlow.js’s wasm backend, fit for training; of use to anybody.",
      "packages/viz": "A function a picture, from plain records.",
      "packages/theory": "Closed forms of the theory, and what they predict of a run.",
      "packages/models": "Networks as plain data, their initial weights, and what they compute.",
      "packages/trainer": "Settings, engines, optimisers, runs and their folders.",
      "packages/measures": "What a network has become; forecasts; description lengths.",
      "packages/experiments":
        "Questions with their runs and outcomes: the ledger of all that is measured.",
      "apps/cli": "The command line.",
      "apps/bench": "Benchmarks, side by side.",
      docs: "This site.",
    },
  },
  "zh-cn": {
    picture: "仓库的各个部分，以及谁建立在谁之上",
    lines: (count) => `${count} 行`,
    part: "部分",
    holds: "内容",
    uses: "建立在",
    nothing: "不依赖其他部分",
    says: {
      "packages/group-datasets": "有限群、不可约表示、由群而来的任务，以及划分。",
      "packages/tfjs-kernels": "让 TensorFlow.js 的 wasm 后端能够训练，人人可用。",
      "packages/viz": "一个函数一张图，由普通数据画出。",
      "packages/theory": "理论的闭式，以及它们对一次运行的预测。",
      "packages/models": "写成普通数据的网络、初始权重、计算过程。",
      "packages/trainer": "设置、引擎、优化器、运行与运行目录。",
      "packages/measures": "网络学成了什么；预报；描述长度。",
      "packages/experiments": "问题连同它们的运行与结果：一切实测的总账。",
      "apps/cli": "命令行。",
      "apps/bench": "并排的基准测试。",
      docs: "本站。",
    },
  },
};
