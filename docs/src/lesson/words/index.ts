import type { Locale } from "../../site/locales.ts";
import { english } from "./en.ts";
import type { LessonWords } from "./words.ts";
import { chinese } from "./zh-cn.ts";

export const lessonWords: Readonly<Record<Locale, LessonWords>> = { en: english, "zh-cn": chinese };

export type { LessonWords } from "./words.ts";
