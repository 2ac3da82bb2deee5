import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type BorderMeasurement, borderSweeps, replayed } from "../src/index.ts";
import { borderMeasurementOf, lawsOfLedger } from "../src/node/index.ts";
import { expectTheSameAgain, isByNight, ledger } from "./sample.ts";

const slow = ledger.filter(({ experiment, measured }) => isByNight(experiment, measured));

test.each(slow)("$id comes out the same again", ({ experiment, measured }) =>
  expectTheSameAgain(experiment, measured),
);

test.each(borderSweeps)("every border of $id follows from its outcomes", ({ id }) => {
  const { question, variants } = borderMeasurementOf(id) as BorderMeasurement;
  for (const border of variants) expect(replayed(question, border)).toBeNull();
});

test("the board of laws is what the ledger comes to", () => {
  const file = new URL("../bench/board/laws.json", import.meta.url);
  expect(lawsOfLedger()).toEqual(JSON.parse(readFileSync(file, "utf8")));
});
