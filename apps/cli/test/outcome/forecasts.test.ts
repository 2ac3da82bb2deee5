import { task } from "@grokscape/group-datasets";
import { forecast } from "@grokscape/measures";
import { type MetricRow, milestones, type RunRecord, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { expect, test } from "vitest";
import { forecastFrom, keptForecasts } from "../../src/outcome/forecasts.ts";
import type { LiveLine } from "../../src/terminal/live-line.ts";
import { progress } from "../../src/terminal/progress.ts";

const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.6 },
  model: { width: 128 },
  optimiser: { kind: "adam", learningRate: 3e-3 },
  steps: 2000,
  evaluateEvery: 5,
});
const chosen = task(config.task);
const record = await ended(config);

async function ended(of: typeof config): Promise<RunRecord> {
  const run = train(of, { engine: wasmEngine({ threads: 1 }) });
  let next = await run.next();
  while (!next.done) next = await run.next();
  return next.value;
}

const until = (last: number) => record.metrics.filter(({ step }) => step <= last);
const came = record.generalisedFrom as number;

test("a few forecasts are kept, each of the rows it had, beside what came", () => {
  const kept = keptForecasts(record, chosen);
  expect(kept.map(({ forecast }) => forecast.at)).toEqual(
    [100, 200, 400, 800, 1600].filter((step) => step < came),
  );
  expect(kept.length).toBeGreaterThan(1);
  for (const { forecast: said, agreement } of kept) {
    expect(said).toEqual(forecast(config, until(said.at)));
    const { low, high } = said.step as NonNullable<typeof said.step>;
    const isWithin = said.probability >= 0.5 && low <= came && came <= high;
    expect(agreement).toBe(isWithin ? "as predicted" : "not as predicted");
  }
});

test("a run that was stopped decides nothing", () => {
  const metrics = until(250);
  const stopped = { ...record, metrics, ...milestones(metrics), stopped: "aborted" as const };
  const kept = keptForecasts(stopped, chosen);
  expect(kept.map(({ forecast }) => forecast.at)).toEqual([100, 200]);
  expect(kept.map(({ agreement }) => agreement)).toEqual(["too early to say", "too early to say"]);
});

test("nothing is forecast from too few rows, nor of a run that it is not meant for", () => {
  expect(forecastFrom(config, until(40), chosen)).toBeNull();
  expect(forecastFrom(config, until(200), chosen)).not.toBeNull();
  const wide = runConfig({ ...config, model: { width: 2048 } });
  expect(forecastFrom(wide, until(200), chosen)).toBeNull();
  expect(keptForecasts({ ...record, config: wide }, chosen)).toEqual([]);
});

test("the live line says it until the run has understood", () => {
  const said: string[] = [];
  const shown = new Map<number, string>();
  let at = 0;
  const line: LiveLine = {
    show: (text) => shown.set(at, text()),
    say: (text) => said.push(text),
    end: () => {},
    erase: () => {},
  };
  const expectation = (rows: readonly MetricRow[]) => forecastFrom(config, rows, chosen);
  const tell = progress(config, line, until(60), expectation);
  // resumed at step 50, so that some rows come again
  for (const row of record.metrics.filter(({ step }) => step >= 50)) {
    at = row.step;
    tell(row);
  }
  expect(shown.get(50)).not.toContain("understands");
  expect(shown.get(150)).toMatch(/understands: \d+ %, at about step [\d,]+ \([\d,]+ … [\d,]+\)/);
  expect(shown.get(record.steps)).not.toContain("understands");
  expect(said.filter((text) => text.includes("forecast"))).toHaveLength(
    keptForecasts(record, chosen).length,
  );
});
