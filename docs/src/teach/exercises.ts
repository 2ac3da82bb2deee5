import type { Locale } from "../site/locales.ts";

type Words = Readonly<Record<Locale, string>>;

/** A number that a run of the ledger came to, to be foretold: a step, or a share in per cent. */
interface OfRun {
  readonly id: string;
  readonly claim: string;
  readonly variant: string;
  readonly value: "memorisedAt" | "generalisedAt" | "testAccuracy";
  readonly asks: Words;
}

/** The number of examples from which on half of the runs understand, to be foretold. */
interface OfBorder {
  readonly id: string;
  readonly border: string;
  readonly variant: string;
  readonly value: "count";
  readonly asks: Words;
}

export type Exercise = OfRun | OfBorder;

/** In the order in which they are best done: each can be guessed better who has seen those before. */
export const exercises: readonly Exercise[] = [
  {
    id: "memorise",
    claim: "seeds",
    variant: "p = 60 %",
    value: "memorisedAt",
    asks: {
      en: "The first page’s network: Z₂₃, 60 % of the table shown. At which step does it first have 99 % of the shown answers right?",
      "zh-cn": "首页的网络：Z₂₃，给看表的 60%。到第几步，看过的第一次答对 99%？",
    },
  },
  {
    id: "understand",
    claim: "seeds",
    variant: "p = 60 %",
    value: "generalisedAt",
    asks: {
      en: "The same run. At which step does it first have 99 % of the held-out answers right?",
      "zh-cn": "还是这次运行。到第几步，没看过的第一次答对 99%？",
    },
  },
  {
    id: "more-shown",
    claim: "amount-of-data",
    variant: "p = 80 %",
    value: "generalisedAt",
    asks: {
      en: "80 % shown instead of 60 %, all else equal. At which step are 99 % of the held-out answers right?",
      "zh-cn": "改为给看 80%，其余不变。到第几步，没看过的答对 99%？",
    },
  },
  {
    id: "more-decay",
    claim: "weight-decay",
    variant: "η = 0.0008",
    value: "generalisedAt",
    asks: {
      en: "60 % again, and four times the weight decay: η = 0.0008 instead of 0.0002. At which step are 99 % of the held-out answers right?",
      "zh-cn": "回到 60%，权重衰减加到四倍：η 由 0.0002 改为 0.0008。到第几步，没看过的答对 99%？",
    },
  },
  {
    id: "too-few",
    claim: "amount-of-data",
    variant: "p = 35 %",
    value: "testAccuracy",
    asks: {
      en: "35 % shown, 3,000 steps. How many of 100 held-out answers does it have right at the end?",
      "zh-cn": "只给看 35%，训练 3,000 步。最后没看过的每 100 个答对几个？",
    },
  },
  {
    id: "enough",
    border: "border-quadratic",
    variant: "M = 23",
    value: "count",
    asks: {
      en: "How many of the 529 entries must be shown for it to understand within 3,000 steps every other time? The run shows as many as you say.",
      "zh-cn":
        "529 格里要给看多少格，才能有一半的运行在 3,000 步内悟出规律？你说多少，就给它看多少。",
    },
  },
];
