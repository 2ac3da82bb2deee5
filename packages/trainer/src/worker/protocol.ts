import type { RunConfigInput } from "../config/run-config.ts";
import type { MetricRow, RunRecord } from "../record/record.ts";

/** What an iterator of rows says: another row, or the run's record. */
export type TrainingStep = IteratorResult<MetricRow, RunRecord>;

/** A training session in another thread, seen from the page. */
export interface RemoteRun {
  /** Trains up to the next row. Not calling it is a pause. */
  next(): Promise<TrainingStep>;
  /** The class predicted for each of the task's examples, by index, at the present weights. */
  predictions(): Promise<Uint16Array>;
  /** Ends the run and frees its memory. */
  close(): Promise<void>;
}

/** What the worker offers. One run at a time: opening a run closes the one before. */
export interface TrainingService {
  /** @throws InputError's message, for a config that is not usable or an engine that cannot start */
  open(config: RunConfigInput): Promise<void>;
  next(): Promise<TrainingStep>;
  predictions(): Promise<Uint16Array>;
  close(): Promise<void>;
}
