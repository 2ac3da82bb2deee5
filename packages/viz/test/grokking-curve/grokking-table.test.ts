import { grokkingTable } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { expect, test } from "vitest";
import { cellsOf, page } from "../found.ts";
import { grokkingRecord } from "../records.ts";

test("a short run in full", () => {
  const metrics = [
    { step: 0, trainAccuracy: 0.01, testAccuracy: 0, trainLoss: 1, testLoss: 1.25 },
    { step: 10, trainAccuracy: 1, testAccuracy: Number.NaN, trainLoss: 0.0005, testLoss: 1.5 },
  ];
  const record = { metrics, memorisedAt: 10, generalisedAt: null };
  const table = grokkingTable(record, { document: page() });
  expect([...table.querySelectorAll("thead th")].map((head) => head.textContent)).toEqual([
    "step",
    "train accuracy",
    "test accuracy",
    "train loss",
    "test loss",
    "event",
  ]);
  expect(cellsOf(table)).toEqual([
    ["0", "1.0\u202f%", "0\u202f%", "1.00", "1.25", ""],
    ["10", "100\u202f%", "NaN", "5.00×10⁻⁴", "1.50", "memorised"],
  ]);
  expect(table.querySelector("caption")!.textContent).toContain("All measured steps.");
});

test("a long run by at most 40 rows, its ends and its moments among them", () => {
  const record = grokkingRecord();
  const table = grokkingTable(record, { document: page() });
  const rows = cellsOf(table);
  expect(rows.length).toBeLessThanOrEqual(40);
  expect(rows[0]![0]).toBe("0");
  expect(rows.at(-1)![0]).toBe("500");
  expect(rows.find(([step]) => step === "16")!.at(-1)).toBe("memorised");
  expect(rows.find(([step]) => step === "146")!.at(-1)).toBe("understood");
  expect(table.querySelector("caption")!.textContent).toContain(
    `${rows.length} of 501 measured steps`,
  );
});

test("rows and columns have headers, and nothing measured is said", () => {
  const nothing = { metrics: [], memorisedAt: null, generalisedAt: null };
  const html = renderToString((document) => grokkingTable(nothing, { document }));
  expect(html).toContain('<th scope="col">step</th>');
  expect(html).toContain("nothing measured yet");
});

test("several runs have a row each", () => {
  const runs = [grokkingRecord(), { ...grokkingRecord(), generalisedAt: null }];
  const rows = cellsOf(grokkingTable(runs, { document: page() }));
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["1", "16", "146", "500"],
    ["2", "16", "–", "500"],
  ]);
});

test("stages have a column", () => {
  const stages = [
    { stage: 1, since: 0, until: 90 },
    { stage: 2, since: 100, until: 500 },
  ] as const;
  const rows = cellsOf(grokkingTable(grokkingRecord(), { document: page(), stages }));
  expect(rows[0]!.at(-1)).toBe("I");
  expect(rows.at(-1)!.at(-1)).toBe("II");
});
