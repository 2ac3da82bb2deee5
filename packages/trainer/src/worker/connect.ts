import { type Endpoint, releaseProxy, wrap } from "comlink";
import type { RunConfigInput } from "../config/run-config.ts";
import type { RemoteRun, TrainingService, TrainingStep } from "./protocol.ts";

/** Training in a worker that called `serveTraining`. */
export interface RemoteTraining {
  /**
   * Opens a run, closing the one before.
   *
   * @throws Error with an InputError's message for a config that is not usable, or if the worker
   *   itself could not be loaded
   */
  open(config: RunConfigInput): Promise<RemoteRun>;
  /** Ends the worker. */
  terminate(): void;
}

/** Connects a page to a worker that called `serveTraining`. */
export function connectTraining(worker: Worker): RemoteTraining {
  const service = wrap<TrainingService>(worker as Endpoint);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      reject(new Error(`the training worker failed: ${event.message || "it could not be loaded"}`));
    });
  });
  failure.catch(() => {});
  const guarded = <Result>(result: Promise<Result>) => Promise.race([result, failure]);

  return {
    async open(config) {
      await guarded(service.open(config));
      return {
        next: () => guarded(service.next() as Promise<TrainingStep>),
        predictions: () => guarded(service.predictions()),
        close: () => guarded(service.close()),
      };
    },
    terminate() {
      service[releaseProxy]();
      worker.terminate();
    },
  };
}
