// Fits the forecaster to the runs of a file and scores it on the held-out tasks:
// `node fit.ts <file>` writes src/forecast/fitted.ts and results.md.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { randomStream, uniform } from "@grokscape/group-datasets";
import { featureNames } from "../../src/forecast/curve-features.ts";
import {
  type FittedForecaster,
  linear,
  squaredDistance,
  standardised,
} from "../../src/forecast/fitted-forecaster.ts";
import {
  calibratedTail,
  coverageOfNewTask,
  type Residuals,
  residualQuantile,
} from "./calibration.ts";
import { type FinishedRun, type Moment, momentsOf } from "./moments.ts";
import { fittedTasks, heldOutTasks, horizon } from "./plan.ts";
import {
  logistic,
  logisticRegression,
  precisionMatrix,
  quantile,
  ridgeRegression,
  type Sample,
} from "./regression.ts";
import { type Forecasted, type Scores, scores } from "./scores.ts";

const [file] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").trim().split("\n");
const runs: FinishedRun[] = lines.map((line) => JSON.parse(line));
const moments = runs.flatMap(momentsOf);
const seen = moments.filter(({ heldOut }) => !heldOut);
const unseen = moments.filter(({ heldOut }) => heldOut);
const weights = seen.map(({ weight }) => weight);

const places = seen[0].features.map((_, i) => i);
const total = weights.reduce((sum, weight) => sum + weight, 0);
const average = (of: (features: readonly number[]) => number) =>
  seen.reduce((sum, { features, weight }) => sum + weight * of(features), 0) / total;
const mean = places.map((i) => average((x) => x[i]));
const deviation = places.map((i) => Math.sqrt(average((x) => (x[i] - mean[i]) ** 2)));
const at = ({ features }: Moment) => standardised({ mean, deviation }, features);

const grokked = (moment: Moment): moment is Moment & { grokkedAt: number } =>
  moment.grokkedAt !== null;
const outcomes: Sample = {
  features: seen.map(at),
  outcomes: seen.map((moment) => Number(grokked(moment))),
  weights,
};
const late = seen.filter(grokked);
const delays: Sample = {
  features: late.map(at),
  outcomes: late.map((moment) => Math.log(moment.grokkedAt / moment.at)),
  weights: late.map(({ weight }) => weight),
};

type Fit = (sample: Sample, ridge: number) => number[];

/** What each row is given by a fit that did not see its task. */
function outOfTask(of: readonly Moment[], sample: Sample, fit: Fit, ridge: number): number[] {
  const given = sample.outcomes.map(() => 0);
  for (const left of new Set(of.map(({ task }) => task))) {
    const isLeft = (row: number) => of[row].task === left;
    const keep = <Item>(items: readonly Item[]) => items.filter((_, row) => !isLeft(row));
    const { features, outcomes, weights } = sample;
    const fitted = fit(
      { features: keep(features), outcomes: keep(outcomes), weights: keep(weights) },
      ridge,
    );
    for (const [row, z] of features.entries()) if (isLeft(row)) given[row] = linear(fitted, z);
  }
  return given;
}

/** The ridge with the least loss on tasks left out, and what it gives there. */
function choose(
  of: readonly Moment[],
  sample: Sample,
  fit: Fit,
  loss: (given: number, outcome: number) => number,
) {
  const tried = [0.03, 0.1, 0.3, 1, 3, 10].map((ridge) => {
    const given = outOfTask(of, sample, fit, ridge);
    const sum = given.reduce(
      (sum, value, row) => sum + sample.weights[row] * loss(value, sample.outcomes[row]),
      0,
    );
    return { ridge, given, sum };
  });
  return tried.reduce((best, each) => (each.sum < best.sum ? each : best));
}

const logLoss = (odds: number, outcome: number) => Math.log(1 + Math.exp(outcome ? -odds : odds));
const odds = choose(seen, outcomes, logisticRegression, logLoss);
const delay = choose(late, delays, ridgeRegression, (given, outcome) => (given - outcome) ** 2);

// Platt's calibration, on odds given to tasks left out; it is linear, so the weights take it in
const [shift, slope] = logisticRegression(
  { ...outcomes, features: odds.given.map((value) => [value]) },
  1e-6,
);
const [constant, ...others] = logisticRegression(outcomes, odds.ridge);
const residuals: Residuals = {
  values: delay.given.map((given, row) => delays.outcomes[row] - given),
  tasks: late.map(({ task }) => task),
  weights: delays.weights,
};
const tail = calibratedTail(residuals, 0.8);
const precision = precisionMatrix(outcomes);
const distances = outcomes.features.map((z) => squaredDistance(precision, z));

const digits = (value: number) => Number(value.toPrecision(6));
const fitted: FittedForecaster = {
  horizon,
  mean: mean.map(digits),
  deviation: deviation.map(digits),
  lowest: places.map((i) => digits(Math.min(...seen.map(({ features }) => features[i])))),
  highest: places.map((i) => digits(Math.max(...seen.map(({ features }) => features[i])))),
  precision: precision.map(digits),
  farthest: digits(quantile(distances, weights, 0.99)),
  odds: [shift + slope * constant, ...others.map((weight) => slope * weight)].map(digits),
  delay: ridgeRegression(delays, delay.ridge).map(digits),
  quantiles: [
    digits(residualQuantile(residuals, tail)),
    digits(residualQuantile(residuals, 0.5)),
    digits(residualQuantile(residuals, 1 - tail)),
  ],
};

