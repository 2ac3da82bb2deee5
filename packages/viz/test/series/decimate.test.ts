import { describe, expect, test } from "vitest";
import { decimate } from "../../src/series/decimate.ts";
import { read } from "../../src/series/read.ts";
import { grokkingRecord } from "../records.ts";

const columns = 50;
const many = (length: number, y: (i: number) => number) => ({
  x: Float64Array.from({ length }, (_, i) => i),
  y: Float64Array.from({ length }, (_, i) => y(i)),
});
const column = (length: number) => (x: number) => (x * columns) / length;

/** Lowest and highest, first and last value of every column. */
function perColumn({ x, y }: { x: Float64Array; y: Float64Array }, at: (x: number) => number) {
  const found = new Map<number, [number, number, number, number]>();
  for (const [i, value] of y.entries()) {
    if (Number.isNaN(value)) continue;
    const key = Math.floor(at(x[i]!));
    const [low, high, first] = found.get(key) ?? [value, value, value];
    found.set(key, [Math.min(low, value), Math.max(high, value), first, value]);
  }
  return found;
}

describe("decimate", () => {
  test("leaves few points alone", () => {
    const series = many(200, (i) => i);
    expect(decimate(series, columns, column(200))).toEqual(series);
  });

  test.each([
    ["waves", (i: number) => Math.sin(i * i)],
    ["a lone peak", (i: number) => (i === 7777 ? 1 : 0)],
    ["a ramp", (i: number) => i],
  ])("keeps the extremes and the ends of every column of %s", (_, y) => {
    const series = many(10_000, y);
    const at = column(10_000);
    const thin = decimate(series, columns, at);
    expect(perColumn(thin, at)).toEqual(perColumn(series, at));
    expect(thin.x.length).toBeLessThanOrEqual(4 * columns);
    expect([...thin.x]).toEqual([...thin.x].sort((a, b) => a - b));
  });

  test("keeps a gap wider than a column, and closes narrower ones", () => {
    const wide = decimate(
      many(10_000, (i) => (i > 3000 && i < 4000 ? Number.NaN : 1)),
      columns,
      column(10_000),
    );
    expect(wide.y.filter(Number.isNaN)).toHaveLength(1);
    const every = decimate(
      many(10_000, (i) => (i % 2 ? Number.NaN : i)),
      columns,
      column(10_000),
    );
    expect(every.y.filter(Number.isNaN)).toHaveLength(0);
    const none = decimate(
      many(10_000, () => Number.NaN),
      columns,
      column(10_000),
    );
    expect(none.x).toHaveLength(0);
  });
});

describe("read", () => {
  const row = { step: 0, trainAccuracy: 1, testAccuracy: Number.NaN, trainLoss: 0, testLoss: 1 };

  test("counts what an axis cannot show", () => {
    expect(read([row], "test", "accuracy", "linear")).toMatchObject({ missing: 1, last: null });
    expect(read([row], "train", "loss", "linear")).toMatchObject({ missing: 1, last: null });
    expect(read([row], "train", "accuracy", "linear").last).toEqual({ index: 0, value: 1 });
  });

  test("leaves step 0 out of a log axis", () => {
    const { metrics } = grokkingRecord({ steps: 5 });
    expect([...read(metrics, "train", "accuracy", "log").x]).toEqual([1, 2, 3, 4, 5]);
  });

  test("refuses steps out of order", () => {
    const rows = [
      { ...row, step: 10 },
      { ...row, step: 5 },
    ];
    expect(() => read(rows, "train", "accuracy", "linear")).toThrow(
      "metrics must be in order of step; row 1 has step 5 after 10",
    );
  });
});
