import {
  type CurveRecord,
  type GrokkingCurveOptions,
  grokkingCurve,
  palette,
} from "@grokscape/viz";
import { describe, expect, test } from "vitest";
import { expectRoomForWords } from "../boxes.ts";
import { find, page, textAt } from "../found.ts";
import { grokkingRecord } from "../records.ts";

const draw = (record: CurveRecord | readonly CurveRecord[], options: GrokkingCurveOptions = {}) => {
  const found = find(grokkingCurve(record, { document: page(), ...options }));
  return { ...found, line: (side: "train" | "test") => found.pieces(`${side} line`) };
};

const record = grokkingRecord();
const nothing: CurveRecord = { metrics: [], memorisedAt: null, generalisedAt: null };

/** A run as it stood when `rows` of its rows were measured. */
function early(rows: number): CurveRecord {
  const { metrics, memorisedAt, generalisedAt } = record;
  const sofar = (step: number | null) => (step !== null && step < rows ? step : null);
  return {
    metrics: metrics.slice(0, rows),
    memorisedAt: sofar(memorisedAt),
    generalisedAt: sofar(generalisedAt),
  };
}

test("the ceiling is a dashed line with a name, where accuracy is drawn", () => {
  const drawn = draw(record, { ceiling: 0.9 });
  const [line, ...others] = drawn.marks("ceiling");
  expect(others).toEqual([]);
  expect(line!.getAttribute("stroke-dasharray")).toBeTruthy();
  const height = (tick: string) => drawn.texts.filter(({ text }) => text === tick).at(-1)!.y;
  const [, y] = /M[\d.]+,([\d.]+)/.exec(line!.getAttribute("d")!)!;
  const baseline = 0.9 * height("100") + 0.1 * height("0");
  expect(Math.abs(Number(y) - baseline)).toBeLessThan(8);
  expect(drawn.texts.map(({ text }) => text)).toContain("at best 90.0\u202f%");
  expect(drawn.desc).toContain("more than 90.0\u202f% of test right (dashed)");
  expect(draw(record).marks("ceiling")).toEqual([]);
  expect(draw(record, { ceiling: 0.9, quantity: "loss" }).marks("ceiling")).toEqual([]);
  expect(() => draw(record, { ceiling: 90 })).toThrow("ceiling must be in [0, 1]; got 90");
});

describe("accuracy over linear steps", () => {
  const drawn = draw(record);
  const place = (tick: string, axis: "x" | "y") =>
    drawn.texts.filter(({ text }) => text === tick).map((found) => found[axis]);
  const left = place("0", "x")[0]!;
  const right = textAt(drawn, "500").x;
  const bottom = place("0", "y")[1]!;
  const top = place("100", "y")[1]!;

  test("ticks stand where their values are", () => {
    for (const step of [200, 300, 400]) {
      expect(textAt(drawn, String(step)).x).toBeCloseTo(left + ((right - left) * step) / 500, 1);
    }
    for (const share of [20, 40, 60, 80]) {
      expect(textAt(drawn, String(share)).y).toBeCloseTo(
        bottom - ((bottom - top) * share) / 100,
        1,
      );
    }
  });

  test.each(["train", "test"] as const)("every %s point lies where it was measured", (side) => {
    const [points, ...others] = drawn.line(side);
    expect(others).toEqual([]);
    expect(points).toHaveLength(record.metrics.length);
    for (const [i, row] of record.metrics.entries()) {
      const share = side === "train" ? row.trainAccuracy : row.testAccuracy;
      expect(points![i]!.x).toBeCloseTo(left + ((right - left) * row.step) / 500, 1);
      expect(points![i]!.y).toBeCloseTo(bottom - (bottom - top) * share, 1);
    }
  });

  test("says what is to be seen", () => {
    expect(drawn.desc).toBe(
      "Memorised at step 16, understood at step 146: delay × 9.1 (99\u202f% of train, 99\u202f% of test examples right).",
    );
    for (const label of ["Accuracy on train and test examples", "accuracy, %", "step"]) {
      textAt(drawn, label);
    }
  });

  test("marks both moments at their steps", () => {
    for (const [step, flag] of [
      [16, "memorised, step 16"],
      [146, "understood, step 146"],
    ] as const) {
      const offset = textAt(drawn, flag).x - (left + ((right - left) * step) / 500);
      expect(offset).toBeGreaterThan(4);
      expect(offset).toBeLessThan(8);
    }
    const texts = draw(record, { marks: false }).texts.map(({ text }) => text);
    expect(texts.filter((text) => text.includes(", step "))).toEqual([]);
  });

  test("names the lines at their ends, apart from each other", () => {
    const [train, test] = ["train 100\u202f%", "test 100\u202f%"].map((label) =>
      textAt(drawn, label),
    );
    expect(train!.x).toBeGreaterThan(right);
    expect(Math.abs(train!.y - test!.y)).toBeGreaterThanOrEqual(train!.size);
  });

  test("tells the lines apart without colour", () => {
    const weight = (side: string) =>
      Number(drawn.marks(`${side} line`)[0]!.getAttribute("stroke-width"));
    expect(weight("test")).toBeGreaterThanOrEqual(2 * weight("train"));
  });

  test("is an image with a name", () => {
    expect(drawn.svg.getAttribute("role")).toBe("img");
    expect(drawn.svg.firstElementChild!.localName).toBe("title");
  });
});

