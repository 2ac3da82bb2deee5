import type { Prepared } from "./prepare.ts";
import type { Helpers } from "./threads.ts";

/** Calls kernels whose work other threads may share. */
export interface Caller {
  /**
   * Calls a kernel that hands work out to the threads.
   *
   * @param kernel returns 0 if a thread took work and was lost; it is told whether this thread may
   *   sleep while it waits, which a page's main thread must not
   * @throws Error if a thread has ended or is lost
   */
  call(kernel: (mayWait: boolean) => number): void;
  /** Ends the threads. */
  dispose(): void;
}

export function caller(kernels: { stop(): void }, helpers: Helpers | undefined): Caller {
  const mayWait = typeof document === "undefined";
  return {
    call(kernel) {
      const failure = helpers?.failure();
      if (failure) throw failure;
      if (kernel(mayWait) === 0) {
        throw new Error("a thread of the wasm engine took work and did not come back with it");
      }
    },
    dispose() {
      kernels.stop();
      helpers?.terminate();
    },
  };
}

/** A caller of the fused kernels, whose `run` does all units of one kind of work. */
export interface Runner extends Caller {
  run(kind: number): void;
}

export function runner({ kernels, helpers }: Prepared): Runner {
  const threads = caller(kernels, helpers);
  return { ...threads, run: (kind) => threads.call((mayWait) => kernels.run(kind, mayWait)) };
}
