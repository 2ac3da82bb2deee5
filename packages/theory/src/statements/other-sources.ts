import { define } from "./define.ts";

/** Sources that are no statement of the paper. */
export const otherSources = define({
  config: {
    title: { en: "the config", "zh-cn": "运行配置" },
    says: { en: "follows from the run's own settings", "zh-cn": "由运行配置直接得出" },
    functions: ["predict"],
  },
  construction: {
    title: { en: "our construction", "zh-cn": "我们的构造" },
    says: {
      en: "d³ real nodes for an irrep of type R, 4d³ for type C and 2d³ for type H reconstruct the target exactly",
      "zh-cn": "R 型不可约表示用 d³ 个实节点、C 型用 4d³ 个、H 型用 2d³ 个即可精确重构目标",
    },
    functions: ["realReconstructionWidth", "realReconstruction"],
  },
  "author-code": {
    title: { en: "the author's code", "zh-cn": "作者的代码" },
    says: {
      en: "the critical train fraction is taken as 2.7482·ln(M)/M, times d/2 for the largest irrep degree d ≥ 2",
      "zh-cn": "临界训练比例取 2.7482·ln(M)/M；若最大不可约表示维数 d ≥ 2，再乘以 d/2",
    },
    functions: ["authorCriticalFraction"],
  },
  measured: {
    title: { en: "our measurements", "zh-cn": "我们的测量" },
    says: {
      en: "Z_17, Z_23 and Z_31 with K = 512, x² and Adam never generalised at n = 2·M·ln M and always did at 3·M·ln M",
      "zh-cn":
        "在 K = 512、x²、Adam 的设置下，Z_17、Z_23、Z_31 在 n = 2·M·ln M 时从不泛化，在 3·M·ln M 时总能泛化",
    },
    functions: ["predict"],
  },
  "measured-times": {
    title: { en: "our measured times", "zh-cn": "我们测得的时间" },
    says: {
      en: "with x² and Adam, stage II began after 0.02/(learning rate) steps on Z_17, and runs of Z_17, Z_23 and Z_31 generalised after 1583·(c − 2.16)^−1.05 steps at learning rate 1e-3, weight decay 2e-4 and K = 512; the time falls as learning rate^−0.67, weight decay^−0.55 and K^−0.5",
      "zh-cn":
        "使用 x² 与 Adam 时，Z_17 在 0.02/学习率 步后进入第二阶段；Z_17、Z_23、Z_31 在学习率 1e-3、权重衰减 2e-4、K = 512 下经 1583·(c − 2.16)^−1.05 步泛化；时间按 学习率^−0.67、权重衰减^−0.55、K^−0.5 下降",
    },
    functions: ["independentLearningStep", "expectedGrokStep"],
  },
});
