import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { task } from "@grokscape/group-datasets";
import { degreeThreeBorders, trainingBorders } from "@grokscape/theory";
import { train } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { describe, expect, test } from "vitest";
import {
  type BorderMeasurement,
  type BorderPoint,
  type BorderRun,
  type BorderSweep,
  borderConfig,
  borderDifferences,
  borderLaws,
  borderQuestion,
  borderSweeps,
  cameAt,
  experimentOfSweep,
  fitPower,
  looksForBorders,
  type MeasuredBorder,
  named,
  type PowerFit,
  type PowerForm,
  powerCount,
  powerForms,
  replayed,
  sizedBorders,
} from "../../src/index.ts";
import { borderMeasurementOf, readSweep } from "../../src/node/index.ts";

const bench = (name: string) =>
  fileURLToPath(new URL(`../../bench/borders/${name}`, import.meta.url));
const measured = (name: string): BorderMeasurement =>
  JSON.parse(readFileSync(bench(`${name}.json`), "utf8"));

test.each(["z23", "by-size"])(
  "every decision of the search %s follows from its outcomes",
  async (name) => {
    const { sweep } = await readSweep(bench(`${name}.yaml`));
    if (!looksForBorders(sweep)) throw new Error("it looks for no border");
    const { question, variants } = measured(name);
    expect(borderQuestion(sweep.border)).toEqual(question);
    expect(variants.map(({ name }) => name)).toEqual(
      experimentOfSweep(sweep).variants.map(({ name }) => name),
    );
    for (const border of variants) {
      expect(replayed(question, border)).toBeNull();
      expect(border.border.state).toBe("found");
      expect(border.runs.length).toBeLessThanOrEqual(40);
    }
  },
);

test("the run that came soonest comes to the same bytes again", async () => {
  const { sweep } = await readSweep(bench("by-size.yaml"));
  const experiment = experimentOfSweep(sweep);
  const { question, variants } = measured("by-size");
  const all = variants.flatMap(({ name, runs }) => runs.map((run) => ({ name, run })));
  const stepOf = ({ run }: (typeof all)[0]) => run.cameAt ?? Number.POSITIVE_INFINITY;
  const { name, run } = all.reduce((a, b) => (stepOf(b) < stepOf(a) ? b : a));
  const config = borderConfig(experiment, named(experiment.variants, name), question, run);
  const rows = train(config, { engine: await fastestEngine(config, { threads: 1 }) });
  let next = await rows.next();
  while (!next.done) next = await rows.next();
  expect(next.value.weightsHash).toBe(run.weightsHash);
  expect(cameAt(next.value, question.goal)).toBe(run.cameAt);
});

describe.each(borderSweeps)("$id", (sweep) => {
  const ledger = borderMeasurementOf(sweep.id) as BorderMeasurement;

  test("was measured as it is described, and its first border follows from its outcomes", () => {
    expect(ledger.experiment).toBe(sweep.id);
    expect(ledger.question).toEqual(borderQuestion(sweep.border));
    expect(ledger.variants.map(({ name }) => name)).toEqual(
      experimentOfSweep(sweep).variants.map(({ name }) => name),
    );
    expect(replayed(ledger.question, ledger.variants[0])).toBeNull();
    expect(borderDifferences(ledger, ledger)).toEqual([]);
  });
});

test("borders in the ledger and files of their outcomes are the same", () => {
  const files = readdirSync(new URL("../../outcomes/borders/", import.meta.url));
  expect(files.sort()).toEqual(borderSweeps.map(({ id }) => `${id}.json`).sort());
});

test("of each border that was measured anew, the first run that ended otherwise is told", () => {
  const [{ id }] = borderSweeps;
  const ledger = borderMeasurementOf(id) as BorderMeasurement;
  const changed = (change: (runs: BorderRun[]) => void) => {
    const measured: BorderMeasurement = structuredClone(ledger);
    change(measured.variants[1].runs as BorderRun[]);
    return borderDifferences(ledger, measured);
  };
  const name = ledger.variants[1].name;
  const hashed = (runs: BorderRun[]) => Object.assign(runs[2], { weightsHash: "0".repeat(64) });
  expect(changed(hashed)).toEqual([expect.stringContaining(`${name}, run 3: at `)]);
  expect(changed((runs) => runs.pop())).toEqual([`${name}: the ledger has more runs`]);
  expect(changed((runs) => runs.push(runs[0]))).toEqual([
    expect.stringContaining("the ledger has fewer"),
  ]);
});

/** The borders of a search of the ledger, and what laws say of them. */
function foundBy(id: string) {
  const sweep = borderSweeps.find((sweep) => sweep.id === id) as BorderSweep;
  const measured = borderMeasurementOf(id) as BorderMeasurement;
  return { measured, laws: borderLaws(sizedBorders(experimentOfSweep(sweep), measured)) };
}

