import { english } from "./en.ts";
import type { Language, Words } from "./words.ts";
import { chinese } from "./zh-cn.ts";

export const languages: Readonly<Record<Language, Words>> = { en: english, "zh-cn": chinese };
