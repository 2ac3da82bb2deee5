import { weightSpectrum } from "@grokscape/measures";
import { agreements, explain } from "@grokscape/theory";
import { grokkingCurve, grokkingTable, spectrumTimeline, stageTimeline } from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import { bestInWords } from "../outcome/best.ts";
import type { Comparison } from "../outcome/comparison.ts";
import { keptForecasts } from "../outcome/forecasts.ts";
import { spectraOf } from "../outcome/spectrum.ts";
import { stagesOf } from "../outcome/stages.ts";
import { trainWords } from "../run/commands-to-type.ts";
import type { Conclusion } from "../run/conclude.ts";
import { forecastText } from "../terminal/forecast-text.ts";
import { count, duration, moment, percent } from "../terminal/numbers.ts";
import { figure } from "./figure.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { networkInPictures } from "./network-in-pictures.ts";
import { networkInWords } from "./network-in-words.ts";
import { styleSheet } from "./style-sheet.ts";

/** The report of a run: one HTML page that loads nothing. */
export async function reportPage(conclusion: Conclusion): Promise<string> {
  const { record, task, prediction, comparison } = conclusion;
  const best = bestInWords(conclusion.best, record);
  const shown = percent(prediction.data.fraction.value);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${task.title}: ${verdictOf(conclusion)} · Grokscape</title>
<style>${trusted(styleSheet)}</style>
</head>
<body>
<main>
<h1>${task.title}</h1>
<p class="lead">${networkInWords(record.config.model)} was shown ${shown} of the examples. ${leadOf(conclusion)}</p>
${whenAndWhere(conclusion)}
${curve(conclusion, "accuracy")}
<h2>Prediction and outcome</h2>
${comparisonTable(comparison)}
${best && markup`<p>${best}</p>`}
${forecastTable(conclusion)}
${await networkInPictures(conclusion)}
<h2>The course of training</h2>
${curve(conclusion, "loss")}
${stages(conclusion)}
${spectrum(conclusion)}
<h2>What the theory said before the run</h2>
${explain(prediction, "en").map(({ text }) => markup`<p>${text}</p>`)}
<h2>How to run it again</h2>
<p>The same settings and seed give the same bytes on every machine: compare the hash of the final weights.</p>
${commandFor(conclusion)}
${facts(conclusion)}
<details><summary>All settings, as JSON</summary><pre>${JSON.stringify(record.config, null, 2)}</pre></details>
<details><summary>All numbers of the curve</summary><div class="scroll">${trusted(
    renderToString((document) => grokkingTable(record, { document })),
  )}</div></details>
</main>
</body>
</html>
`;
  return page.html;
}

/** With the ceiling where not all can be known. */
const curve = ({ record, best }: Conclusion, quantity: "accuracy" | "loss"): Markup =>
  figure((options) =>
    grokkingCurve(record, {
      ...options,
      quantity,
      ...(best && best.bestAccuracy < 1 && { ceiling: best.bestAccuracy }),
    }),
  );

function stages({ record }: Conclusion): Markup | null {
  const stages = stagesOf(record);
  if (stages.length === 0) return null;
  const rows = record.metrics.map(({ step, featureGradientNorm, weightTurns }) => ({
    step,
    gradientNorm: featureGradientNorm,
    topTurn: weightTurns.V,
    hiddenTurn: weightTurns.W,
  }));
  return figure((options) => stageTimeline(rows, { ...options, stages }));
}

/** How weight moved between irreps, up to the last checkpoint; a sentence instead if the run kept no spectra. */
function spectrum({ run, record, task: { group }, state, nodes }: Conclusion): Markup | null {
  if (!group || !state || !nodes) return null;
  const kept = spectraOf(run);
  const last = kept.at(-1);
  if (!last) {
    return markup`<p>How weight moved between irreps is not shown: this run kept no spectra while it trained.</p>`;
  }
  const { step } = state;
  const end = last.step < step ? [{ step, spectrum: weightSpectrum(group, state.weights.W) }] : [];
  const stages = stagesOf(record);
  return figure((options) => spectrumTimeline([...kept, ...end], { ...options, stages }));
}

function verdictOf({ record }: Conclusion): string {
  const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom } = record;
  if (generalisedAt !== null) return `understood at ${moment(generalisedAt, generalisedFrom)}`;
  if (memorisedAt !== null) return `memorised at ${moment(memorisedAt, memorisedFrom)}`;
  return "neither memorised nor understood";
}

function leadOf({ record }: Conclusion): Markup {
  const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom, metrics, steps } = record;
  const last = metrics.at(-1);
  const memorised = markup`By ${moment(memorisedAt ?? 0, memorisedFrom)} it had <span class="memorising">memorised</span> them`;
  if (generalisedAt !== null) {
    const understood = markup`by ${moment(generalisedAt, generalisedFrom)} it <span class="generalising">understood</span> the ones it had never seen`;
    return memorisedAt === null || memorisedAt >= generalisedAt
      ? markup`It ${understood}.`
      : markup`${memorised}; ${understood}.`;
  }
  if (memorisedAt === null) {
    return markup`By step ${count(steps)} it had neither memorised them nor understood the others, of which it answered ${percent(last?.testAccuracy ?? 0)}.`;
  }
  return markup`${memorised}. At step ${count(steps)} it answered ${percent(last?.testAccuracy ?? 0)} of the others.`;
}

function whenAndWhere({ run: { session } }: Conclusion): Markup {
  if (!session) return markup`<p class="when">This run has not ended yet.</p>`;
  const { startedAt, machine } = session;
  const when = `${startedAt.slice(0, 16).replace("T", " ")} UTC`;
  return markup`<p class="when">${when}, ${duration(session.seconds)} on ${machine.cpu.trim()}, ${machine.cores} ${machine.cores === 1 ? "core" : "cores"}.</p>`;
}

function comparisonTable(rows: readonly Comparison[]): Markup {
  return markup`<div class="scroll"><table>
<thead><tr><th scope="col"></th><th scope="col">Predicted</th><th scope="col">Measured</th><th scope="col"></th></tr></thead>
<tbody>${rows.map(
    ({ about, predicted, measured, agreement }) =>
      markup`<tr><th scope="row">${about}</th><td>${predicted}</td><td>${measured}</td><td class="mark">${agreement && markup`<span aria-hidden="true">${agreements[agreement].mark}</span> ${agreement}`}</td></tr>
`,
  )}</tbody></table></div>`;
}

/** The forecasts made at a few steps, beside what came; null for runs that the forecaster was not fitted to. */
function forecastTable({ record, task }: Conclusion): Markup | null {
  const kept = keptForecasts(record, task);
  if (kept.length === 0) return null;
  const { generalisedAt, generalisedFrom } = record;
  const came = generalisedAt === null ? "not yet" : moment(generalisedAt, generalisedFrom);
  const rows = kept.map(({ forecast, agreement }): Comparison => {
    const horizon = `by step ${count(forecast.horizon)}`;
    return {
      about: `at step ${count(forecast.at)}`,
      predicted: `${forecastText(forecast)}${forecast.probability < 0.5 ? ` ${horizon}` : ""}`,
      measured: came,
      agreement,
    };
  });
  return markup`<h2>Forecasts on the way</h2>
<p>How likely it was to understand, and when, by what other runs did that began like it. The interval is to hold the step 4 times in 5.</p>
${comparisonTable(rows)}`;
}

function commandFor({ run, record }: Conclusion): Markup {
  const words = trainWords(record.config, run.engine.name, run.links);
  return markup`<pre>npx grokscape ${words.join(" ")}
npm start -- ${words.slice(1).join(" ")}   # in a clone of the repository</pre>`;
}

function facts({ run, record, learned }: Conclusion): Markup {
  const { session } = run;
  const entries: [string, string][] = [
    ["Run", record.id],
    ["Engine", `${run.engine.name} ${run.engine.numericVersion}`],
  ];
  if (session) {
    entries.push(
      ["Final weights, SHA-256", record.weightsHash],
      ["Last weights", `checkpoints/${record.steps}.safetensors`],
    );
  }
  if (learned) {
    entries.push(["Median purity of the nodes", learned.medianPurity.toFixed(3)]);
  }
  if (session) {
    const { versions, machine } = session;
    entries.push(
      ["Versions", `@grokscape/trainer ${versions.trainer}, Node ${versions.node}`],
      ["Platform", machine.platform],
    );
  }
  return markup`<dl>${entries.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
