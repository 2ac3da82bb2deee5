import type { Locale } from "./locales.ts";

/** What the page of references says. */
export const referenceWords: Readonly<
  Record<
    Locale,
    Readonly<
      Record<
        | "title"
        | "says"
        | "cite"
        | "citeSays"
        | "works"
        | "families"
        | "presets"
        | "experiments"
        | "laws",
        string
      >
    >
  >
> = {
  en: {
    title: "References",
    says: "The works that tasks, presets, experiments and laws come from, and how to cite Grokscape.",
    cite: "Cite this",
    citeSays: "If you use Grokscape, cite it and the paper whose theory it implements:",
    works: "Works",
    families: "Tasks",
    presets: "Presets",
    experiments: "Asked again",
    laws: "Laws",
  },
  "zh-cn": {
    title: "参考文献",
    says: "任务、预设、实验与各条定律的出处，以及怎样引用 Grokscape。",
    cite: "怎样引用",
    citeSays: "如果使用了 Grokscape，请引用它，并引用它所实现的理论论文：",
    works: "文献",
    families: "任务",
    presets: "预设",
    experiments: "重做的实验",
    laws: "定律",
  },
};
