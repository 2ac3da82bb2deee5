import type { Locale } from "../../site/locales.ts";
import { english } from "./en.ts";
import type { LabWords } from "./words.ts";
import { chinese } from "./zh-cn.ts";

export type { LabWords } from "./words.ts";

export const labWords: Readonly<Record<Locale, LabWords>> = { en: english, "zh-cn": chinese };
