import { type MetricRow, runConfig } from "@grokscape/trainer";
import { describe, expect, test } from "vitest";
import { type ReadingName, readings, summits } from "../src/index.ts";

/** A row for each step: what reached the hidden layer, and how far W has turned. */
const rows = (gradients: readonly number[], turns: readonly number[] = []) =>
  gradients.map(
    (featureGradientNorm, step) =>
      ({
        step,
        featureGradientNorm,
        testLoss: 0.5,
        weightTurns: { W: turns[step] },
      }) as unknown as MetricRow,
  );

function ofRows(name: ReadingName, measured: readonly MetricRow[]): number {
  const reading = readings[name];
  if (!("ofRows" in reading)) throw new Error(`${name} is read off a network`);
  return reading.ofRows(measured);
}

describe("what is read off the rows of a run", () => {
  test.each([
    ["a rise and a fall after a fall", [8, 2, 6, 1], 3],
    ["a fall alone", [8, 4, 2, 1], 1],
    ["a rise alone", [1, 2, 4, 8], 1],
    ["the smaller of rise and fall", [1, 6, 3], 2],
    ["nothing that moves", [0, 0, 0], 1],
  ])("the bump of the gradient: %s", (_, gradients, times) => {
    expect(ofRows("gradient-bump", rows(gradients))).toBe(times);
  });

  test("the step of half the way, and the loss in the end", () => {
    const measured = rows([1, 1, 1, 1], [0, 0.3, 0.5, 0.8]);
    expect(ofRows("half-turned-W", measured)).toBe(2);
    expect(ofRows("test-loss", measured)).toBe(0.5);
  });
});

test("with most of the table nodes climb to features, with few examples most memorise", () => {
  const kinds = (fraction: number) =>
    summits(runConfig({ task: "cyclic:7", split: { fraction }, model: { width: 8 } })).map(
      ({ kind }) => kind,
    );
  expect(new Set(kinds(0.95))).toEqual(new Set(["generalising"]));
  expect(kinds(0.2).filter((kind) => kind === "memorising").length).toBeGreaterThan(4);
});
