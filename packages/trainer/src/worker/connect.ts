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
  let failure: Error | undefined;
  const waiting = new Set<(reason: Error) => void>();
  worker.addEventListener("error", (event) => {
    failure = new Error(`the training worker failed: ${event.message || "it could not be loaded"}`);
    for (const fail of waiting) fail(failure);
  });
  /** A race with one promise of failure would keep every answer for as long as that is open. */
  const guarded = <Result>(result: Promise<Result>) =>
    new Promise<Result>((resolve, reject) => {
      if (failure) return reject(failure);
      waiting.add(reject);
      result.then(resolve, reject).finally(() => waiting.delete(reject));
    });

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
