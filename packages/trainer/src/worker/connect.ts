import { type Endpoint, releaseProxy, wrap } from "comlink";
import type { RunConfigInput } from "../config/config.ts";
import type { Advance, Look, RemoteRun, TrainingService } from "./protocol.ts";

/** Training in a worker that called `serveTraining`. */
export interface RemoteTraining<Readings = unknown> {
  /**
   * Opens a run, closing the one before.
   *
   * @throws Error with an InputError's message for a config that is not usable, or if the worker
   *   itself could not be loaded
   */
  open(config: RunConfigInput): Promise<RemoteRun<Readings>>;
  /** Ends the worker. */
  terminate(): void;
}

/** Connects a page to a worker that called `serveTraining`. */
export function connectTraining<Readings = unknown>(worker: Worker): RemoteTraining<Readings> {
  const service = wrap<TrainingService<Readings>>(worker as Endpoint);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      reject(new Error(`the training worker failed: ${event.message || "it could not be loaded"}`));
    });
  });
  failure.catch(() => {});
  const guarded = <Result>(result: Promise<Result>) => Promise.race([result, failure]);

  return {
    async open(config) {
      const engine = await guarded(service.open(config));
      const advance = (rows: number, milliseconds: number): Promise<Advance> =>
        guarded(service.advance(rows, milliseconds));
      return {
        engine,
        advance,
        async next() {
          const { rows, record } = await advance(1, 0);
          return record ? { done: true, value: record } : { done: false, value: rows[0] };
        },
        look: (wishes = []) => guarded(service.look(wishes) as Promise<Look<Readings>>),
        close: () => guarded(service.close()),
      };
    },
    terminate() {
      service[releaseProxy]();
      worker.terminate();
    },
  };
}
