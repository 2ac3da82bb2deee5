import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { task } from "@grokscape/group-datasets";
import { predict } from "@grokscape/theory";
import type { Engine, RunConfig, RunRecord } from "@grokscape/trainer";
import { readRun, type StoredRun, trainInFolder } from "@grokscape/trainer/node";
import { forecastFrom } from "../outcome/forecasts.ts";
import { writeReport } from "../report/write-report.ts";
import { comparisonText } from "../terminal/comparison-text.ts";
import { invocation } from "../terminal/invocation.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, duration } from "../terminal/numbers.ts";
import { predictionText } from "../terminal/prediction-text.ts";
import { print } from "../terminal/print.ts";
import { progress } from "../terminal/progress.ts";
import { bold, dim } from "../terminal/style.ts";
import { conclude } from "./conclude.ts";
import { listenForStop } from "./stop-signals.ts";

/** Prints the prediction, trains in the folder, prints the outcome beside it. Returns the exit code. */
export async function trainAndTell(
  folder: string,
  config: RunConfig,
  engine: Engine,
): Promise<number> {
  const chosen = task(config.task);
  const prediction = predict(chosen, config);
  const earlier = existsSync(join(folder, "config.json")) ? await readRun(folder) : null;
  print(`${bold(`Grokscape · ${chosen.title}`)}\n`);
  print(`${predictionText(prediction, ["laws", "knobs"])}\n`);
  print(opening(folder, config, engine, earlier));
  const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
  const line = liveLine(process.stdout);
  const tell = progress(config, line, earlier?.metrics ?? [], (rows) =>
    forecastFrom(config, rows, chosen),
  );
  let record: RunRecord;
  try {
    const run = trainInFolder(folder, config, { engine, signal: stop.signal });
    let next = await run.next();
    for (; !next.done; next = await run.next()) tell(next.value);
    record = next.value;
  } finally {
    line.end();
    stop.release();
  }
  if (record.stopped === "aborted") {
    print(`\nStopped at step ${count(record.steps)}; nothing is lost. To go on:`);
    print(`  ${invocation(`resume ${basename(folder)}`)}`);
    return stop.exitCode();
  }
  await tellOutcome(folder);
  return 0;
}

function opening(folder: string, config: RunConfig, { name }: Engine, earlier: StoredRun | null) {
  if (earlier?.record && earlier.record.stopped !== "aborted") {
    return `This run is there already (same settings, same bytes): ${folder}\n${dim("Another seed makes another run: --seed 2")}`;
  }
  const from = earlier && earlier.resumableFrom > 0;
  return [
    from
      ? `Going on from step ${count(earlier.resumableFrom)}`
      : `Training for ${count(config.steps)} steps at most`,
    ` with the ${name} engine, in ${folder}\n`,
    dim("Ctrl-C stops after the present step and says how to go on."),
  ].join("");
}

async function tellOutcome(folder: string): Promise<void> {
  const conclusion = await conclude(await readRun(folder));
  const { session } = conclusion.run;
  const report = await writeReport(conclusion);
  print(`\n${comparisonText(conclusion.comparison)}\n`);
  if (session) {
    const steps = conclusion.record.steps - session.fromStep;
    const speed = (steps / session.seconds).toPrecision(3);
    print(dim(`${count(steps)} steps in ${duration(session.seconds)} (${Number(speed)} a second)`));
  }
  print(`Report: ${report}`);
}
