// Trains the runs that the forecaster is fitted on, one after another on one thread: `node
// --conditions=@grokscape/source runs.ts <count> <file>` adds those that the file does not have, a line each.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { type MetricRow, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { plannedRuns } from "./plan.ts";

const engine = wasmEngine({ threads: 1 });
const [count, file] = process.argv.slice(2);
const done = existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
for (const planned of plannedRuns(Number(count)).slice(done)) {
  const rows: MetricRow[] = [];
  for await (const row of train(planned.config, { engine })) rows.push(row);
  const trainedBy = `${engine.name} ${engine.numericVersion}`;
  appendFileSync(file, `${JSON.stringify({ ...planned, engine: trainedBy, rows })}\n`);
}