function forecasted(moment: Moment): Forecasted {
  const z = standardised(fitted, moment.features);
  const [low, median, high] = fitted.quantiles.map((quantile) =>
    Math.min(horizon, moment.at * Math.exp(Math.max(0, linear(fitted.delay, z) + quantile))),
  );
  return { moment, probability: logistic(linear(fitted.odds, z)), low, median, high };
}

const baseRate =
  outcomes.outcomes.reduce((sum, value, row) => sum + value * weights[row], 0) / total;
const stream = randomStream(1, "monte-carlo");
const score = (of: readonly Moment[]) =>
  scores(of.map(forecasted), baseRate, () => uniform(stream));
const held = score(unseen);

/** The same regression on the step and the hyperparameters alone, to see what curves add. */
const settings = (z: readonly number[]) =>
  z.slice(0, featureNames.indexOf("test accuracy (logit)"));
const blind = logisticRegression(
  { ...outcomes, features: outcomes.features.map(settings) },
  odds.ridge,
);
const withoutCurves = scores(
  unseen.map((moment) => ({
    ...forecasted(moment),
    probability: logistic(linear(blind, settings(at(moment)))),
  })),
  baseRate,
  () => uniform(stream),
);

const percent = (value: number) => `${(100 * value).toFixed(0)} %`;
const coverageOf = ({ coverage, coverageError }: Scores) =>
  `${(100 * coverage).toFixed(0)} ± ${percent(coverageError)}`;
const row = (name: string, of: Scores) =>
  `| ${name} | ${of.runs} | ${of.moments} | ${of.brier.toFixed(3)} ± ${of.brierError.toFixed(3)} | ${of.brierOfBaseRate.toFixed(3)} | ${coverageOf(of)} | ${of.medianFactor.toFixed(2)} |`;
const early = (from: number, to: number) =>
  unseen.filter((moment) => moment.at >= from && moment.at <= to);
const node = "node --conditions=@grokscape/source";
const command = `${node} runs.ts ${runs.length} runs.jsonl && ${node} fit.ts runs.jsonl`;
const engines = [...new Set(runs.map(({ engine }) => engine))].join(" and ");
const machine = `engine ${engines}, ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
const date = new Date().toISOString().slice(0, 10);

const results = `# The forecaster, scored on tasks it had not seen

Each run is asked about at steps 100, 150, 200, 300 … 2400, as long as it has not generalised; every
run counts the same. Horizon: ${horizon} steps. "Base rate" always says ${percent(baseRate)}, the share that
generalised among the runs it was fitted on. The interval is to hold the grok step 4 times in 5; the
error of how often it does is that of drawing tasks again, since runs of one task are alike. The
factor is by how much half of the medians are off at most.

| held-out runs, asked | runs | moments | Brier score | of the base rate | interval holds | factor |
|---|---|---|---|---|---|---|
${[
  row("at any moment", held),
  row("at steps 100 to 200", score(early(100, 200))),
  row("at steps 300 to 600", score(early(300, 600))),
  row("at steps 800 to 2400", score(early(800, 2400))),
].join("\n")}

| forecast between | runs | mean forecast | generalised |
|---|---|---|---|
${held.calibration
  .map(
    ({ from, to, forecast, observed, runs }) =>
      `| ${percent(from)} and ${percent(to)} | ${runs.toFixed(1)} | ${percent(forecast)} | ${percent(observed)} |`,
  )
  .join("\n")}

Fitted on ${new Set(seen.map(({ run }) => run)).size} runs of ${fittedTasks.join(", ")}; scored on ${held.runs} runs of ${heldOutTasks.join(", ")}.
The same regression without the curves, from step, task and hyperparameters alone, scores ${withoutCurves.brier.toFixed(3)} ± ${withoutCurves.brierError.toFixed(3)}.
The interval leaves ${(100 * tail).toFixed(1)} % of the fitted tasks' residuals out on either side, each task's by a fit
without it: so much that a task of which the quantiles know nothing is held in ${percent(coverageOfNewTask(residuals, tail))} on average.
With ${percent(0.1)} on either side it would be ${percent(coverageOfNewTask(residuals, 0.1))}. Nothing was chosen by the held-out tasks: those
eight by which an earlier fit had been scored (its intervals held the step in 73 ± 7 % of their runs)
are among the fitted ones now, and the sixteen here had not been seen before.
Ridges chosen on tasks left out: ${odds.ridge} (odds), ${delay.ridge} (delay); Platt's slope ${slope.toFixed(2)}, shift ${shift.toFixed(2)}.

\`${command}\`, ${machine}, ${date}.
`;
writeFileSync(join(import.meta.dirname, "results.md"), results);
writeFileSync(
  join(import.meta.dirname, "../../src/forecast/fitted.ts"),
  `// Made by bench/forecast: \`${command}\`, ${machine}, ${date}.
// On ${held.runs} runs of tasks it had not seen: Brier score ${held.brier.toFixed(3)} (base rate ${held.brierOfBaseRate.toFixed(3)}), interval holds ${coverageOf(held)}; see results.md there.
import type { FittedForecaster } from "./fitted-forecaster.ts";

export const fitted: FittedForecaster = ${JSON.stringify(fitted)};
`,
);