const inCoupons = ({ count, classes }: BorderPoint) => count / (classes * Math.log(classes));

function expectOverlap(variants: readonly MeasuredBorder[]): void {
  const ends = (end: "low" | "high") => variants.map(({ border }) => border[end] as number);
  expect(Math.max(...ends("low"))).toBeLessThan(Math.min(...ends("high")));
}

/** Ids of the laws of one constant that lie outside of the region of a and b. */
const excludedBy = (id: string) =>
  foundBy(id).laws.excluded.flatMap(({ form, isExcluded }) => (isExcluded ? form : []));

test("what the article says of laws is what the borders come to", () => {
  expect(excludedBy("border-quadratic")).toEqual(["linear", "coupons", "three-halves"]);
  expect(excludedBy("border-products")).toEqual(["linear", "three-halves"]);
  expect(excludedBy("border-one-embedding")).toContain("coupons");
  expect(excludedBy("border-one-embedding")).toContain("three-halves");
  const { laws } = foundBy("border-quadratic");
  const insideOf = (id: string) => laws.laws.find((law) => law.id === id)?.inside;
  expect(insideOf("power")).toBe(laws.borders.length);
  const [small, large] = [true, false].map((isSmall) =>
    laws.borders.filter(({ classes }) => classes <= 59 === isSmall),
  );
  const form = powerForms.find(({ id }) => id === "coupons") as PowerForm;
  const coupons = fitPower(form, small) as PowerFit;
  for (const { classes, low, high } of small) {
    expect(powerCount(coupons, classes)).toBeGreaterThan(low);
    expect(powerCount(coupons, classes)).toBeLessThan(high);
  }
  for (const { classes, low } of large) expect(powerCount(coupons, classes)).toBeLessThan(low);
  const clocks = foundBy("border-products").laws.fits.find(({ form }) => form === "power");
  for (const { classes, low, high } of foundBy("border-dihedral").laws.borders.slice(1)) {
    const foretold = powerCount(clocks as PowerFit, classes);
    expect(foretold > low && foretold < high).toBe(true);
  }
  const clocksInUnits = foundBy("border-products").laws.borders.map(inCoupons);
  for (const border of foundBy("border-degree-three").laws.borders) {
    expect(inCoupons(border)).toBeGreaterThan(1.5 * Math.max(...clocksInUnits));
  }
  for (const wide of foundBy("border-quadratic-width").measured.variants) {
    const [size] = wide.name.split(",");
    expectOverlap([named(foundBy("border-quadratic").measured.variants, size), wide]);
  }
  const widths = foundBy("border-products-settings").measured.variants;
  expectOverlap(widths.slice(0, 2));
  expectOverlap(widths.slice(2));
  const { variants } = foundBy("border-quadratic-settings").measured;
  expectOverlap(variants);
  const at = variants.map(({ border }) => border.at as number);
  expect(Math.min(...at) / Math.max(...at)).toBeGreaterThan(0.945);
});

test.each(Object.values(trainingBorders))(
  "what theory says that training took is what $search comes to",
  ({ search, constant, exponent, orders }) => {
    const { borders, fits } = foundBy(search).laws;
    const fit = fits.find(({ form }) => form === "power") as PowerFit;
    expect(constant).toBe(Number(fit.constant.value.toFixed(2)));
    expect(exponent).toBe(Number(fit.a.value.toFixed(3)));
    const measured = borders.map(({ classes }) => classes);
    expect(orders).toEqual([Math.min(...measured), Math.max(...measured)]);
  },
);

test("and of groups of degree 3, by their names", () => {
  const { search, counts } = degreeThreeBorders;
  const sweep = borderSweeps.find(({ id }) => id === search) as BorderSweep;
  const { variants } = experimentOfSweep(sweep);
  const sizes = foundBy(search).laws.borders.map(({ name, count }) => {
    const { changes } = named(variants, name);
    return [task(String(changes.task)).group?.name, Math.round(count)];
  });
  expect(Object.fromEntries(sizes)).toEqual(counts);
});

test("by size, the border is that of M·ln M, and not that of M", async () => {
  const { sweep } = await readSweep(bench("by-size.yaml"));
  const { laws } = borderLaws(sizedBorders(experimentOfSweep(sweep), measured("by-size")));
  const insideOf = (id: string) => laws.find((law) => law.id === id)?.inside;
  expect(insideOf("coupons")).toBeGreaterThanOrEqual(5);
  expect(insideOf("li2")).toBeGreaterThanOrEqual(5);
  expect(insideOf("linear")).toBe(0);
});