describe("other axes", () => {
  test("log steps leave out step 0 and space decades evenly", () => {
    const drawn = draw(record, { scale: "log" });
    const [one, ten, hundred] = ["1", "10"]
      .map((tick) => textAt(drawn, tick).x)
      .concat(drawn.texts.find(({ text, y }) => text === "100" && y > 200)!.x);
    expect(hundred! - ten!).toBeCloseTo(ten! - one!, 1);
    expect(drawn.line("train")[0]).toHaveLength(record.metrics.length - 1);
    textAt(drawn, "step, log scale");
  });

  test("losses lie on a log axis", () => {
    const drawn = draw(record, { quantity: "loss" });
    const [one, tenth] = ["1", "0.1"].map((tick) => textAt(drawn, tick).y);
    const points = drawn.line("test")[0]!;
    for (const [i, { testLoss }] of record.metrics.entries()) {
      expect(points[i]!.y).toBeCloseTo(one! - (tenth! - one!) * Math.log10(testLoss), 1);
    }
  });

  test("a loss of 0 has no place on it, and the caption says so", () => {
    const metrics = record.metrics.map((row) => (row.step < 3 ? { ...row, testLoss: 0 } : row));
    const { desc } = draw({ ...record, metrics }, { quantity: "loss" });
    expect(desc).toContain("3 of 1,002 values are no numbers above 0; the lines leave them out.");
  });
});

