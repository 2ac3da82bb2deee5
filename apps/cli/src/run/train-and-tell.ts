import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { predict } from "@grokscape/theory";
import {
  type AnySession,
  type Engine,
  type RunConfig,
  type RunRecord,
  taskOf,
} from "@grokscape/trainer";
import { pluginsOf, readRun, type StoredRun } from "@grokscape/trainer/node";
import { forecastFrom } from "../outcome/forecasts.ts";
import { writeReport } from "../report/write-report.ts";
import { comparisonText } from "../terminal/comparison-text.ts";
import { invocation } from "../terminal/invocation.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, duration } from "../terminal/numbers.ts";
import { predictionText } from "../terminal/prediction-text.ts";
import { print, printJson } from "../terminal/print.ts";
import { progress } from "../terminal/progress.ts";
import { wordStream } from "../terminal/streams.ts";
import { bold, dim } from "../terminal/style.ts";
import { commandLines, paragraph } from "../terminal/table.ts";
import { resumeWords, runsWords, trainWords } from "./commands-to-type.ts";
import { type Conclusion, conclude } from "./conclude.ts";
import { pluginsOfRun } from "./plugins.ts";
import { conclusionJson } from "./result-json.ts";
import { listenForStop } from "./stop-signals.ts";
import { trainApart } from "./train-apart.ts";

/**
 * Prints the prediction, trains in the folder, prints the outcome beside it. Returns the exit code.
 *
 * @param links names of those that train in place of the config's optimiser, if any do
 * @param asJson whether the outcome is told as JSON, too
 */
export async function trainAndTell(
  folder: string,
  config: RunConfig,
  engine: Engine<AnySession>,
  links: readonly string[] | undefined,
  asJson: boolean,
): Promise<number> {
  const chosen = taskOf(config);
  const prediction = predict(chosen, config);
  const earlier = existsSync(join(folder, "config.json")) ? await readRun(folder) : null;
  print(`${bold(paragraph(`Grokscape · ${chosen.title}`))}\n`);
  print(`${predictionText(prediction, ["laws", "knobs"])}\n`);
  const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
  const line = liveLine(wordStream());
  const tell = progress(config, line, earlier?.metrics ?? [], (rows) =>
    forecastFrom(config, rows, chosen),
  );
  let record: RunRecord;
  try {
    if (links) print(dim(paragraph(trainedBy(links, config))));
    print(opening(folder, config, engine, earlier));
    const run = trainApart(
      {
        ...{ folder, config, engine: engine.name, links },
        plugins: pluginsOf({ plugins: pluginsOfRun({ config, links }) }),
      },
      stop.signal,
    );
    let next = await run.next();
    for (; !next.done; next = await run.next()) tell(next.value);
    record = next.value;
  } finally {
    line.end();
    stop.release();
  }
  const concluded = async () => conclude(await readRun(folder));
  if (record.stopped === "aborted") {
    const stopped = `Stopped at step ${count(record.steps)}; nothing is lost. To go on:`;
    print(`\n${paragraph(stopped)}\n${commandLines(invocation(resumeWords(folder)))}`);
    if (asJson) printJson(conclusionJson(await concluded(), null));
    return stop.exitCode();
  }
  const conclusion = await concluded();
  const report = await tellOutcome(conclusion);
  if (asJson) printJson(conclusionJson(conclusion, report));
  return stop.exitCode();
}

const trainedBy = (links: readonly string[], { optimiser }: RunConfig) =>
  `Trained by ${links.join(", ")}, in place of ${optimiser.kind}: what the theory says is of ${optimiser.kind}.`;

function opening(
  folder: string,
  config: RunConfig,
  engine: Engine<AnySession>,
  earlier: StoredRun | null,
) {
  if (earlier?.record && earlier.record.stopped !== "aborted") {
    const there = `This run is there already (same settings, same bytes): ${folder}`;
    const other = trainWords({ ...config, seed: config.seed + 1 }, engine.name, earlier.links);
    const command = commandLines(invocation([...other, ...runsWords(dirname(folder))]));
    return `${paragraph(there)}\n${dim(`${paragraph("Another seed makes another run:")}\n${command}`)}`;
  }
  const begun =
    earlier && earlier.resumableFrom > 0
      ? `Going on from step ${count(earlier.resumableFrom)}`
      : `Training for ${count(config.steps)} steps at most`;
  return [
    paragraph(`${begun} with the ${engine.name} engine, in ${folder}`),
    dim(paragraph("Ctrl-C stops after the present step and says how to go on.")),
  ].join("\n");
}

/** Prints the outcome and writes the report. Returns its path. */
async function tellOutcome(conclusion: Conclusion): Promise<string> {
  const { session } = conclusion.run;
  print(`\n${comparisonText(conclusion)}\n`);
  if (session) {
    const steps = conclusion.record.steps - session.fromStep;
    const speed = (steps / session.seconds).toPrecision(3);
    const took = `${count(steps)} steps in ${duration(session.seconds)} (${Number(speed)} a second)`;
    print(dim(paragraph(took)));
  }
  const report = await writeReport(conclusion);
  print(paragraph(`Report: ${report}`));
  return report;
}
