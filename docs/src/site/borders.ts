import {
  type BorderLaws,
  type BorderMeasurement,
  borderLaws,
  borderSweeps,
  configOf,
  type Estimate,
  experimentOfSweep,
  named,
  powerCount,
  powerForms,
  sizedBorders,
} from "@grokscape/experiments";
import { task as taskById } from "@grokscape/group-datasets";
import { limitCount } from "@grokscape/theory";
import type { PhaseLaw, PhasePoint } from "@grokscape/viz";
import { wholePercent } from "../demo/numbers.ts";
import type { Locale } from "./locales.ts";

const files: Readonly<Record<string, BorderMeasurement>> = import.meta.glob(
  "../../../packages/experiments/outcomes/borders/*.json",
  { eager: true, import: "default" },
);

/** A border in examples, beside the least number with which the goal can be reached at all. */
interface BorderRow {
  readonly name: string;
  readonly classes: number;
  readonly size: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
  /** On average over splits, by whoever knows no more of the symbols than the network. */
  readonly limit: number;
  readonly runs: number;
}

/** Searches of the ledger, taken together. */
export interface Borders {
  readonly rows: readonly BorderRow[];
  /** Names of variants whose border does not lie in the range, or has no interval. */
  readonly without: readonly string[];
  readonly laws: BorderLaws;
  readonly measured: readonly BorderMeasurement[];
}

/** A search for borders, and what it found. @throws Error if it is not in the ledger, or not measured */
export function searchNamed(id: string) {
  const sweep = borderSweeps.find((sweep) => sweep.id === id);
  const measured = Object.values(files).find(({ experiment }) => experiment === id);
  if (!sweep || !measured) throw new Error(`the ledger has no borders "${id}"`);
  return { experiment: experimentOfSweep(sweep), measured };
}

/** @throws Error if one of them is not in the ledger, or not measured */
export function bordersNamed(...ids: readonly string[]): Borders {
  const searches = ids.map(searchNamed);
  const borders = searches.flatMap(({ experiment, measured }) =>
    sizedBorders(experiment, measured),
  );
  const rows = searches.flatMap(({ experiment, measured }) =>
    sizedBorders(experiment, measured).map(({ name, classes, count, low, high, runs }) => {
      const { task, model } = configOf(experiment, named(experiment.variants, name), 1);
      const table = taskById(task);
      const alphabet = "embedding" in model && model.embedding === "shared" ? "operands" : "own";
      const { mean } = limitCount(table, measured.question.goal, { alphabet });
      return { name, classes, size: table.size, count, low, high, limit: mean, runs: runs.length };
    }),
  );
  const names = searches.flatMap(({ measured }) => measured.variants.map(({ name }) => name));
  return {
    rows,
    without: names.filter((name) => !rows.some((row) => row.name === name)),
    laws: borderLaws(borders),
    measured: searches.map(({ measured }) => measured),
  };
}

const searchFacts = {
  /** a of n = C·M^a. */
  exponent: ({ laws }: Borders) => spanText(laws.fits.find(({ form }) => form === "power")!.a),
  /** n/(M·ln M), from the least to the most. */
  multiples: ({ rows }: Borders) =>
    rangeText(rows.map(({ count, classes }) => count / (classes * Math.log(classes)))),
} as const;

const rowFacts = {
  perSymbol: ({ count, classes }: BorderRow) => (count / classes).toFixed(1),
  timesLimit: ({ count, limit }: BorderRow) => (count / limit).toFixed(2),
  /** Of the table, with its interval. */
  share: ({ count, low, high, size }: BorderRow, locale: Locale) =>
    `${wholePercent(count / size, locale)} (${wholePercent(low / size, locale)}–${wholePercent(high / size, locale)})`,
} as const;

/** What a text may say of a search, or of one of its variants. */
export type BorderFact =
  | { readonly value: keyof typeof searchFacts; readonly variant?: undefined }
  | { readonly value: keyof typeof rowFacts; readonly variant: string };

/** @throws Error if the ledger does not have the search, or no border of the variant */
export function borderFact(id: string, { value, variant }: BorderFact, locale: Locale): string {
  const borders = bordersNamed(id);
  if (variant === undefined) return searchFacts[value](borders);
  return rowFacts[value](named(borders.rows, variant), locale);
}

/** "1.33 (1.29 … 1.36)". */
export function spanText({ value, low, high }: Estimate): string {
  const digits = (value: number) => value.toFixed(2).replace("-", "−");
  return `${digits(value)} (${digits(low)} … ${digits(high)})`;
}

const rangeText = (values: readonly number[]) =>
  `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}`;

const rounded = (value: number) => Number(value.toPrecision(5));

export const pointsOf = ({ rows }: Borders): PhasePoint[] =>
  rows.map(({ classes, size, count, low, high }) => ({
    x: classes,
    p: rounded(count / size),
    low: rounded(low / size),
    high: rounded(high / size),
  }));

/** The laws of one constant, each fitted to the borders, and the limit; at the sizes measured and once in between. */
export function lawsBeside({ rows, laws }: Borders, locale: Locale, limit: string): PhaseLaw[] {
  const sizes = [...new Map(rows.map((row) => [row.classes, row])).values()].sort(
    (a, b) => a.classes - b.classes,
  );
  const measured = sizes.map(({ classes }) => classes);
  const between = measured.slice(1).map((order, i) => Math.sqrt(order * measured[i]!));
  const orders = [...measured, ...between].sort((a, b) => a - b);
  const fitted = laws.excluded.map(({ form }) => {
    const fit = laws.fits.find((fit) => fit.form === form)!;
    return {
      name: powerForms.find(({ id }) => id === form)!.title[locale],
      curve: orders.map((x) => ({ x: rounded(x), p: rounded(powerCount(fit, x) / x ** 2) })),
    };
  });
  const curve = sizes.map(({ classes, size, limit }) => ({ x: classes, p: rounded(limit / size) }));
  return [...fitted, { name: limit, curve }];
}
