import { scalingLaws } from "../../laws/laws.ts";
import type { Locale } from "../../statements/locale.ts";

/** The title of a law; its id if it is none of ours. */
export function titleOf(id: string, locale: Locale): string {
  return scalingLaws.find((law) => law.id === id)?.title[locale] ?? id;
}
