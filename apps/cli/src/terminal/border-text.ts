import {
  type Border,
  type BorderLaws,
  type BorderQuestion,
  type PowerFit,
  powerForms,
} from "@grokscape/experiments";
import type { StoredBorders } from "@grokscape/experiments/node";
import type { Cells } from "../results/cells.ts";
import { count, percent } from "./numbers.ts";
import { bold } from "./style.ts";
import { columns, paragraph } from "./table.ts";

/** 4 significant digits. */
const number = (value: number) => `${Number(value.toPrecision(4))}`;

/** "194.9 (187.6 … 206)"; or on which side of the range it lies. */
export function borderText(
  { from, to, comes }: BorderQuestion,
  { state, at, low, high }: Border,
): string {
  const [below, above] = comes === "above" ? [`≤ ${from}`, `> ${to}`] : [`< ${from}`, `≥ ${to}`];
  if (state === "below") return below;
  if (state === "above") return above;
  if (at === null) return "–";
  const ends = [low === null ? below : number(low), high === null ? above : number(high)];
  return `${number(at)} (${ends.join(" … ")})`;
}

const states: Readonly<Record<Border["state"], string>> = {
  open: "open",
  found: "found",
  wide: "budget spent",
  below: "outside",
  above: "outside",
};

/** Borders, what laws say of them, and how they grow, for people. */
export interface BorderTables {
  readonly borders: Cells;
  /** Not there for borders of one size. */
  readonly laws?: Cells;
  readonly growth?: string;
}

export function borderTables({ measurement, laws }: StoredBorders): BorderTables {
  const { question, variants } = measurement;
  const inExamples = new Map(laws.borders.map((border) => [border.name, border]));
  const withMultiple = laws.borders.length > 0 && question.over !== "split.criticalMultiple";
  const rows = variants.map(({ name, border, runs }) => {
    const point = inExamples.get(name);
    const c = point && point.count / (point.classes * Math.log(point.classes));
    return [
      name,
      borderText(question, border),
      ...(withMultiple ? [c ? number(c) : "–"] : []),
      count(runs.length),
      states[border.state],
    ];
  });
  const c = withMultiple ? ["c = n/(M ln M)"] : [];
  const borders = { columns: ["", `${question.over}, 95 %`, ...c, "runs", "state"], rows };
  if (new Set(laws.borders.map(({ classes }) => classes)).size < 2) return { borders };
  const told = laws.laws.filter(({ told }) => told > 0);
  const best = told.toSorted((a, b) => (a.error as number) - (b.error as number));
  const free = laws.fits.find(({ joint }) => joint !== null);
  return {
    borders,
    laws: {
      columns: ["law", "in the interval", "off by"],
      rows: best.map(({ title, inside, told, error }) => [
        title.en,
        `${inside} of ${told}`,
        percent(error as number),
      ]),
    },
    ...(free && { growth: [fitText(free), ...excludedText(laws)].join(" ") }),
  };
}

export const lawsTitle = "Laws, each fitted to the other borders";

export function bordersText(found: StoredBorders): string {
  const { borders, laws, growth } = borderTables(found);
  return [
    columns(borders.rows, borders.columns),
    ...(laws ? ["", bold(paragraph(lawsTitle)), columns(laws.rows, laws.columns)] : []),
    ...(growth ? ["", paragraph(growth)] : []),
  ].join("\n");
}

function excludedText({ excluded }: BorderLaws): string[] {
  if (excluded.length === 0) return [];
  const of = (wanted: boolean) =>
    excluded
      .filter(({ isExcluded }) => isExcluded === wanted)
      .map(({ form }) => powerForms.find(({ id }) => id === form)?.title.en)
      .join(", ");
  return [
    `Outside of the 95 % region of a and b: ${of(true) || "none"}; inside: ${of(false) || "none"}.`,
  ];
}

function fitText({ a, b, exponent, joint }: PowerFit): string {
  const span = ({ value, low, high }: PowerFit["a"]) =>
    `${value.toFixed(2)} (${low.toFixed(2)} … ${high.toFixed(2)})`;
  const apart = joint?.toldApart
    ? ""
    : `; these sizes do not tell a and b apart (correlation ${joint?.correlation.toFixed(3)}), only a + b/ln M`;
  return `n = C·M^a·(ln M)^b: a = ${span(a)}, b = ${span(b)}${apart}: about M = ${exponent.classes.toFixed(0)}, n grows as M^${span(exponent)}.`;
}
