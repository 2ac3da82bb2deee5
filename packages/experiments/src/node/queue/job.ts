import type { PluginId } from "@grokscape/group-datasets";
import type { MetricRow, RunConfig } from "@grokscape/trainer";
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

/** Plug-ins that a worker would need to train a run, and does not have. */
export interface Lack {
  readonly host: string;
  readonly plugins: readonly PluginId[];
}

/** What a worker tells of a run on the way: the row it has come to, or why it leaves it to others. */
export type RunNews = MetricRow | { readonly lack: Lack };

/** A job is called by the store that it is for, and its run. */
export const jobId = (store: string, run: string): string => `${store}.${run}`;

/** The run of a job, if it is for this store. */
export const runOf = (store: string, job: string): string | undefined =>
  job.startsWith(`${store}.`) ? job.slice(store.length + 1) : undefined;

/** Of BullMQ, those that a job of ours can be in. */
export type JobState = "waiting" | "delayed" | "active" | "completed" | "failed";

/** Deaths of its workers after which a run counts as failed: it may be what kills them. */
export const mostDeaths = 5;
