import { grokkingTable } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { grokkingRecord } from "../records.ts";

const document = () => parseHTML("<html><body></body></html>").document;
const cells = (table: HTMLTableElement) =>
  [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

test("a short run in full", () => {
  const metrics = [
    { step: 0, trainAccuracy: 0.01, testAccuracy: 0, trainLoss: 1, testLoss: 1.25 },
    { step: 10, trainAccuracy: 1, testAccuracy: Number.NaN, trainLoss: 0.0005, testLoss: 1.5 },
  ];
  const record = { metrics, memorisedAt: 10, generalisedAt: null };
  const table = grokkingTable(record, { document: document() });
  expect([...table.querySelectorAll("thead th")].map((head) => head.textContent)).toEqual([
    "step",
    "train accuracy",
    "test accuracy",
    "train loss",
    "test loss",
    "event",
  ]);
  expect(cells(table)).toEqual([
    ["0", "1.0\u202f%", "0\u202f%", "1.00", "1.25", ""],
    ["10", "100\u202f%", "NaN", "5.00×10⁻⁴", "1.50", "memorised"],
  ]);
  expect(table.querySelector("caption")!.textContent).toContain("All measured steps.");
});

test("a long run by at most 40 rows, its ends and its moments among them", () => {
  const record = grokkingRecord();
  const table = grokkingTable(record, { document: document() });
  const rows = cells(table);
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
