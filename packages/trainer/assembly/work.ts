import { updateSlice } from "./backward";
import { heldOutBlock, queryBlock, trainBlock } from "./forward";
import { blocksOf, heldOutRows, MEETING, slices, trainRows } from "./memory";
import { queryRows } from "./settings";

/*
 * Work is cut into units that need nothing of each other: blocks of examples, or slices of hidden
 * nodes. Threads draw them from one counter. Who does a unit changes no bit of its result.
 */

export const TRAIN: i32 = 1;
export const HELD_OUT: i32 = 2;
export const QUERY_ANSWERS: i32 = 3;
export const UPDATE: i32 = 4;
const STOP: i32 = 5;

/** The kind of work, and under it the next unit: one word, so that both are drawn together. */
const ticket: usize = MEETING;
const finished: usize = MEETING + 64;
const generation: usize = MEETING + 128;

const kindShift: i32 = 24;
const unitMask: i32 = 0xffffff;
/** How often a thread looks before it sleeps, and how often one that may not sleep looks at all. */
const spins: i64 = 4000;
const mostSpins: i64 = 10_000_000_000;
/** Nanoseconds. */
const patience: i64 = 20_000_000_000;

function unitsOf(kind: i32): i32 {
  if (kind === TRAIN) return blocksOf(trainRows);
  if (kind === HELD_OUT) return blocksOf(heldOutRows);
  if (kind === QUERY_ANSWERS) return blocksOf(queryRows());
  return kind === UPDATE ? slices : 0;
}

function perform(kind: i32, unit: i32): void {
  if (kind === TRAIN) trainBlock(unit);
  else if (kind === HELD_OUT) heldOutBlock(unit);
  else if (kind === QUERY_ANSWERS) queryBlock(unit);
  else updateSlice(unit);
}

/**
 * Does all units of one kind, with whatever threads serve.
 *
 * @param mayWait whether this thread may sleep; a page's own thread may not
 * @returns 0 if another thread took a unit and did not come back with it for about 20 seconds
 */
export function run(kind: i32, mayWait: bool): bool {
  const units = unitsOf(kind);
  if (!ASC_FEATURE_THREADS) {
    for (let unit = 0; unit < units; unit++) perform(kind, unit);
    return true;
  }
  atomic.store<i32>(finished, 0);
  call(kind);
  help();
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
  return true;
}

function call(kind: i32): void {
  atomic.store<i32>(ticket, kind << kindShift);
  atomic.add<i32>(generation, 1);
  atomic.notify(generation, -1);
}

/** Draws units and does them until none is left. Returns the kind of work it last saw. */
function help(): i32 {
  let drawn = atomic.add<i32>(ticket, 1);
  while ((drawn & unitMask) < unitsOf(drawn >> kindShift)) {
    perform(drawn >> kindShift, drawn & unitMask);
    atomic.add<i32>(finished, 1);
    atomic.notify(finished, -1);
    drawn = atomic.add<i32>(ticket, 1);
  }
  return drawn >> kindShift;
}

/** Helps whoever calls `run`, until `stop` is called. */
export function serve(): void {
  if (!ASC_FEATURE_THREADS) return;
  let seen = atomic.load<i32>(generation);
  while (help() !== STOP) {
    let left = spins;
    while (left > 0 && atomic.load<i32>(generation) === seen) left--;
    atomic.wait<i32>(generation, seen, -1);
    seen = atomic.load<i32>(generation);
  }
}

/** Ends every `serve`. */
export function stop(): void {
  if (ASC_FEATURE_THREADS) call(STOP);
}
