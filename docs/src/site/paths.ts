import type { Locale } from "./locales.ts";

const base = import.meta.env.BASE_URL.replace(/\/$/, "");

/** Address of a page, under whatever path the site is served; the slug "" is the first page. */
export const pagePath = (locale: Locale, slug: string): string =>
  `${base}/${locale}/${slug ? `${slug}/` : ""}`;

/** Address of a file that is the same in both languages. */
export const filePath = (file: string): string => `${base}/${file}`;
