import type { Tensors } from "@grokscape/models";
import type { RunConfigInput } from "../config/config.ts";
import type { Reader } from "../reader.ts";
import type { Milestones } from "../record/milestones.ts";
import type { MetricRow, RunRecord } from "../record/record.ts";

/** What an iterator of rows says: another row, or the run's record. */
export type TrainingStep = IteratorResult<MetricRow, RunRecord>;

/** How far a run has come since it was last asked to go on. */
export interface Advance {
  /** Rows measured since. */
  readonly rows: readonly MetricRow[];
  /** What the run has reached so far. */
  readonly milestones: Milestones;
  /** Once it has ended. */
  readonly record: RunRecord | null;
  /** If another engine took the run over since. Rows from its step on are measured anew, and in `rows`. */
  readonly takenOver?: TakenOver;
}

/** A run whose engine failed, and which another took over. */
export interface TakenOver {
  /** Name of the engine that trains now. */
  readonly engine: string;
  /** The step of the state that it went on from. */
  readonly step: number;
  /** What the engine before it said. */
  readonly reason: string;
}

/** What a worker of one's own can read off a network where it is trained, by name. */
export type Readers<Readings> = {
  readonly [Name in keyof Readings]: Reader<Readings[Name]>;
};

/** The network at its present weights; what was not wished for is not there. */
export type Look<Readings> = {
  /** The class predicted for each of the task's examples, by index. */
  readonly predictions: Uint16Array;
  readonly weights?: Tensors;
} & Partial<Readings>;

export type Wish<Readings> = "weights" | (keyof Readings & string);

/** A run in another thread, seen from the page. It trains only while it is asked to. */
export interface RemoteRun<Readings = unknown> {
  /** Name of the engine that it begins with. */
  readonly engine: string;
  /** Trains for so many rows at most, and about so many milliseconds, but for one row at least. */
  advance(rows: number, milliseconds: number): Promise<Advance>;
  /** Trains up to the next row. */
  next(): Promise<TrainingStep>;
  look(wishes?: readonly Wish<Readings>[]): Promise<Look<Readings>>;
  /** Ends the run and frees its memory. */
  close(): Promise<void>;
}

/** What the worker offers. One run at a time: opening a run closes the one before. */
export interface TrainingService<Readings = unknown> {
  /**
   * @returns the name of the engine that it begins with
   * @throws InputError's message, for a config that is not usable or an engine that cannot start
   */
  open(config: RunConfigInput): Promise<string>;
  advance(rows: number, milliseconds: number): Promise<Advance>;
  look(wishes: readonly Wish<Readings>[]): Promise<Look<Readings>>;
  close(): Promise<void>;
}
