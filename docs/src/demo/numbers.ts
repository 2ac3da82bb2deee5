import type { Locale } from "../site/locales.ts";

const unit = (locale: Locale) => (locale === "en" ? "\u202f%" : "%");

/** 1234 → "1,234"; a page is open sooner without the tables that `toLocaleString` needs. */
export const count = (value: number): string =>
  String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ",");

/** 0.6 → "60 %". */
export const wholePercent = (share: number, locale: Locale): string =>
  `${Math.round(share * 100)}${unit(locale)}`;

/** 0.9931 → "99.3 %": never rounded up to a hundred nor down to nothing. */
export function percent(share: number, locale: Locale): string {
  const rounded =
    share === 0 || share === 1 ? share * 100 : Math.min(99.9, Math.max(0.1, share * 100));
  return `${Number(rounded.toFixed(1))}${unit(locale)}`;
}
