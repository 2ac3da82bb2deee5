import { type LearnedRecord, learnedNumbers, learnedTable, palette } from "@grokscape/viz";
import { expect, test } from "vitest";
import { cellsOf, find, page } from "../found.ts";

const record: LearnedRecord = {
  order: 4,
  train: [0, 1, 2, 3],
  frames: [
    { step: 0, right: new Uint8Array(16) },
    { step: 10, right: Uint8Array.from({ length: 16 }, (_, i) => (i < 4 ? 1 : 0)) },
    { step: 90, right: Uint8Array.from({ length: 16 }, (_, i) => (i < 10 ? 1 : 0)) },
  ],
};
const draw = (of: LearnedRecord) => find(learnedTable(of, { document: page(), theme: "light" }));

test("train and test pairs that are right have their colours, and fill their cells", () => {
  const cells = draw(record).marks("cells");
  const area = (fill: string, opacity: string) =>
    cells
      .filter(
        (cell) =>
          cell.getAttribute("fill") === fill && cell.getAttribute("fill-opacity") === opacity,
      )
      .map((cell) =>
        [...cell.getAttribute("d")!.matchAll(/M([\d.]+),[\d.]+H([\d.]+)/g)].reduce(
          (sum, [, from, to]) => sum + Number(to) - Number(from),
          0,
        ),
      );
  const memorised = Math.max(...area(palette.light.train, "1"));
  const side = memorised / 4;
  expect(Math.min(...area(palette.light.train, "1")) / side).toBeCloseTo(2, 1);
  // four that are wrong at step 0 are squares half as wide, no colour needed
  const wrong = cells[0]!.getAttribute("d")!;
  expect(wrong.match(/M/g)).toHaveLength(4);
  expect(area(palette.light.train, "1").sort((a, b) => a - b)).toHaveLength(3);
  expect(area(palette.light.test, "0.88")).toHaveLength(1);
  expect(area(palette.light.test, "0.88")[0]! / side).toBeCloseTo(6, 1);
});

test("the caption says how far it has come", () => {
  expect(draw(record).desc).toContain("4 of 16 are in train");
  expect(draw(record).desc).toContain(
    "At step 90 the network answers 50.0\u202f% of the test pairs.",
  );
});

test("the table has both shares of each step", () => {
  expect(cellsOf(learnedNumbers(record, { document: page() }))).toEqual([
    ["0", "0\u202f%", "0\u202f%"],
    ["10", "100\u202f%", "0\u202f%"],
    ["90", "100\u202f%", "50.0\u202f%"],
  ]);
});

test("before the network is asked, train pairs are pale; a chosen pair is framed", () => {
  const asked = { ...record, frames: [{ step: 0, right: null }] };
  const drawn = find(learnedTable(asked, { document: page(), selected: 6 }));
  expect(drawn.desc).not.toContain("answers");
  expect(drawn.marks("cells")).toHaveLength(1);
  const said = ({ texts }: typeof drawn) =>
    texts.map(({ text }) => text).filter((text) => /^t\w+, /.test(text));
  expect(said(drawn)).toEqual([
    "train, right",
    "train, not asked",
    "test, right",
    "test, not asked",
  ]);
  expect(said(draw(record))).toEqual([
    "train, right",
    "train, wrong",
    "test, right",
    "test, wrong",
  ]);
  expect(said(draw({ ...record, frames: [...asked.frames, ...record.frames] }))).toHaveLength(6);
  const [box, frame] = ["table", "selected"].map((name) => drawn.marks(name)[0]!);
  const at = (mark: Element, name: string) => Number(mark.getAttribute(name));
  const side = at(box!, "width") / 4;
  expect(at(frame!, "x")).toBeCloseTo(at(box!, "x") + 2 * side, 1);
  expect(at(frame!, "y")).toBeCloseTo(at(box!, "y") + side, 1);
  expect(drawn.svg.getAttribute("height")).toBe(
    find(
      learnedTable({ ...record, frames: record.frames.slice(2) }, { document: page() }),
    ).svg.getAttribute("height"),
  );
});

test("pairs that could not be known are struck through, in the picture, its words and its table", () => {
  const known = { ...record, unknowable: [8, 15] };
  const drawn = draw(known);
  const strokes = drawn.marks("unknowable").map((mark) => mark.getAttribute("d")!.match(/M/g));
  const first = drawn.marks("unknowable")[1]!.getAttribute("d");
  expect(first).toMatch(new RegExp(`^M${drawn.marks("table")[0]!.getAttribute("x")},`));
  // the key, and two in each of three panels
  expect(strokes.map((lines) => lines!.length)).toEqual([1, 2, 2, 2]);
  expect(drawn.desc).toContain(
    "2 test pairs, struck through, could not be known from those in train.",
  );
  expect(cellsOf(learnedNumbers(known, { document: page() })).at(-1)).toEqual([
    "90",
    "100\u202f%",
    "50.0\u202f%",
    "50.0\u202f%",
  ]);
  expect(draw(record).marks("unknowable")).toHaveLength(0);
  expect(() => draw({ ...record, unknowable: [16] })).toThrow(
    "unknowable pairs are 0 to 15; got 16",
  );
});

test("nothing, a thousand symbols, and what does not match", () => {
  const empty = draw({ order: 0, train: [], frames: [] });
  expect(empty.desc).toBe("no answers to show");
  expect(empty.texts.filter(({ text }) => text === empty.desc)).toHaveLength(1);
  const large = {
    order: 1000,
    train: [5],
    frames: [{ step: 1, right: new Uint8Array(1_000_000) }],
  };
  expect(draw(large).desc).toContain("of 1,000 rows and columns are drawn");
  expect(() => draw({ ...record, train: [16] })).toThrow("train pairs are 0 to 15; got 16");
  expect(() => draw({ ...record, order: 5 })).toThrow(
    "25 pairs need an answer each; step 0 has 16",
  );
  expect(() => draw({ ...record, order: 1.5 })).toThrow(
    "record.order must be a whole number from 0 to 8192; got 1.5",
  );
  expect(() => draw({ ...record, frames: Array(13).fill(record.frames[0]) })).toThrow("at most 12");
});
