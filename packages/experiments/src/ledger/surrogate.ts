import type { RunConfigInput } from "@grokscape/trainer";
import type { Experiment, Variant } from "../experiment.ts";

const width = 96;
const scaled = (labelScale: number): Variant => ({
  name: `mse, s = ${labelScale}`,
  changes: { loss: "mse", labelScale },
});
/** Of β times the logits: 1/β is its temperature. */
const sharpened = (loss: RunConfigInput["loss"], outputScale: number): Variant => ({
  name: `${loss}, β = ${outputScale}`,
  changes: { loss, model: { width, outputScale } },
});

/** Over every two of eleven losses: do those that are alike early teach alike features? */
export const lossAsSurrogate: Experiment = {
  id: "surrogate",
  title: { en: "Is the loss a surrogate?", "zh-cn": "损失只是代理吗？" },
  question: {
    en: "Eleven losses, the same initial weights and the same examples. Of every two losses: does the similarity of the gradients that they send to the hidden nodes early on tell how similar the features are at the end?",
    "zh-cn":
      "十一种损失，初始权重相同，看到的样本也相同。任取两种：它们早期送到隐藏节点的梯度有多相像，能否说出最后学到的特征有多相像？",
  },
  base: {
    task: "cyclic:23",
    split: { fraction: 0.6 },
    model: { width },
    optimiser: { kind: "adamw", learningRate: 3e-3, weightDecay: 1 },
    steps: 2000,
    evaluateEvery: 10,
    goal: null,
  },
  variants: [
    ...[0.3, 1, 3].map(scaled),
    ...[0.1, 0.3, 1, 3].map((beta) => sharpened("cross-entropy", beta)),
    sharpened("cross-entropy-float32", 1),
    ...[0.1, 0.3, 1].map((beta) => sharpened("stablemax", beta)),
  ],
  seeds: [1, 2, 3, 4, 5, 6],
  compared: ["gradients-early", "features-at-end", "irreps-at-end"],
  criterion: {
    shows: {
      en: "If a loss is only there to send a useful gradient, then losses whose gradients are alike teach alike features. We take the cosine of what two losses send to W at the weights of step 20, before anything is known by heart, and the similarity (CKA) of the hidden features of all examples at step 2,000, and rank the 55 pairs by each. We expect the two ranks to be correlated, by more than a half. The weights are pulled back by AdamW, on which the size of a gradient has no influence, so that only its direction counts.",
      "zh-cn":
        "如果损失只是为了送出有用的梯度，那么梯度相像的损失，教出来的特征也该相像。取第 20 步（还什么都没记住）的权重，算两种损失送到 W 的梯度的余弦；再取第 2000 步，算全部样本的隐藏特征的相似度（CKA）。55 对损失按两者各排一次名。我们预期两种名次相关，而且超过一半。权重由 AdamW 往回拉，梯度的大小对它没有影响，只有方向算数。",
    },
    statements: [
      {
        says: {
          en: "The rank correlation of early gradients and final features is more than 0.",
          "zh-cn": "早期梯度与最终特征的等级相关系数大于 0。",
        },
        ...{ estimate: "gradients-and-features", is: "more", than: 0 },
      },
      {
        says: { en: "It is more than 0.5.", "zh-cn": "大于 0.5。" },
        ...{ estimate: "gradients-and-features", is: "more", than: 0.5 },
      },
      {
        says: {
          en: "The rank correlation of early gradients and of what the answers know of each irrep in the end is more than 0, too.",
          "zh-cn": "早期梯度与最后答案对各不可约表示所知多少，等级相关系数也大于 0。",
        },
        ...{ estimate: "gradients-and-irreps", is: "more", than: 0 },
      },
    ],
  },
};
