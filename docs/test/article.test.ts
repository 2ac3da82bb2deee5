import { task } from "@grokscape/group-datasets";
import { describe, expect, test } from "vitest";
import { attentionShares } from "../src/article/attention-shares.ts";
import { clarity } from "../src/article/clarity.ts";
import { climb } from "../src/article/climb.ts";
import { fittedCosine, isClock } from "../src/article/cosine.ts";
import { arranged } from "../src/article/disguise.ts";
import { lawsOver } from "../src/article/laws.ts";
import { nodeWaves } from "../src/article/node-waves.ts";
import { nodesFor } from "../src/article/nodes-for.ts";
import { crossSection, ridge } from "../src/article/peaks.ts";
import { bordersOf } from "../src/article/phase.ts";
import { push } from "../src/article/push.ts";
import { nearer, placeOf } from "../src/article/ridge.ts";
import { sharesOfTables } from "../src/article/share-of-table.ts";
import { EarlierRuns } from "../src/live/earlier-runs.ts";
import { History } from "../src/live/history.ts";
import type { LiveRecord } from "../src/live/live-run.ts";

const tables = ["cyclic:11", "dihedral:5"];

test.each(tables)("the disguise of %s keeps the table and hides its order", (id) => {
  const of = task(id);
  const [plain, disguised] = [false, true].map((hidden) => arranged(of, id, hidden)) as [
    ReturnType<typeof arranged>,
    ReturnType<typeof arranged>,
  ];
  const words = (table: typeof plain) =>
    new Map(
      table.examples.map((index, place) => {
        const symbols = [Math.floor(place / of.classes), place % of.classes, table.table[place]!];
        return [index, symbols.map((symbol) => table.label(symbol))];
      }),
    );
  const byIndex = words(plain);
  const renamed = new Map<string, string>();
  for (const [index, names] of words(disguised)) {
    for (const [i, name] of byIndex.get(index)!.entries()) {
      expect(renamed.get(name) ?? names[i]).toBe(names[i]);
      renamed.set(name, names[i]!);
    }
  }
  expect(new Set(renamed.values()).size).toBe(of.classes);
  const stripes = ({ table }: typeof plain) =>
    Array.from(table).filter((place, i) => Math.abs(place - (table[i - 1] ?? place)) === 1).length;
  expect(stripes(disguised)).toBeLessThan(stripes(plain) / 2);
});

test("the law's share is 2.7482 ln M / M", () => {
  for (const { order, share, size, needed } of sharesOfTables) {
    expect(share).toBeCloseTo((2.7482 * Math.log(order)) / order, 10);
    expect(Math.abs(needed - share * size)).toBeLessThanOrEqual(0.5);
  }
});

test("the border of a table lies between what no run understood and what all did", () => {
  const tried = (x: number, p: number, generalised: number, mark: "disc" | "square" = "disc") => ({
    x,
    p,
    runs: 3,
    generalised,
    mark,
  });
  const trials = [0, 1, 3, 3].map((generalised, i) => tried(11, 0.2 * (i + 1), generalised));
  const [border, ...others] = bordersOf([
    ...trials,
    tried(13, 0.5, 0),
    tried(12, 0.5, 3, "square"),
  ]);
  expect(others).toEqual([]);
  expect(border).toMatchObject({ x: 11, low: 0.2 });
  expect(border!.high).toBeCloseTo(0.6, 10);
});

test("with more data the generalising peak appears, overtakes the other, and is left alone", () => {
  const [few, some, more, most] = [0.2, 0.6, 0.7, 0.95].map(crossSection);
  expect(few!.memorising.peak).toBe(true);
  expect(few!.generalising.peak).toBe(false);
  expect(some!.generalising.peak).toBe(true);
  expect(some!.generalising.energy).toBeLessThan(some!.memorising.energy);
  expect(more!.memorising.peak).toBe(true);
  expect(more!.generalising.energy).toBeGreaterThan(more!.memorising.energy);
  expect(most!.memorising.peak).toBe(false);
  expect(most!.generalising.peak).toBe(true);
});

