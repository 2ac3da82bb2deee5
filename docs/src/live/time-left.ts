/** Steps at which runs of a kind were measured to understand. */
export interface Measured {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

/**
 * Seconds until a run should understand that has not yet, as the middle of those measured does or, once it
 * has come further, as the last of them; null for one that has come further than all.
 *
 * @param perStep milliseconds
 */
export function secondsLeft(
  perStep: number,
  step: number,
  { median, most }: Measured,
): number | null {
  const until = step < median ? median : most;
  return step < until ? ((until - step) * perStep) / 1000 : null;
}

/** Seconds that a pace is measured for before anything is said of it. */
const atLeast = 1;

/** How long a step of a run takes, from since when it was last told to begin. */
export class Stopwatch {
  /** Milliseconds; undefined until known. */
  perStep?: number;
  #since?: { readonly step: number; readonly at: number };

  begin(): void {
    this.#since = undefined;
  }

  /** @param now in milliseconds */
  read(step: number, now: number): void {
    this.#since ??= { step, at: now };
    const steps = step - this.#since.step;
    const gone = now - this.#since.at;
    if (steps > 0 && gone >= 1000 * atLeast) this.perStep = gone / steps;
  }
}
