const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type StopSignal = keyof typeof exitCodes;

/** Lets a person stop a run cleanly; a second Ctrl-C ends the process at once. */
export interface StopSignals {
  readonly signal: AbortSignal;
  /** What the process should exit with once it has been stopped. */
  exitCode(): number;
  /** Signals have their usual meaning again. */
  release(): void;
}

/** @param onStop called when the first signal comes */
export function listenForStop(onStop: () => void): StopSignals {
  const controller = new AbortController();
  let received: StopSignal = "SIGINT";
  const listener = (signal: StopSignal) => {
    if (controller.signal.aborted) process.exit(exitCodes[signal]);
    received = signal;
    controller.abort();
    onStop();
  };
  const names = Object.keys(exitCodes) as StopSignal[];
  for (const name of names) process.on(name, listener);
  return {
    signal: controller.signal,
    exitCode: () => exitCodes[received],
    release() {
      for (const name of names) process.off(name, listener);
    },
  };
}