test("the way around the circle runs over both peaks, and falls from each", () => {
  const of = ridge(0.6);
  for (const kind of ["memorising", "generalising"] as const) {
    const place = placeOf(of[kind].angle, of);
    expect(nearer(place, of)).toBe(kind);
    const near = of.energies.slice(place - 5, place + 6);
    const top = Math.max(...near);
    expect(top).toBeLessThanOrEqual(of[kind].energy + 1e-4);
    expect(of[kind].energy - top).toBeLessThan(1e-2);
    expect(near[0]).toBeLessThan(top);
    expect(near.at(-1)).toBeLessThan(top);
  }
});

test("two alike nodes push each other apart, opposed ones are drawn together", () => {
  expect(push(30)).toBeLessThan(-0.1);
  expect(Math.abs(push(90))).toBeLessThan(1e-9);
  expect(push(150)).toBeCloseTo(-push(30), 10);
});

test("Muon needs fewer nodes than go by themselves, and more than there are peaks", () => {
  for (const higher of [1, 2, 4]) {
    const { independent, muon, peaks } = nodesFor(11, higher);
    expect(muon).toBeLessThan(independent);
    expect(muon).toBeGreaterThan(peaks);
  }
  expect(nodesFor(2, 1).independent).toBeCloseTo(3, 6);
});

test("every random layer blurs the target, a residual connection less", () => {
  const [one, two, three] = [1, 2, 3].map((layers) => clarity(layers, false));
  expect(one).toBeGreaterThan(two! * 1.5);
  expect(two).toBeGreaterThan(three!);
  expect(clarity(3, true)).toBeGreaterThan(three!);
});

test("laws that say something of the amount of data are compared", () => {
  const laws = lawsOver([90, 97], "en");
  expect(laws.length).toBeGreaterThan(1);
  const { x, p } = laws.find(({ id }) => id === "li2")!.curve.at(-1)!;
  expect(x).toBe(97);
  expect(p).toBeCloseTo((2.7482 * Math.log(97)) / 97, 5);
});

test("a node climbs to the next summit, and no further", () => {
  const way = [0, 1, 3, 2, 1, 4, 5, 2];
  expect(climb(way, 1)).toEqual([1, 2]);
  expect(climb(way, 3)).toEqual([3, 2]);
  expect(climb(way, 4)).toEqual([4, 5, 6]);
  expect(climb(way, 6)).toEqual([6]);
  expect(climb([5, 1, 2, 3], 3)).toEqual([3, 0]);
});

describe("a node's wave", () => {
  const random = (seed: number, rows: number, columns: number) => ({
    shape: [rows, columns],
    data: Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(seed + i * i)),
  });
  const at = ({ shape, data }: ReturnType<typeof random>, row: number, column: number) =>
    data[row * shape[1]! + column]!;
  const norm = (values: ArrayLike<number>) => Math.hypot(...Array.from(values));

  test("is what it takes from each symbol, by way of what the symbols are", () => {
    const [W, first, second] = [random(1, 6, 4), random(2, 3, 3), random(3, 3, 3)];
    const plain = nodeWaves({ W }, 3, 2);
    const loudest = [0, 1, 2, 3]
      .map((node) => [0, 1, 2, 3, 4, 5].map((row) => at(W, row, node)))
      .sort((a, b) => norm(b) - norm(a));
    expect(plain.map((wave) => [...wave])).toEqual(loudest.slice(0, 2));

    const own = nodeWaves({ W, embedding1: first, embedding2: second }, 3, 4);
    const byDefinition = [0, 1, 2, 3].map((node) =>
      [first, second].flatMap((table, operand) =>
        [0, 1, 2].map((symbol) =>
          [0, 1, 2].reduce(
            (sum, e) => sum + at(table, symbol, e) * at(W, 3 * operand + e, node),
            0,
          ),
        ),
      ),
    );
    for (const [i, wave] of byDefinition.sort((a, b) => norm(b) - norm(a)).entries()) {
      for (const [g, value] of wave.entries()) expect(own[i]![g]).toBeCloseTo(value, 6);
    }
  });

  test("is, in a transformer, what it adds to each answer, less what it adds to all", () => {
    const weights = { W_out1: random(4, 5, 2), W_out2: random(5, 5, 2), W_U: random(6, 2, 3) };
    const [loudest] = nodeWaves(weights, 3, 1);
    const adds = [0, 1, 2, 3, 4].map((node) => {
      const all = [0, 1, 2].map((c) =>
        [0, 1].reduce((sum, d) => sum + at(weights.W_out2, node, d) * at(weights.W_U, d, c), 0),
      );
      const mean = all.reduce((a, b) => a + b) / 3;
      return all.map((value) => value - mean);
    });
    const [first] = adds.sort((a, b) => norm(b) - norm(a)) as [number[]];
    for (const [c, value] of [...first, ...first].entries()) {
      expect(loudest![c]).toBeCloseTo(value, 6);
    }
  });
});

