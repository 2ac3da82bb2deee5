import { expect, test } from "vitest";
import {
  type BorderExperiment,
  type BorderMeasurement,
  type BorderRun,
  beginSearch,
  borderLaws,
  borderQuestion,
  observe,
  sizedBorders,
  wanted,
} from "../../src/index.ts";

const orders = [11, 13, 17, 23, 31];
const experiment: BorderExperiment = {
  id: "sizes",
  base: { task: "cyclic:11", model: { width: 64 }, steps: 2000 },
  variants: orders.map((M) => ({ name: `Z_${M}`, changes: { task: `cyclic:${M}` } })),
};

/** What a search comes to, if runs come from so many M·ln M examples on. */
function measured(over: string, from: number, to: number, at: (M: number) => number) {
  const question = borderQuestion({ over, from, to });
  const variants = orders.map((M) => {
    let search = beginSearch(question);
    const runs: BorderRun[] = [];
    while (wanted(search).length > 0) {
      const [run] = wanted(search);
      const came = run.value >= at(M);
      runs.push({ ...run, cameAt: came ? 1000 : null });
      search = observe(search, came);
    }
    return { name: `Z_${M}`, border: search.border, runs };
  });
  const about = { experiment: "sizes", command: "", machine: "", date: "2026-01-01" };
  return { ...about, question, variants } satisfies BorderMeasurement;
}

test("laws are fitted to all borders but one, and scored on that one", () => {
  const byMultiple = measured("split.criticalMultiple", 1, 4.5, () => 2.5);
  const borders = sizedBorders(experiment, byMultiple);
  expect(borders.map(({ classes }) => classes)).toEqual(orders);
  for (const { classes, count, low, high, config, runs } of borders) {
    expect(count / (classes * Math.log(classes))).toBeCloseTo(2.5, 0);
    expect(low).toBeLessThan(2.5 * classes * Math.log(classes));
    expect(high).toBeGreaterThan(2.5 * classes * Math.log(classes));
    expect(config).toMatchObject({ classes, size: classes ** 2, count, cyclic: true, width: 64 });
    expect(runs.some(({ grokStep }) => grokStep === 1000)).toBe(true);
  }
  const { fits, excluded, laws } = borderLaws(borders);
  expect(fits.map(({ form }) => form)).toEqual([
    ...["linear", "coupons", "three-halves"],
    ...["power", "power-times-log", "linear-times-log-power", "both-free"],
  ]);
  expect(excluded).toEqual([
    { form: "linear", isExcluded: true },
    { form: "coupons", isExcluded: false },
    { form: "three-halves", isExcluded: true },
  ]);
  const law = (id: string) => laws.find((one) => one.id === id);
  expect(law("coupons")).toMatchObject({ told: 5, inside: 5 });
  expect(law("collapse")).toMatchObject({ told: 5, inside: 5 });
  expect(law("linear")?.inside).toBeLessThan(5);
  expect(law("linear")?.error).toBeGreaterThan(2 * (law("coupons")?.error ?? 0));
  expect(law("power-law")).toMatchObject({ told: 0, inside: 0, error: null });
  const { heldOut } = law("li2") ?? {};
  expect(heldOut?.[3].foretold).toBeCloseTo(2.7482 * 23 * Math.log(23), 6);
  expect(JSON.parse(JSON.stringify(laws))).toEqual(laws);
});

test("a border is the same in examples, whatever said how many there were", () => {
  const shares = sizedBorders(
    experiment,
    measured("split.fraction", 0.2, 0.95, (M) => (2.5 * Math.log(M)) / M),
  );
  for (const { classes, count } of shares) {
    expect(count / (classes * Math.log(classes))).toBeGreaterThan(2.3);
    expect(count / (classes * Math.log(classes))).toBeLessThan(2.7);
  }
});

test("what has no interval, or varies something else, is no border in examples", () => {
  expect(
    sizedBorders(
      experiment,
      measured("split.count", 20, 90, () => 10),
    ),
  ).toEqual([]);
  const rates = measured("optimiser.learningRate", 1e-4, 1e-1, () => 1e-3);
  expect(sizedBorders(experiment, rates)).toEqual([]);
  const { fits, laws } = borderLaws([]);
  expect(fits).toEqual([]);
  expect(laws.every(({ told, error }) => told === 0 && error === null)).toBe(true);
});
