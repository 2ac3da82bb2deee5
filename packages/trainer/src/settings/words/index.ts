import { english } from "./en.ts";
import type { SettingsWords } from "./words.ts";
import { chinese } from "./zh-cn.ts";

export type { SettingsWords, SettingWords } from "./words.ts";

/** What the settings are called, in each language. */
export const settingsWords: Readonly<Record<"en" | "zh-cn", SettingsWords>> = {
  en: english,
  "zh-cn": chinese,
};
