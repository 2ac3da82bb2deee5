import { type LawConfig, scalingLaws } from "@grokscape/theory";
import type { PhaseLaw } from "@grokscape/viz";
import type { Locale } from "../site/locales.ts";

const rounded = (value: number) => Number(value.toPrecision(5));

/** The share of Z_M's table that each law asks for, over all M from least to most; laws that must be fitted first are left out. */
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