test("a head attends evenly at first, and to what its query and the keys have in common", () => {
  const [symbols, width] = [5, 2];
  const zeros = (rows: number) => ({ shape: [rows, width], data: new Float64Array(rows * width) });
  const unit = { shape: [width, width], data: Float64Array.of(1, 0, 0, 1) };
  const still = { W_E: zeros(symbols + 1), W_pos: zeros(3), W_Q1: unit, W_K1: unit };
  for (const shares of attentionShares(still, 2)) {
    for (const share of shares) expect(share).toBeCloseTo(1 / 3, 12);
  }
  // the first head's column agrees with that of b alone; scores are 3·2 for b, and 3·3 for = itself
  const W_pos = { shape: [3, width], data: Float64Array.of(0, 0, 2, 0, 3, 0) };
  const [first, second] = attentionShares({ ...still, W_pos }, 2);
  const all = 1 + Math.exp(6) + Math.exp(9);
  expect(first![1]).toBeCloseTo(Math.exp(6) / all, 12);
  expect(first![2]).toBeCloseTo(Math.exp(9) / all, 12);
  for (const share of second!) expect(share).toBeCloseTo(1 / 3, 12);
});

test("the cosine that fits a node has its frequency and its phases", () => {
  const order = 12;
  const wave = (phase: number) =>
    Float64Array.from({ length: order }, (_, g) => Math.cos((2 * Math.PI * 5 * g) / order + phase));
  const { frequency, a, b } = fittedCosine(wave(0), wave(1));
  expect(frequency).toBe(5);
  expect(a[0]).toBeCloseTo(1, 12);
  expect(a[1]).toBeCloseTo(0, 12);
  expect(b![0]).toBeCloseTo(Math.cos(1), 12);
  expect(b![1]).toBeCloseTo(-Math.sin(1), 12);
  const highest = Float64Array.from({ length: order }, (_, g) => (g % 2 ? -1 : 1));
  expect(fittedCosine(highest)).toMatchObject({ frequency: 6, a: [1, expect.closeTo(0)] });
  expect([task("cyclic:23"), task("dihedral:12")].map(({ group }) => isClock(group!))).toEqual([
    true,
    false,
  ]);
});

test("the last three runs stay for comparison, each name once", () => {
  const earlier = new EarlierRuns();
  const rows = [0, 1].map((step) => ({ step, trainAccuracy: 0.5, testAccuracy: 0.1 * step }));
  const record = { metrics: rows, memorisedAt: null, generalisedAt: null } as unknown as LiveRecord;
  for (const name of ["A", "B", "A", "C", "D"]) earlier.keep(name, record);
  earlier.keep("E", { ...record, metrics: record.metrics.slice(0, 1) });
  expect(earlier.except("").map(({ name }) => name)).toEqual(["A", "C", "D"]);
  expect(earlier.except("C").map(({ testAccuracy }) => testAccuracy)).toEqual([
    [0, 0.1],
    [0, 0.1],
  ]);
});

test("moments are thinned as a run goes on, its last one stays", () => {
  const history = new History<object>(8);
  const last = {};
  for (let step = 0; step < 99; step++) history.add(step, {});
  history.add(99, last);
  history.add(100, last);
  const steps = history.moments.map(({ step }) => step);
  expect(steps.length).toBeLessThanOrEqual(8);
  expect([steps[0], steps.at(-1)]).toEqual([0, 99]);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
});
