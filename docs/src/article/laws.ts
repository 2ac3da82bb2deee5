import { type LawConfig, scalingLaws } from "@grokscape/theory";
import type { PhaseLaw } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

const rounded = (value: number) => Number(value.toPrecision(5));

/** What the laws that have something to say before any fit ask for, of Z_M for all M of a span. */
export function lawsOver(
  [least, most]: readonly [number, number],
  locale: Locale,
): (PhaseLaw & { readonly id: string })[] {
  const orders = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return scalingLaws.flatMap((law) => {
    const curve = orders.flatMap((order) => {
      const { criticalCount } = law.predict(config(order));
      return criticalCount === null ? [] : [{ x: order, p: rounded(criticalCount / order ** 2) }];
    });
    return curve.length ? [{ id: law.id, name: law.title[locale], curve }] : [];
  });
}

const config = (order: number): LawConfig => ({
  classes: order,
  size: order ** 2,
  largestDegree: 1,
  cyclic: true,
  count: Math.round(0.5 * order ** 2),
  width: 512,
  learningRate: 1e-3,
  weightDecay: 2e-4,
});
