import { PictureError } from "../frame/form.ts";
import type { ScaleType } from "../frame/scale.ts";
import type { CurveRecord, CurveRow } from "../record.ts";

/** All that a picture shows of a run that goes on, however long it is. */
export interface CurveHistory {
  /** @throws PictureError for a row before the last one */
  push(row: CurveRow): void;
  /** Notes the milestones, which the picture marks. */
  reach(milestones: Reached): void;
  /** What was pushed, thinned to a few thousand rows with all extremes. */
  record(): CurveRecord;
}

export type Reached = Pick<CurveRecord, "memorisedAt" | "generalisedAt">;

type Values = Omit<CurveRow, "step">;
type Field = keyof Values;

const fields: readonly Field[] = ["trainAccuracy", "testAccuracy", "trainLoss", "testLoss"];

/** Rows that a picture cannot tell apart: the first and the last, and between them the extremes. */
interface Bucket {
  readonly first: CurveRow;
  readonly low: Record<Field, number>;
  readonly high: Record<Field, number>;
  last: CurveRow;
  count: number;
}

/** More than a picture has columns, and so few that all are drawn in a few ms. */
const most = 2048;
const perDecade = 400;

/**
 * Remembers rows in buckets: of equal width on linear steps, the wider the longer the run is; on log
 * steps so many for each decade. Memory does not grow with the run.
 */
export function curveHistory(scale: ScaleType): CurveHistory {
  let buckets: Bucket[] = [];
  let width = 1;
  let key = Number.NaN;
  let reached: Reached = { memorisedAt: null, generalisedAt: null };
  const keyOf = (step: number) =>
    scale === "linear"
      ? Math.floor(step / width)
      : step > 0
        ? Math.floor(perDecade * Math.log10(step))
        : -1;
  return {
    push(row) {
      const { step } = row;
      const before = buckets.at(-1);
      if (!Number.isFinite(step) || (before && step < before.last.step)) {
        throw new PictureError(
          `metrics must be in order of step; got step ${step}${before ? ` after ${before.last.step}` : ""}`,
        );
      }
      const here = keyOf(step);
      if (before && here === key) {
        widen(before, row, row);
        before.last = row;
        before.count++;
      } else {
        key = here;
        buckets.push({ first: row, low: { ...row }, high: { ...row }, last: row, count: 1 });
      }
      if (scale === "log" || buckets.length <= most) return;
      width *= 2;
      buckets = merged(buckets, keyOf);
      key = keyOf(step);
    },
    reach({ memorisedAt, generalisedAt }) {
      reached = { memorisedAt, generalisedAt };
    },
    record: () => ({ metrics: buckets.flatMap(rowsOf), ...reached }),
  };
}

function widen(bucket: Bucket, low: Values, high: Values): void {
  for (const field of fields) {
    // a NaN is no extreme, and gives way to the first number
    if (low[field] < bucket.low[field] || Number.isNaN(bucket.low[field])) {
      bucket.low[field] = low[field];
    }
    if (high[field] > bucket.high[field] || Number.isNaN(bucket.high[field])) {
      bucket.high[field] = high[field];
    }
  }
}

function merged(buckets: readonly Bucket[], keyOf: (step: number) => number): Bucket[] {
  const wider: Bucket[] = [];
  for (const bucket of buckets) {
    const before = wider.at(-1);
    if (before && keyOf(before.first.step) === keyOf(bucket.first.step)) {
      widen(before, bucket.low, bucket.high);
      before.last = bucket.last;
      before.count += bucket.count;
    } else wider.push(bucket);
  }
  return wider;
}

/** Up to four rows in whose lines all of a bucket's values lie. */
function rowsOf({ first, low, high, last, count }: Bucket): CurveRow[] {
  if (count === 1) return [first];
  if (count === 2) return [first, last];
  return [first, { ...low, step: first.step }, { ...high, step: last.step }, last];
}
