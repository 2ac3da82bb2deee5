import { type Trend, trend } from "./trend.ts";

/** What a program had at a moment, in bytes. */
export interface Sample {
  /** How far it was: runs done. */
  readonly runs: number;
  /** All of it that is in the machine's memory. */
  readonly resident: number;
  /** What JavaScript holds after a collection; in Node with what lies outside its heap. */
  readonly held: number;
}

/** Whether memory is flat, by samples of its later three quarters: what was begun with is warm by then. */
export interface Memory {
  readonly samples: number;
  /** Bytes at the first of the samples counted, and at the last. */
  readonly resident: readonly [number, number];
  readonly held: readonly [number, number];
  /** Bytes a run. */
  readonly residentTrend: Trend;
  readonly heldTrend: Trend;
  readonly isFlat: boolean;
}

/** Share of the memory by which it may be larger at the end, at most. */
export const mostGrowth = 0.1;

/** Flat is, at 95 %: all growth of what is held, and of the resident memory, is less than `mostGrowth` of it. */
export function memoryOf(all: readonly Sample[]): Memory {
  const samples = all.slice(Math.floor(all.length / 4));
  const [first, last] = [samples[0], samples[samples.length - 1]];
  const of = (what: "resident" | "held") =>
    trend(samples.map((sample) => [sample.runs, sample[what]] as const));
  const [residentTrend, heldTrend] = [of("resident"), of("held")];
  const isFlat = (what: "resident" | "held", { most }: Trend) =>
    most * (last.runs - first.runs) < mostGrowth * first[what];
  return {
    samples: samples.length,
    resident: [first.resident, last.resident],
    held: [first.held, last.held],
    residentTrend,
    heldTrend,
    isFlat: isFlat("held", heldTrend) && isFlat("resident", residentTrend),
  };
}
