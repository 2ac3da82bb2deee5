import type { Prepared } from "./prepare.ts";

/** Calls kernels that other threads may help with. */
export interface Runner {
  /** Does all units of one kind of work. */
  run(kind: number): void;
  /** Does work that itself calls for units, told whether this thread may sleep; false: a thread is lost. */
  call(work: (mayWait: boolean) => boolean): void;
  dispose(): void;
}

export function runner({ kernels, helpers }: Prepared): Runner {
  const mayWait = typeof document === "undefined";
  function call(work: (mayWait: boolean) => boolean): void {
    const failure = helpers?.failure();
    if (failure) throw failure;
    if (!work(mayWait)) {
      throw new Error("a thread of the wasm engine took work and did not come back with it");
    }
  }
  return {
    call,
    run: (kind) => call((mayWait) => kernels.run(kind, mayWait) !== 0),
    dispose() {
      kernels.stop();
      helpers?.terminate();
    },
  };
}
