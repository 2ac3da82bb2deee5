/** Languages of the site: the first part of a page's path. */
export const locales = ["en", "zh-cn"] as const;
export type Locale = (typeof locales)[number];

/** What a locale calls itself. */
export const localeNames: Readonly<Record<Locale, string>> = { en: "English", "zh-cn": "中文" };

/** @throws Error if it is no locale of this site: a page outside both languages */
export function localeOf(value: string | undefined): Locale {
  const locale = locales.find((candidate) => candidate === value);
  if (locale === undefined) throw new Error(`the site has no language "${value}"`);
  return locale;
}
