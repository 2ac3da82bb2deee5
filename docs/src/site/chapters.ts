import type { Locale } from "./locales.ts";

/** A chapter of the article, by the last part of its address. */
export interface Chapter {
  readonly slug: string;
  readonly title: Readonly<Record<Locale, string>>;
}

/** The article's chapters, in their order; pages carry the same titles. */
export const chapters: readonly Chapter[] = [
  { slug: "the-table", title: { en: "A table to learn", "zh-cn": "一张要学的表" } },
  { slug: "by-heart", title: { en: "By heart", "zh-cn": "背下来" } },
  { slug: "the-wait", title: { en: "Why understanding comes late", "zh-cn": "为什么懂得那么晚" } },
  { slug: "the-landscape", title: { en: "Two kinds of peaks", "zh-cn": "两种山峰" } },
  { slug: "waves", title: { en: "What is at the top: waves", "zh-cn": "山顶上是什么：波" } },
  { slug: "how-much", title: { en: "How much is enough", "zh-cn": "看多少才够" } },
  { slug: "together", title: { en: "Nodes do not climb alone", "zh-cn": "节点并非独自登山" } },
  { slug: "muon", title: { en: "Every direction the same step", "zh-cn": "每个方向，同样的步子" } },
  { slug: "depth", title: { en: "Going deeper", "zh-cn": "往深处去" } },
  { slug: "transformers", title: { en: "In a transformer", "zh-cn": "换成 Transformer" } },
  { slug: "the-surrogate", title: { en: "The goal is not the goal", "zh-cn": "目标并非目标" } },
  { slug: "open", title: { en: "What is still open", "zh-cn": "还没有定论的" } },
];
