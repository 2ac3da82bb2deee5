import type { Locale } from "./locales.ts";

interface SettingsPageWords {
  readonly name: string;
  readonly mayBe: string;
  readonly usual: string;
  readonly text: string;
  readonly mustBeSaid: string;
  readonly mayBeAbsent: string;
  readonly filters: string;
}

/** What the reference of the settings says beside their own words. */
export const settingsPageWords: Readonly<Record<Locale, SettingsPageWords>> = {
  en: {
    name: "Setting",
    mayBe: "May be",
    usual: "If not said",
    text: "text",
    mustBeSaid: "must be said",
    mayBeAbsent: "left out",
    filters: "Filters are written in one word each, on the command line and in the lab’s address:",
  },
  "zh-cn": {
    name: "设置",
    mayBe: "可取",
    usual: "不写时",
    text: "文本",
    mustBeSaid: "必须写明",
    mayBeAbsent: "不设",
    filters: "每个过滤在命令行与实验室网址里写成一个词：",
  },
};
