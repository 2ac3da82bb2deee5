import type { Locale } from "./locales.ts";

/** The site's pages beside the first, in their order; header, footer and sidebar all show this list. */
export const sections: readonly {
  readonly slug: string;
  readonly label: Readonly<Record<Locale, string>>;
}[] = [
  { slug: "what-is-grokking", label: { en: "What is grokking", "zh-cn": "什么是顿悟" } },
  { slug: "theorems", label: { en: "The theorems", "zh-cn": "定理" } },
  { slug: "get-started", label: { en: "Get started", "zh-cn": "开始使用" } },
];
