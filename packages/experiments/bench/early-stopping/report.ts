// What `outcomes.json` comes to, as `results.md`: `node --conditions=@grokscape/source report.ts`.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { learnt, middleOf, unknownTransition } from "../../src/border/transition.ts";

interface FinishedRun {
  readonly count: number;
  readonly seed: number;
  readonly cameAt: number | null;
  /** Of each moment before it came. */
  readonly forecasts: readonly number[];
}

interface Outcomes {
  readonly command: string;
  readonly machine: string;
  readonly date: string;
  readonly steps: number;
  readonly moments: readonly number[];
  readonly runs: readonly FinishedRun[];
}

const here = (name: string) => new URL(name, import.meta.url);

/** What would be if runs were ended once the forecaster gave them less than this. */
const thresholds = [0.02, 0.05, 0.1, 0.2, 0.3];

const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)} %`;

/** The border of runs, as the search reckons it. */
function border(runs: readonly { readonly count: number; readonly came: boolean }[]): string {
  const start = unknownTransition(Math.log(80), Math.log(130), 0.001);
  const known = runs.reduce((so, { count, came }) => learnt(so, Math.log(count), came), start);
  const [low, at, high] = [0.025, 0.5, 0.975].map((share) =>
    Math.exp(middleOf(known).quantile(share)).toFixed(1),
  );
  return `${at} (${low} … ${high})`;
}

/** The step at which a forecast first passed a test; undefined if none did. */
const when = ({ forecasts }: FinishedRun, { moments }: Outcomes, test: (p: number) => boolean) =>
  moments[forecasts.findIndex(test)];

export function report(outcomes: Outcomes): string {
  const { runs, steps, command, machine, date } = outcomes;
  const lengthOf = ({ cameAt }: FinishedRun) => cameAt ?? steps;
  const all = runs.reduce((sum, run) => sum + lengthOf(run), 0);
  const rows = thresholds.map((threshold) => {
    const ended = runs.map((run) => when(run, outcomes, (p) => p < threshold));
    const turned = runs.filter(({ cameAt }, i) => ended[i] !== undefined && cameAt !== null);
    const saved = runs.reduce(
      (sum, run, i) => sum + lengthOf(run) - (ended[i] ?? lengthOf(run)),
      0,
    );
    const seen = runs.map(({ count, cameAt }, i) => ({
      count,
      came: cameAt !== null && ended[i] === undefined,
    }));
    return [
      `below ${percent(threshold)}`,
      ended.filter((step) => step !== undefined).length,
      turned.length,
      percent(saved / all, 1),
      border(seen),
    ];
  });
  const guesses = [0.02, 0.2].map((doubt) => {
    const isSure = (p: number) => p <= doubt || p >= 1 - doubt;
    const guessed = runs.flatMap((run) => {
      const p = run.forecasts.find(isSure);
      return p === undefined ? [] : [{ isRight: p > 0.5 === (run.cameAt !== null) }];
    });
    const right = guessed.filter(({ isRight }) => isRight).length;
    return [`${percent(doubt)} or ${percent(1 - doubt)}`, guessed.length, right];
  });
  const came = runs.map(({ count, cameAt }) => ({ count, came: cameAt !== null }));
  const table = (head: string[], rows: (string | number)[][]) =>
    [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const counts = [...new Set(runs.map(({ count }) => count))];
  return `# What early stopping by the forecaster would do to a border

${runs.length} runs of Z₁₃ near their border were trained to their end. Had the forecaster ended
those that it gave little hope, some that came would have counted as missed, and always in the same
direction: the border would have seemed higher than it is.

${table(
  ["ended once the forecast is", "ended", "of these had come", "steps saved", "border in n (95 %)"],
  [["never", 0, 0, "0 %", border(came)], ...rows],
)}

So a search ends no run by a forecast. It guesses by them what it will want next, while a thread has
nothing to do. The first forecast that was sure, and how often it was right:

${table(["at most, or at least", "runs with such a forecast", "right"], guesses)}

Of ${runs.length / counts.length} seeds each, there came:

${table(
  ["n", ...counts.map(String)],
  [
    [
      "came",
      ...counts.map((n) => runs.filter((run) => run.count === n && run.cameAt !== null).length),
    ],
  ],
)}

\`${command}\`, ${machine}, ${date}.
`;
}

export const outcomes: Outcomes = JSON.parse(readFileSync(here("outcomes.json"), "utf8"));

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(here("results.md"), report(outcomes));
}
