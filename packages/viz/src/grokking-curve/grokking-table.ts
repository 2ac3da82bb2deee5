import { documentOf, type PictureOptions } from "../frame/picture.ts";
import { type CurveRecord, type CurveRow, column, type Quantity, type Side } from "../record.ts";
import { table } from "../table/table.ts";
import { count, loss, percent } from "../text/numbers.ts";
import { languages } from "../words/languages.ts";
import { captionOf } from "./caption.ts";

export type GrokkingTableOptions = Pick<PictureOptions, "document" | "language" | "title">;

const most = 40;

/**
 * The numbers behind a grokking curve as an HTML table, for those who do not see the picture or
 * want to read it exactly: up to 40 measured steps, evenly spaced, the moments of memorising and
 * understanding among them, each named in its row.
 */
export function grokkingTable(
  record: CurveRecord,
  options: GrokkingTableOptions = {},
): HTMLTableElement {
  const document = documentOf(options);
  const words = languages[options.language ?? "en"];
  const { metrics, memorisedAt, generalisedAt } = record;
  const shown = chosen(record);
  const columns = (["accuracy", "loss"] as const).flatMap((quantity) =>
    (["train", "test"] as const).map((side) => ({ side, quantity })),
  );
  const heads = [
    words.step,
    ...columns.map(({ side, quantity }) => words.of(side, quantity)),
    words.event,
  ];
  const events = (step: number) =>
    [
      step === memorisedAt ? words.milestone.memorised : "",
      step === generalisedAt ? words.milestone.generalised : "",
    ]
      .filter(Boolean)
      .join(", ");
  const title = options.title ?? words.title.accuracy;
  const summary = metrics.length
    ? `${captionOf(record, words, "accuracy", { missing: 0, of: 0 })} ${words.rows(shown.length, metrics.length)}`
    : words.nothing;
  return table(
    document,
    `${title}${words.stop}${summary}`,
    heads,
    shown.map((row) => [
      count(row.step),
      ...columns.map(({ side, quantity }) => cell(row, side, quantity)),
      events(row.step),
    ]),
  );
}

function cell(row: CurveRow, side: Side, quantity: Quantity): string {
  const value = row[column(side, quantity)];
  if (!Number.isFinite(value)) return String(value);
  return quantity === "accuracy" ? percent(value) : loss(value);
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
