import type { Plan } from "../frame/plan.ts";
import { type CurveRecord, type CurveRow, column, type Quantity, type Side } from "../record.ts";
import type { StageSpan } from "../stages/record.ts";
import { stageAt } from "../stages/stage-bands.ts";
import { count, percent, significant } from "../text/numbers.ts";
import type { Words } from "../words/words.ts";

const most = 40;
const sides = ["train", "test"] as const;
const columns = (["accuracy", "loss"] as const).flatMap((quantity) =>
  sides.map((side) => ({ side, quantity })),
);

/** Of one run up to 40 steps with their events; of several a row for each run. */
export function curveTable(
  records: readonly CurveRecord[],
  words: Words,
  stages: readonly StageSpan[],
): Plan["table"] {
  const measured = records.filter(({ metrics }) => metrics.length > 0);
  const [only, ...others] = measured;
  const names = columns.map(({ side, quantity }) => words.of(side, quantity));
  if (others.length > 0) {
    const when = (step: number | null) => (step === null ? "–" : count(step));
    return {
      heads: [
        words.run,
        words.milestone.memorised,
        words.milestone.generalised,
        words.lastStep,
        ...names,
      ],
      rows: measured.map(({ metrics, memorisedAt, generalisedAt }, i) => {
        const last = metrics.at(-1)!;
        return [
          String(i + 1),
          when(memorisedAt),
          when(generalisedAt),
          count(last.step),
          ...cells(last),
        ];
      }),
    };
  }
  const heads = [words.step, ...names, words.event];
  if (!only) return { heads, rows: [] };
  const shown = chosen(only);
  const events = (step: number) =>
    [
      step === only.memorisedAt ? words.milestone.memorised : "",
      step === only.generalisedAt ? words.milestone.generalised : "",
    ]
      .filter(Boolean)
      .join(", ");
  return {
    heads: stages.length ? [...heads, words.stage] : heads,
    rows: shown.map((row) => [
      count(row.step),
      ...cells(row),
      events(row.step),
      ...(stages.length ? [stageAt(stages, row.step)] : []),
    ]),
    note: words.rows(shown.length, only.metrics.length),
  };
}

const cells = (row: CurveRow) => columns.map(({ side, quantity }) => cell(row, side, quantity));

function cell(row: CurveRow, side: Side, quantity: Quantity): string {
  const value = row[column(side, quantity)] ?? Number.NaN;
  if (!Number.isFinite(value)) return String(value);
  return quantity === "accuracy" ? percent(value) : significant(value);
}

/** At most about `most` rows: all, or evenly spaced ones and those of the milestones. */
function chosen({ metrics, memorisedAt, generalisedAt }: CurveRecord): CurveRow[] {
  const last = metrics.length - 1;
  if (last < most) return [...metrics];
  const spaced = new Set(
    Array.from({ length: most - 2 }, (_, i) => Math.round((i * last) / (most - 3))),
  );
  return metrics.filter(
    ({ step }, i) => spaced.has(i) || step === memorisedAt || step === generalisedAt,
  );
}
