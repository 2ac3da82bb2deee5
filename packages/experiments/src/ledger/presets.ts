import type { Words } from "@grokscape/theory";
import { type Preset, presets } from "@grokscape/trainer";
import type { Experiment } from "../experiment.ts";
import { largePresets } from "./guided.ts";

const question = (source: Preset["source"]): Words => {
  const from = typeof source === "string" ? source : `${source.title} (${source.reference})`;
  return {
    en: `When does it memorise, and when does it understand? Settings: ${from}.`,
    "zh-cn": `何时记住，何时悟出规律？设置取自 ${from}。`,
  };
};

/** One of each preset of the trainer, under the preset's name. */
export const ofThePresets: readonly Experiment[] = presets.map(
  ({ name, title, source, config }) => ({
    id: name,
    title,
    question: question(source),
    base: config,
    variants: [{ name: config.task, changes: {} }],
    seeds: largePresets.includes(name) ? [1, 2, 3] : [1, 2, 3, 4, 5],
  }),
);
