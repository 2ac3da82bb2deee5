import type { CurveRecord, Quantity } from "../record.ts";
import type { Standing, Words } from "../words/words.ts";

/** What a reader should see in the curves of one run or of several, in one to three sentences. */
export function captionOf(
  records: readonly CurveRecord[],
  words: Words,
  quantity: Quantity,
  { missing, of }: { readonly missing: number; readonly of: number },
): string {
  const measured = records.filter(({ metrics }) => metrics.length > 0);
  const [only, ...others] = measured;
  if (!only) return "";
  const gaps = missing > 0 ? ` ${words.missing(missing, of, quantity)}` : "";
  if (others.length > 0) {
    const reached = (name: "memorisedAt" | "generalisedAt") => {
      const steps = measured.flatMap((record) => record[name] ?? []);
      return { steps, first: Math.min(...steps), last: Math.max(...steps) };
    };
    const [memorised, generalised] = [reached("memorisedAt"), reached("generalisedAt")];
    const ends = new Set(measured.map(({ metrics }) => metrics.at(-1)!.step));
    const ended = ends.size > 1 ? ` ${words.ended}` : "";
    return words.several(measured.length, memorised, generalised) + ended + gaps;
  }
  const last = only.metrics.at(-1)!;
  const known = (accuracy: number) => (Number.isFinite(accuracy) ? accuracy : null);
  const standing: Standing = {
    memorisedAt: only.memorisedAt,
    generalisedAt: only.generalisedAt,
    step: last.step,
    accuracy: { train: known(last.trainAccuracy), test: known(last.testAccuracy) },
  };
  return words.standing(standing) + gaps;
}

/** The longest that the caption may become as a run goes on. */
export function longestCaption(records: readonly CurveRecord[], words: Words): string {
  const [record, ...others] = records;
  if (!record || others.length > 0) return "";
  const step = record.metrics.at(-1)?.step ?? 100_000;
  return words.standing({
    memorisedAt: record.memorisedAt ?? step,
    generalisedAt: record.generalisedAt ?? step + 1,
    step,
    accuracy: { train: 0.999, test: 0.999 },
  });
}
