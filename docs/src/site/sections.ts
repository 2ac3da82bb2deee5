import type { Locale } from "./locales.ts";

/** The site's pages beside the first, in their order; header, footer and sidebar all show this list. */
export const sections: readonly {
  readonly slug: string;
  readonly label: Readonly<Record<Locale, string>>;
}[] = [
  { slug: "article", label: { en: "Article", "zh-cn": "文章" } },
  { slug: "lab", label: { en: "Lab", "zh-cn": "实验室" } },
  { slug: "atlas", label: { en: "Atlas", "zh-cn": "图鉴" } },
  { slug: "theorems", label: { en: "Theorems", "zh-cn": "定理" } },
  { slug: "claims", label: { en: "Claims", "zh-cn": "实测" } },
  { slug: "get-started", label: { en: "Get started", "zh-cn": "开始使用" } },
];
