import { type MetricRow, runConfig } from "@grokscape/trainer";
import type { StoredRun } from "@grokscape/trainer/node";
import { expect, test } from "vitest";
import { readingsOf, spectraOf } from "../../src/outcome/spectrum.ts";

/** The steps at which a run with these measured steps is read. */
function readAt(every: number, last: number): number[] {
  const { due } = readingsOf(runConfig({ task: "cyclic:7" }))!.spectrum;
  const rows: MetricRow[] = [];
  return Array.from({ length: Math.floor(last / every) + 1 }, (_, i) => i * every).filter(
    (step) => {
      rows.push({ step } as MetricRow);
      return due(rows, false);
    },
  );
}

test("spectra are kept three times between a power of two and the next", () => {
  expect(readAt(1, 32)).toEqual([0, 2, 3, 4, 6, 7, 8, 11, 13, 16, 21, 26, 32]);
  expect(readAt(5, 2000)).toHaveLength(25);
  expect(readAt(1, 25_000)).toHaveLength(41);
});

test("nothing is kept of nodes that are no functions on a group", () => {
  expect(readingsOf(runConfig({ task: "parity:6,2" }))).toBeUndefined();
  expect(
    readingsOf(runConfig({ task: "cyclic:7", model: { embedding: "trainable" } })),
  ).toBeUndefined();
});

test("what another program read is no spectrum", () => {
  const readings = [
    { step: 0, spectrum: [1] },
    { step: 1, norm: 2 },
    { step: 2, spectrum: "no" },
  ];
  expect(spectraOf({ readings } as unknown as StoredRun)).toEqual([{ step: 0, spectrum: [1] }]);
});
