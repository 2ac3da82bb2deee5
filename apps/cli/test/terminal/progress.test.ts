import { PassThrough } from "node:stream";
import { type MetricRow, runConfig } from "@grokscape/trainer";
import { afterEach, expect, test, vi } from "vitest";
import { liveLine } from "../../src/terminal/live-line.ts";
import { progress } from "../../src/terminal/progress.ts";

afterEach(() => vi.unstubAllEnvs());

const config = runConfig({ task: "cyclic:7", split: { fraction: 0.6 } });

const row = (step: number, trainAccuracy: number, testAccuracy: number): MetricRow => ({
  step,
  trainLoss: 1,
  testLoss: 1,
  trainAccuracy,
  testAccuracy,
  weightNorms: {},
  weightTurns: {},
  featureGradientNorm: 0,
});

test.each([100, 40, 20])("what happens on the way fits into %i columns", (width) => {
  vi.stubEnv("COLUMNS", `${width}`);
  const stream = new PassThrough();
  const tell = progress(config, liveLine(stream as unknown as NodeJS.WriteStream), [], (rows) => ({
    at: rows.length,
    probability: 0.9,
    horizon: 4000,
    step: { low: 100, median: 200, high: 12_345 },
    outside: [],
  }));
  tell(row(0, 0.1, 0.1));
  tell(row(100, 1, 0.2));
  tell(row(200, 1, 1));
  const lines = `${stream.read()}`.split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  const text = lines.map((line) => line.trim()).join(" ");
  expect(text).toContain("○ step 100: forecast to understand: 90 %, at about step 200");
  expect(text).toContain("● step 100: memorised. It answers 100 % of what it was shown");
  expect(text).toContain("● step 200: understood. It answers 100 % of what it was never shown.");
  expect(text.match(/memorised\./g)).toHaveLength(1);
});
