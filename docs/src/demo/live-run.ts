import type { MetricRow, RunConfigInput } from "@grokscape/trainer";
import type { RemoteRun, RemoteTraining } from "@grokscape/trainer/worker";
import { metronome } from "./pace.ts";

export type RunState = "idle" | "loading" | "running" | "paused" | "finished" | "failed";

/** A run in progress, as far as it has come. A `RunRecord` draws the same way. */
export interface LiveRecord {
  readonly metrics: readonly MetricRow[];
  readonly memorisedAt: number | null;
  readonly generalisedAt: number | null;
}

/** Milliseconds between two looks at all predictions. */
const glance = 40;
const threshold = 0.99;

/** Trains one run after another in a worker, at a pace the eye can follow. */
export class LiveRun {
  state: RunState = "idle";
  record: LiveRecord = emptyRecord;
  /** The class predicted for each example; empty before the first look. */
  predictions: Uint16Array = new Uint16Array();
  error = "";

  readonly #connect: () => RemoteTraining;
  readonly #changed: () => void;
  #training?: RemoteTraining;
  #run?: RemoteRun;
  /** Tells a loop that its run is no longer the present one. */
  #turn = 0;
  #visible = true;
  #wake?: () => void;

  /** @param changed called after each change of what is public here */
  constructor(connect: () => RemoteTraining, changed: () => void) {
    this.#connect = connect;
    this.#changed = changed;
  }

  /** Starts anew, from the config's own initial weights. */
  async start(config: RunConfigInput): Promise<void> {
    this.reset();
    const turn = this.#turn;
    this.#become("loading");
    try {
      this.#training ??= this.#connect();
      const run = await this.#training.open(config);
      if (turn !== this.#turn) return;
      this.#run = run;
      await this.#loop();
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  pause(): void {
    if (this.state === "running") this.#become("paused");
  }

  async resume(): Promise<void> {
    if (this.state !== "paused") return;
    const turn = this.#turn;
    await this.#loop().catch((error) => turn === this.#turn && this.#fail(error));
  }

  /** Forgets the run. */
  reset(): void {
    this.#turn++;
    this.#run?.close().catch(() => {});
    this.#run = undefined;
    this.record = emptyRecord;
    this.predictions = new Uint16Array();
    this.error = "";
    this.#become("idle");
  }

  /** A run that nobody sees waits. */
  set visible(visible: boolean) {
    this.#visible = visible;
    if (visible) this.#wake?.();
  }

  dispose(): void {
    this.reset();
    this.#training?.terminate();
    this.#training = undefined;
  }

  async #loop(): Promise<void> {
    const turn = this.#turn;
    const run = this.#run as RemoteRun;
    const beat = metronome();
    let looked = Number.NEGATIVE_INFINITY;
    this.#become("running");
    while (this.state === "running" && turn === this.#turn) {
      await beat.next(this.record.metrics.length);
      await this.#seen();
      if (this.state !== "running" || turn !== this.#turn) return;
      const { value, done } = await run.next();
      const look = done || performance.now() - looked > glance;
      const predictions = look ? await run.predictions() : undefined;
      if (turn !== this.#turn) return;
      if (predictions) {
        this.predictions = predictions;
        looked = performance.now();
      }
      this.record = done ? value : extended(this.record, value);
      if (done) this.#become("finished");
      else this.#changed();
    }
  }

  async #seen(): Promise<void> {
    while (!this.#visible) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #fail(error: unknown): void {
    this.error = error instanceof Error ? error.message : String(error);
    this.#become("failed");
  }

  #become(state: RunState): void {
    this.state = state;
    this.#changed();
  }
}

const emptyRecord: LiveRecord = { metrics: [], memorisedAt: null, generalisedAt: null };

function extended({ metrics, memorisedAt, generalisedAt }: LiveRecord, row: MetricRow): LiveRecord {
  return {
    metrics: [...metrics, row],
    memorisedAt: memorisedAt ?? (row.trainAccuracy >= threshold ? row.step : null),
    generalisedAt: generalisedAt ?? (row.testAccuracy >= threshold ? row.step : null),
  };
}
