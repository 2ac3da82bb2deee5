import { powerCount, powerForms, transitionCurve } from "@grokscape/experiments";
import type { StoredBorders } from "@grokscape/experiments/node";
import { borderTransition, type PhaseLaw, phaseDiagram } from "@grokscape/viz";
import { type Draw, drawn } from "./picture.ts";

/** More are a grey wall. */
const mostBorders = 60;

/** The runs of each border, and where it lies. */
export function transitions({ measurement: { question, variants } }: StoredBorders): Draw {
  const borders = variants
    .slice(0, mostBorders)
    .map(({ name, border: { at, low, high }, runs }) => ({
      name,
      ...{ at, low, high },
      runs: runs.map(({ value, cameAt }) => ({ value, came: cameAt !== null })),
      curve: transitionCurve(question, runs),
    }));
  return drawn((options) => borderTransition(borders, { ...options, over: question.over }));
}

/** Laws with one constant, and the one whose exponent is fitted. */
const drawnLaws = ["linear", "coupons", "power"];

/** How the border grows with M, beside laws; null for borders of one size. */
export function growth({ laws: { borders, fits } }: StoredBorders): Draw | null {
  const sizes = borders.map(({ classes }) => classes);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (!(least < most)) return null;
  const share = (count: number, classes: number) => count / classes ** 2;
  const points = borders
    .filter(({ classes, high }) => high <= classes ** 2)
    .map(({ classes, count, low, high }) => ({
      x: classes,
      p: share(count, classes),
      low: share(low, classes),
      high: share(high, classes),
    }));
  const between = Array.from({ length: 41 }, (_, i) => least * (most / least) ** (i / 40));
  const laws = fits.flatMap((fit): PhaseLaw[] => {
    const form = powerForms.find(({ id }) => id === fit.form);
    if (!form || !drawnLaws.includes(fit.form)) return [];
    const curve = between.map((x) => ({ x, p: share(powerCount(fit, x), x) }));
    return [{ name: form.title.en, curve }];
  });
  return drawn((options) => phaseDiagram(points, laws, { ...options, unit: "criticalMultiple" }));
}
