import type { Locale } from "../../site/locales.ts";
import { english } from "./en.ts";
import type { ArticleWords } from "./words.ts";
import { chinese } from "./zh-cn.ts";

export const articleWords: Readonly<Record<Locale, ArticleWords>> = {
  en: english,
  "zh-cn": chinese,
};
export type { ArticleWords } from "./words.ts";
