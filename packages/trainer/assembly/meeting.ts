/*
 * Threads do the units of a job together: they draw them from one counter, and whoever called waits
 * until all are done.
 */

/** The words they meet at; what lies in memory otherwise begins at FIRST_FREE. */
const MEETING: usize = 256;
export const FIRST_FREE: usize = 1024;

/** The job, and below it the next unit: one word, so that both are drawn together. */
const ticket: usize = MEETING;
const finished: usize = MEETING + 64;
const generation: usize = MEETING + 128;

/** The job of which helpers go home, and what there is before the first job and between jobs. */
export const STOP: i32 = -1;
const NOTHING: i32 = 0;

/** How often a thread looks before it sleeps, and how often one that may not sleep looks at all. */
const spins: i64 = 4000;
const mostSpins: i64 = 10_000_000_000;
/** Nanoseconds. */
const patience: i64 = 20_000_000_000;

/** Offers a job's units to all threads, this one too. */
export function begin(job: i32): void {
  atomic.store<i32>(finished, 0);
  call(job);
}

function offer(job: i32): void {
  atomic.store<i64>(ticket, (<i64>job) << 32);
}

function call(job: i32): void {
  offer(job);
  atomic.add<i32>(generation, 1);
  atomic.notify(generation, -1);
}

/** A job and a unit, which no other thread has been given. */
export function draw(): i64 {
  return atomic.add<i64>(ticket, 1);
}

export function jobOf(drawn: i64): i32 {
  return <i32>(drawn >> 32);
}

export function unitOf(drawn: i64): i32 {
  return <i32>drawn;
}

export function isWork(job: i32): bool {
  return job !== STOP && job !== NOTHING;
}

/** To be told of every unit that was drawn and done. */
export function finish(): void {
  atomic.add<i32>(finished, 1);
  atomic.notify(finished, -1);
}

/**
 * Waits until so many units are done.
 *
 * @param mayWait whether this thread may sleep; a page's own thread may not
 * @returns 0 if another thread took a unit and did not come back with it for about 20 seconds
 */
export function awaitUnits(units: i32, mayWait: bool): bool {
  let left = mayWait ? spins : mostSpins;
  let seen = atomic.load<i32>(finished);
  while (seen < units) {
    if (left-- <= 0) {
      if (!mayWait) return false;
      const result = atomic.wait<i32>(finished, seen, patience);
      if (result === AtomicWaitResult.TIMED_OUT) return false;
    }
    seen = atomic.load<i32>(finished);
  }
  // who comes late must not take a unit that the job has only when it is called again
  offer(NOTHING);
  return true;
}

/** How often threads have been called. */
export function calls(): i32 {
  return atomic.load<i32>(generation);
}

/** Waits until threads have been called more often than `seen`. */
export function awaitCall(seen: i32): void {
  let left = spins;
  while (left > 0 && atomic.load<i32>(generation) === seen) left--;
  atomic.wait<i32>(generation, seen, -1);
}

/** Ends the service of every thread. */
export function stop(): void {
  if (ASC_FEATURE_THREADS) call(STOP);
}