describe("what runs may look like", () => {
  test("nothing measured", () => {
    const drawn = draw(nothing);
    textAt(drawn, "nothing measured yet");
    textAt(drawn, "100");
    expect(drawn.line("train")).toEqual([]);
    expect(drawn.desc).toBe("nothing measured yet");
    for (const options of [{ quantity: "loss" }, { scale: "log" }] as const) {
      textAt(draw(nothing, options), "nothing measured yet");
    }
  });

  test.each(["linear", "log"] as const)("one point on %s steps", (scale) => {
    const row = { ...record.metrics[0]!, step: 1 };
    const drawn = draw({ ...nothing, metrics: [row] }, { scale });
    expect(drawn.line("train")).toHaveLength(1);
    expect(drawn.desc).toContain("By step 1 neither memorised (train accuracy");
    expect(JSON.stringify(drawn.texts)).not.toContain("null");
  });

  test("a gap is a gap, and the caption says so", () => {
    const metrics = record.metrics.map((row) =>
      row.step >= 60 && row.step < 90 ? { ...row, testAccuracy: Number.NaN } : row,
    );
    const drawn = draw({ ...record, metrics });
    expect(drawn.line("test").map((piece) => piece.length)).toEqual([60, 411]);
    expect(drawn.line("train")).toHaveLength(1);
    expect(drawn.desc).toContain("30 of 1,002 values are no numbers from 0 to 1;");
  });

  test("a run that was read from JSON has null where it had NaN", () => {
    const metrics = record.metrics.map((row) =>
      row.step === 10 ? { ...row, testAccuracy: Number.NaN, testLoss: Number.NaN } : row,
    );
    for (const quantity of ["accuracy", "loss"] as const) {
      const broken = { ...record, metrics };
      const read = JSON.parse(JSON.stringify(broken));
      expect(draw(read, { quantity }).svg.outerHTML).toBe(draw(broken, { quantity }).svg.outerHTML);
    }
  });

  test("nothing but NaN", () => {
    const metrics = record.metrics.map((row) => ({
      ...row,
      trainAccuracy: Number.NaN,
      testAccuracy: Number.NaN,
    }));
    const drawn = draw({ ...nothing, metrics });
    textAt(drawn, "nothing measured yet");
    expect(drawn.desc).toBe(
      "By step 500 neither memorised nor understood. 1,002 of 1,002 values are no numbers from 0 to 1; the lines leave them out.",
    );
  });

  test("understood without delay, from the first step, or before it memorised", () => {
    const desc = (memorisedAt: number | null, generalisedAt: number) =>
      draw({ ...record, memorisedAt, generalisedAt }).desc;
    expect(desc(40, 40)).toContain("understood at step 40: no delay");
    expect(desc(60, 40)).toContain("no delay");
    expect(desc(0, 40)).toContain("a delay of 40 steps");
    expect(desc(null, 40)).toContain("not memorised (train accuracy 100\u202f%)");
  });

  test("a million rows, drawn with few points and all extremes", () => {
    const row = record.metrics[500]!;
    const metrics = Array.from({ length: 1_000_000 }, (_, step) => ({
      ...row,
      step,
      testAccuracy: step === 777_777 ? 0 : 0.5,
    }));
    const drawn = draw({ ...nothing, metrics });
    const points = drawn.line("test")[0]!;
    expect(points.length).toBeLessThan(2500);
    const bottom = drawn.texts.filter(({ text }) => text === "0")[1]!.y;
    expect(points.filter(({ y }) => Math.abs(y - bottom) < 0.1)).toHaveLength(1);
  });
});

describe("a run in progress", () => {
  test("the picture keeps its layout from the first row to the last", () => {
    const level = (rows: number) => textAt(draw(early(rows), { marks: false }), "60").y;
    expect(new Set([2, 30, 60, 200, 501].map(level)).size).toBe(1);
  });
});

describe("sizes", () => {
  test.each([240, 360, 640, 1600])("at %d px everything is inside", (width) => {
    for (const language of ["en", "zh-cn"] as const) {
      const { svg, texts } = draw(record, { width, language });
      expect(svg.getAttribute("width")).toBe(String(width));
      const height = Number(svg.getAttribute("height"));
      if (width >= 360) expectRoomForWords(svg, width);
      for (const { y } of texts) {
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(height - 8);
      }
    }
  });

  test.each([
    [{ width: 100 }, "width must be between 240 and 10000 px; got 100"],
    [{ width: Number.NaN }, "width must be between 240 and 10000 px; got NaN"],
    [{ height: 1e6 }, "height must be at most 10000 px; got 1000000"],
    [{ height: Number.NaN }, "height must be"],
  ])("refuses %j", (options, message) => {
    expect(() => draw(record, options)).toThrow(RangeError);
    expect(() => draw(record, options)).toThrow(message);
  });

  test("names the least height, which then works", () => {
    let least = 0;
    try {
      draw(record, { height: 100 });
    } catch (error) {
      least = Number((error as Error).message.match(/at least (\d+) px/)![1]);
    }
    expect(() => draw(record, { height: least })).not.toThrow();
    expect(() => draw(record, { height: least - 2 })).toThrow(RangeError);
  });
});

