/** Languages in which the theory speaks. */
export type Locale = "en" | "zh-cn";
export const locales: readonly Locale[] = ["en", "zh-cn"];

/** The same words in every language. */
export type Words = Readonly<Record<Locale, string>>;
