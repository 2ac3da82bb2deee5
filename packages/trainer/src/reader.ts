import type { Tensors } from "@grokscape/models";
import type { MetricRow } from "./record/record.ts";
import type { SetUp } from "./set-up.ts";

/** A network in training, for what is read off it where it is trained. */
export interface NetworkInTraining {
  readonly setUp: SetUp;
  /** A copy of the present ones. */
  readonly weights: Tensors;
}

/** Reads something off a network: plain data, as it is sent between threads or kept in a file. */
export type Reader<Reading = unknown> = (network: NetworkInTraining) => Reading | Promise<Reading>;

/** Something that is to be read off a network at some steps while it trains. */
export interface PlannedReading<Reading = unknown> {
  /**
   * Whether to read at the last of these rows, which are all so far; `isLast` says that the run ends with
   * it. It must depend on nothing else, so that a resumed run reads at the steps of an unbroken one.
   */
  readonly due: (rows: readonly MetricRow[], isLast: boolean) => boolean;
  readonly read: Reader<Reading>;
}

/** What was read off a network at one step, by the readings' names. */
export interface TakenReading {
  readonly step: number;
  readonly [name: string]: unknown;
}

/** What is due at the last of the rows; null if nothing is. */
export async function takeReadings(
  planned: Readonly<Record<string, PlannedReading>>,
  rows: readonly MetricRow[],
  isLast: boolean,
  network: NetworkInTraining,
): Promise<TakenReading | null> {
  const due = Object.entries(planned).filter(([, { due }]) => due(rows, isLast));
  if (due.length === 0) return null;
  const entries = due.map(async ([name, { read }]) => [name, await read(network)]);
  return { step: rows[rows.length - 1].step, ...Object.fromEntries(await Promise.all(entries)) };
}
