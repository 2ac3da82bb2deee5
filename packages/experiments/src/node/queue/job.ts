import type { RunConfig } from "@grokscape/trainer";
import type { Payload } from "./payload.ts";

/** What a worker is asked to train. */
export interface RunJob {
  /** The run's id, as whoever hands it out works it out. */
  readonly run: string;
  readonly config: RunConfig;
}

/** What a worker answers. */
export interface RunAnswer {
  readonly payload: Payload;
  /** Of the machine it was trained on. */
  readonly host: string;
  /** What a `DivergedError` says, if the run diverged. */
  readonly diverged?: {
    readonly step: number;
    readonly tensor: string;
    readonly finding: string;
  };
}

/** A job is called by the store that it is for, and its run. */
export const jobId = (store: string, run: string): string => `${store}.${run}`;

/** The run of a job, if it is for this store. */
export const runOf = (store: string, job: string): string | undefined =>
  job.startsWith(`${store}.`) ? job.slice(store.length + 1) : undefined;

/** Of BullMQ, those that a job of ours can be in. */
export type JobState = "waiting" | "delayed" | "active" | "completed" | "failed";

/** Deaths of its workers after which a run counts as failed: it may be what kills them. */
export const mostDeaths = 5;
