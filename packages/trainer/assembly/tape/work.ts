import { perform } from "./kernels";
import {
  bytesOf,
  endLine,
  endOfInstructions,
  firstInstruction,
  firstLine,
  GROUP,
  unitsOf,
} from "./program";

/*
 * Threads draw the units of a group from one counter; the group after it begins when all are done.
 */

/** The group's address, and below it the next unit: one word, so that both are drawn together. */
const ticket: usize = 64;
const finished: usize = 128;
const generation: usize = 192;
/** Where whoever writes programs may begin. */
export const FIRST_FREE: usize = 1024;

/** The address of no group, at which helpers stop. */
const STOP: usize = 1;

/** How often a thread looks before it sleeps, and how often one that may not sleep looks at all. */
const spins: i64 = 4000;
const mostSpins: i64 = 10_000_000_000;
/** Nanoseconds. */
const patience: i64 = 20_000_000_000;

function performUnit(group: usize, unit: i32): void {
  const from = firstLine(group, unit);
  const to = endLine(group, unit);
  const end = endOfInstructions(group);
  let instruction = firstInstruction(group);
  while (instruction < end) {
    perform(instruction, from, to);
    instruction += bytesOf(instruction);
  }
}

/**
 * Runs the groups from one address to another, with whatever threads serve.
 *
 * @param mayWait whether this thread may sleep; a page's own thread may not
 * @returns 0 if another thread took a unit and did not come back with it for about 20 seconds
 */
export function execute(from: usize, to: usize, mayWait: bool): bool {
  for (let group = from; group < to; group += GROUP) {
    const units = unitsOf(group);
    if (!ASC_FEATURE_THREADS || units === 1) {
      for (let unit = 0; unit < units; unit++) performUnit(group, unit);
    } else if (!share(group, units, mayWait)) {
      return false;
    }
  }
  return true;
}

function share(group: usize, units: i32, mayWait: bool): bool {
  atomic.store<i32>(finished, 0);
  call(group);
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

function call(group: usize): void {
  atomic.store<i64>(ticket, (<i64>group) << 32);
  atomic.add<i32>(generation, 1);
  atomic.notify(generation, -1);
}

/** Draws units and does them until none is left. Returns the group it last saw. */
function help(): usize {
  while (true) {
    const drawn = atomic.add<i64>(ticket, 1);
    const group = <usize>(drawn >> 32);
    const unit = <i32>drawn;
    if (group <= STOP || unit >= unitsOf(group)) return group;
    performUnit(group, unit);
    atomic.add<i32>(finished, 1);
    atomic.notify(finished, -1);
  }
}

/** Helps whoever calls `execute`, until `stop` is called. */
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