describe("several runs", () => {
  const runs = [120, 150, 200].map((understands) => grokkingRecord({ understands }));
  const drawn = draw(runs);

  test("the line is their median, and the band holds them all", () => {
    const [band] = drawn.pieces("test band");
    const [line] = drawn.pieces("test line");
    expect(band).toHaveLength(2 * line!.length);
    const { y: bottom } = drawn.texts.filter(({ text }) => text === "0")[1]!;
    const { y: top } = drawn.texts.filter(({ text }) => text === "100")[1]!;
    const at = (share: number) => bottom - (bottom - top) * share;
    for (const step of [0, 100, 130, 180, 500]) {
      const values = runs.map(({ metrics }) => metrics[step]!.testAccuracy).sort();
      expect(line![step]!.y).toBeCloseTo(at(values[1]!), 1);
      expect(band![step]!.y).toBeCloseTo(at(values[2]!), 1);
      expect(band!.at(-1 - step)!.y).toBeCloseTo(at(values[0]!), 1);
    }
  });

  test("the caption says how many and when", () => {
    expect(drawn.desc).toContain("3 runs; lines are medians, bands hold every run.");
    expect(drawn.desc).toMatch(/understood by all, at steps 1\d\d to 2\d\d/);
    const half = [...runs, { ...runs[0]!, generalisedAt: null }];
    expect(draw(half).desc).toContain("understood by 3 of 4");
    expect(draw(half.map((run) => ({ ...run, generalisedAt: null }))).desc).toContain(
      "understood by none",
    );
  });

  test("a run that has ended keeps its last value", () => {
    const [first, ...others] = runs;
    const short = { ...first!, metrics: first!.metrics.slice(0, 51) };
    expect(draw([short, ...others]).desc).toContain("A run that has ended keeps its last value.");
    expect(draw(runs).desc).not.toContain("ended");
    const [band] = draw([short, ...others]).pieces("test band");
    const low = band!.at(-1)!.y;
    const { y } = draw(short).line("test")[0]!.at(-1)!;
    expect(low).toBeGreaterThanOrEqual(y - 3);
  });

  test("none at all, and some without a row", () => {
    expect(draw([]).desc).toBe("nothing measured yet");
    expect(draw([nothing, runs[0]!]).desc).toContain("Memorised at step");
  });
});

describe("stages", () => {
  const stages = [
    { stage: 1, since: 0, until: 20 },
    { stage: 2, since: 30, until: 140 },
    { stage: 3, since: 150, until: 500 },
  ] as const;

  test("lie side by side where their steps are", () => {
    const drawn = draw(record, { stages });
    const strips = drawn
      .marks("stage")
      .map((strip) => ["x", "width"].map((name) => Number(strip.getAttribute(name))));
    expect(strips).toHaveLength(3);
    expect(strips[0]![0]! + strips[0]![1]!).toBeCloseTo(strips[1]![0]!, 1);
    const [left, right] = ["0", "500"].map((tick) => textAt(drawn, tick).x);
    expect(strips[1]![0]).toBeCloseTo(left! + ((right! - left!) * 30) / 500, 1);
    expect(strips[2]![0]! + strips[2]![1]!).toBeCloseTo(right!, 1);
    textAt(drawn, "III interactive");
    expect(drawn.desc).toContain("Stages: I lazy");
  });

  test("have short names where they are narrow, and none where they are narrower", () => {
    const [first, ...others] = stages;
    const early = [first, { ...others[0], since: 15 }, others[1]];
    const drawn = draw(record, { stages: early, width: 360 });
    textAt(drawn, "II");
    expect(drawn.texts.map(({ text }) => text)).not.toContain("I");
  });
});

describe("themes", () => {
  test("auto holds both and asks the reader's system", () => {
    const style = draw(record).svg.querySelector("style")!.textContent!;
    expect(style).toContain("prefers-color-scheme:dark");
    expect(style).toContain(palette.dark.train);
    expect(style).toContain(palette.light.train);
  });

  test.each(["light", "dark"] as const)("%s is a file of plain attributes", (theme) => {
    const { svg, marks } = draw(record, { theme });
    expect(marks("test line")[0]!.getAttribute("stroke")).toBe(palette[theme].test);
    expect(svg.querySelector("style")).toBeNull();
    expect(svg.outerHTML).not.toContain("var(");
    expect(svg.outerHTML).not.toContain(palette[theme === "dark" ? "light" : "dark"].test);
  });
});
