import type { CurveRecord, Quantity } from "../record.ts";
import type { Standing, Words } from "../words/words.ts";

/** What a reader should see in a record's curves, in one or two sentences. */
export function captionOf(
  record: CurveRecord,
  words: Words,
  quantity: Quantity,
  { missing, of }: { missing: number; of: number },
): string {
  const last = record.metrics.at(-1);
  if (!last) return "";
  const known = (accuracy: number) => (Number.isFinite(accuracy) ? accuracy : null);
  const standing: Standing = {
    memorisedAt: record.memorisedAt,
    generalisedAt: record.generalisedAt,
    step: last.step,
    accuracy: { train: known(last.trainAccuracy), test: known(last.testAccuracy) },
  };
  const gaps = missing > 0 ? ` ${words.missing(missing, of, quantity)}` : "";
  return words.standing(standing) + gaps;
}

/** The longest that the caption may become as this run goes on: a live picture keeps its size. */
export function longestCaption(record: CurveRecord, words: Words): string {
  const step = record.metrics.at(-1)?.step ?? 100_000;
  return words.standing({
    memorisedAt: record.memorisedAt ?? step,
    generalisedAt: record.generalisedAt ?? step + 1,
    step,
    accuracy: { train: 0.999, test: 0.999 },
  });
}
