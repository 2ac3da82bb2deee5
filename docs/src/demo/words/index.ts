import type { Locale } from "../../site/locales.ts";
import { english } from "./en.ts";
import type { DemoWords } from "./words.ts";
import { chinese } from "./zh-cn.ts";

export const demoWords: Readonly<Record<Locale, DemoWords>> = { en: english, "zh-cn": chinese };
export type { DemoWords } from "./words.ts";
