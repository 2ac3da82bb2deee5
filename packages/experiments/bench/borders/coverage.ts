// How often intervals hold the truth, by simulation: `node --conditions=@grokscape/source coverage.ts` prints
// the tables of `results.md`.
import { randomStream, uniform } from "@grokscape/group-datasets";
import {
  type BorderInput,
  type BorderPoint,
  type BorderSearch,
  beginSearch,
  borderQuestion,
  fitPower,
  observe,
  powerForms,
  wanted,
} from "../../src/index.ts";

const stream = randomStream(1, "monte-carlo");
const percent = (share: number) => `${Math.round(100 * share)} %`;
const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(" | ")} |`);

/** A whole search, where a run at a value comes with 1/(1 + (border/value)^(1/width)). */
function simulated(input: BorderInput, border: number, width: number): BorderSearch {
  let search = beginSearch(borderQuestion(input));
  while (wanted(search).length > 0) {
    const [{ value }] = wanted(search);
    search = observe(search, uniform(stream) < 1 / (1 + (border / value) ** (1 / width)));
  }
  return search;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);

row(["s", "holds it", "found", "found, and holds it", "runs"]);
row(["---", "---", "---", "---", "---"]);
for (const width of [0.01, 0.03, 0.06, 0.12, 0.25]) {
  const searches = times(500, () => {
    const truth = 120 * (350 / 120) ** uniform(stream);
    const { border, outcomes } = simulated(
      { over: "split.count", from: 100, to: 420 },
      truth,
      width,
    );
    const { state, low, high } = border;
    const isInside = state === "found" || state === "wide";
    const holds = isInside && (low ?? 0) <= truth && truth <= (high ?? Infinity);
    return { holds, found: state === "found", runs: outcomes.length };
  });
  const found = searches.filter((one) => one.found);
  row([
    width,
    percent(mean(searches.map(({ holds }) => Number(holds)))),
    percent(found.length / searches.length),
    `${found.filter(({ holds }) => holds).length} of ${found.length}`,
    Math.round(mean(searches.map(({ runs }) => runs))),
  ]);
}

const law = (M: number) => 2.75 * M * Math.log(M);
const fits = times(300, () => {
  const points = [11, 13, 17, 23, 29, 37].flatMap((classes): BorderPoint[] => {
    const unit = classes * Math.log(classes);
    const input = { over: "split.criticalMultiple", from: 1.5, to: 4.5 };
    const { at, low, high } = simulated(input, law(classes) / unit, 0.04).border;
    if (at === null || low === null || high === null) return [];
    return [{ classes, count: at * unit, low: low * unit, high: high * unit }];
  });
  return powerForms.map((form) => fitPower(form, points));
});
const holds = (estimate: { low: number; high: number } | undefined, truth: number) =>
  Number(!!estimate && estimate.low <= truth && truth <= estimate.high);
row(["borders of six M on 2.75·M·ln M, s = 0.04", "holds the truth"]);
row(["---", "---"]);
const shareOf = (index: number, held: (fit: (typeof fits)[0][0]) => number) =>
  percent(mean(fits.map((all) => held(all[index]))));
const indexOf = (id: string) => powerForms.findIndex((form) => form.id === id);
row(["C of C·M·ln M", shareOf(indexOf("coupons"), (fit) => holds(fit?.constant, 2.75))]);
row(["a of C·M^a·ln M", shareOf(indexOf("power-times-log"), (fit) => holds(fit?.a, 1))]);
row(["a of C·M^a·(ln M)^b", shareOf(indexOf("both-free"), (fit) => holds(fit?.a, 1))]);
row(["b of C·M^a·(ln M)^b", shareOf(indexOf("both-free"), (fit) => holds(fit?.b, 1))]);
row([
  "a + b/ln M",
  shareOf(indexOf("both-free"), (fit) =>
    fit ? holds(fit.exponent, 1 + 1 / Math.log(fit.exponent.classes)) : 0,
  ),
]);
