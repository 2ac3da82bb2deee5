import { type Endpoint, releaseProxy, wrap } from "comlink";
import type { LiveService } from "./protocol.ts";

/** The service in a worker of its own. */
export interface Remote extends LiveService {
  terminate(): void;
}

/** Starts a training worker; what it offers rejects if the worker could not be loaded. */
export function connect(): Remote {
  const worker = new Worker(new URL("./training.worker.ts", import.meta.url), { type: "module" });
  const service = wrap<LiveService>(worker as Endpoint);
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) =>
      reject(new Error(message || "the training worker could not be loaded")),
    );
  });
  failure.catch(() => {});
  const guarded = <Result>(result: Promise<Result>) => Promise.race([result, failure]);
  return {
    open: (config) => guarded(service.open(config)),
    advance: (rows, milliseconds) => guarded(service.advance(rows, milliseconds)),
    look: (wishes) => guarded(service.look(wishes)),
    close: () => guarded(service.close()),
    terminate() {
      service[releaseProxy]();
      worker.terminate();
    },
  };
}
