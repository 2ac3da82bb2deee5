import type { Words } from "@grokscape/theory";
import { presets } from "@grokscape/trainer";
import type { Experiment } from "../experiment.ts";

/** What the presets are called in Chinese. */
const titles: Readonly<Record<string, string>> = {
  "power-2022": "两层 Transformer 学模 97 除法",
  "nanda-2023": "一层 Transformer 学模 113 加法",
  "gromov-2023": "两层 x² 网络学模 97 加法，无权重衰减",
  grokfast: "Transformer 学模 97 乘法，放大慢变的梯度",
  "prieto-stablemax": "StableMax 与 ⊥Grad 学模 113 加法，无权重衰减",
  "tian-fig3": "两层 x² 网络学模 71 加法",
  "li2-guided": "十步学会模 71 加法，靠逐渐淡出的乘积",
};

const question = (source: string): Words => ({
  en: `When does it memorise, and when does it understand? Settings: ${source}.`,
  "zh-cn": `何时记住，何时悟出规律？设置取自 ${source}。`,
});

/** One of each preset of the trainer, under the preset's name. */
export const ofThePresets: readonly Experiment[] = presets.map(
  ({ name, title, source, config }) => ({
    id: name,
    title: { en: title, "zh-cn": titles[name] ?? title },
    question: question(source),
    base: config,
    variants: [{ name: config.task, changes: {} }],
    seeds: [1, 2, 3, 4, 5],
  }),
);
