import { type Locale, localeOf, locales } from "./locales.ts";

/** Which page is shown, in which language. The first page's slug is "". */
export function pageOf(route: { readonly id: string; readonly locale: string | undefined }): {
  readonly locale: Locale;
  readonly slug: string;
} {
  const [first, ...rest] = route.id.split("/");
  return locales.some((locale) => locale === first)
    ? { locale: localeOf(first), slug: rest.join("/") }
    : { locale: localeOf(route.locale ?? locales[0]), slug: "" };
}

/** The language that a page is not in. */
export const otherThan = (locale: Locale): Locale =>
  locales.find((other) => other !== locale) as Locale;
