const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type StopSignal = keyof typeof exitCodes;

/** Lets a person stop a run cleanly, with Ctrl-C or what else asks a process to end. */
export interface StopSignals {
  readonly signal: AbortSignal;
  /** What the process should exit with once it has been stopped. */
  exitCode(): number;
  /** Signals have their usual meaning again. */
  release(): void;
}

let stopPresent: ((exitCode: number) => void) | undefined;

/** Stops the present run as a signal would, and exits with this code; if nothing is running, exits at once. */
export function stopWith(exitCode: number): void {
  if (!stopPresent) process.exit(exitCode);
  stopPresent(exitCode);
}

/**
 * The first signal stops what is under way, a second one ends the process at once.
 *
 * @param onStop called when it is first asked to stop
 */
export function listenForStop(onStop: () => void): StopSignals {
  const controller = new AbortController();
  let code = 0;
  const names = Object.keys(exitCodes) as StopSignal[];
  const leaveSignals = () => {
    for (const name of names) process.off(name, onSignal);
  };
  const stop = (exitCode: number) => {
    if (controller.signal.aborted) return;
    code = exitCode;
    controller.abort();
    onStop();
  };
  const onSignal = (signal: StopSignal) => {
    leaveSignals(); // the system ends the process at the next one, however busy it is
    stop(exitCodes[signal]);
  };
  stopPresent = stop;
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    exitCode: () => code,
    release() {
      leaveSignals();
      stopPresent = undefined;
    },
  };
}
