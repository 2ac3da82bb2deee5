import { type LawConfig, scalingLaws } from "@grokscape/theory";
import type { Locale } from "../site/locales.ts";

/** M at each position of the slider. */
export const orders = [11, 17, 23, 31, 41, 59, 71, 97] as const;

/** What the laws say of Z_M that have something to say before any fit. */
export function opinions(order: number, locale: Locale) {
  const config: LawConfig = {
    classes: order,
    size: order ** 2,
    largestDegree: 1,
    cyclic: true,
    count: Math.round(0.5 * order ** 2),
    width: 512,
    learningRate: 1e-3,
    weightDecay: 2e-4,
  };
  return scalingLaws.flatMap((law) => {
    const { criticalCount } = law.predict(config);
    return criticalCount === null
      ? []
      : [
          {
            id: law.id,
            title: law.title[locale],
            share: criticalCount / order ** 2,
            criticalCount,
          },
        ];
  });
}
