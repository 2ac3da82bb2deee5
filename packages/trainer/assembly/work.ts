import { updateSlice } from "./backward";
import * as cholesky from "./cholesky";
import { gramRows, mirrorRows, productRows, unitsOfRows } from "./dense";
import { heldOutBlock, logitsOfBlock, queryBlock, tileGradient, trainBlock } from "./forward";
import * as job from "./job";
import { blocksOf, heldOutRows, MEETING, slices } from "./memory";
import { moveByPolar, storeDirection } from "./polar";
import { queryRows, trainRows } from "./settings";
import { storeFeatures } from "./top-features";

/*
 * Work is cut into units that need nothing of each other: blocks of examples, or slices of hidden
 * nodes. Threads draw them from one counter. Who does a unit changes no bit of its result.
 */

export const TRAIN: i32 = 1;
export const HELD_OUT: i32 = 2;
export const QUERY_ANSWERS: i32 = 3;
export const UPDATE: i32 = 4;
const STOP: i32 = 5;
/** Logits of the training set, where its gradient will be; and that gradient, once it is there. */
export const LOGITS: i32 = 6;
export const TILE_GRADIENT: i32 = 7;
/** Parts of solving V and of moving W by a polar factor, on the matrices of the present job. */
export const FEATURES: i32 = 8;
export const GRAM: i32 = 9;
export const MIRROR: i32 = 10;
export const PRODUCT: i32 = 11;
export const COLUMNS: i32 = 12;
export const BELOW: i32 = 13;
export const SOLVE: i32 = 14;
export const STORE_DIRECTION: i32 = 15;
export const MOVE_BY_POLAR: i32 = 16;

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
  switch (kind) {
    case TRAIN:
    case LOGITS:
    case TILE_GRADIENT:
    case FEATURES:
      return blocksOf(trainRows());
    case HELD_OUT:
      return blocksOf(heldOutRows);
    case QUERY_ANSWERS:
      return blocksOf(queryRows());
    case UPDATE:
    case STORE_DIRECTION:
    case MOVE_BY_POLAR:
      return slices;
    case GRAM:
    case MIRROR:
    case PRODUCT:
      return unitsOfRows(job.rows());
    case COLUMNS:
      return cholesky.unitsOfColumns(job.from(), job.rows());
    case BELOW:
      return cholesky.unitsBelow(job.from(), job.rows());
    case SOLVE:
      return cholesky.unitsOfRight(job.columns());
    default:
      return 0;
  }
}

function perform(kind: i32, unit: i32): void {
  switch (kind) {
    case TRAIN:
      trainBlock(unit);
      break;
    case LOGITS:
      logitsOfBlock(unit);
      break;
    case TILE_GRADIENT:
      tileGradient(unit);
      break;
    case FEATURES:
      storeFeatures(unit);
      break;
    case HELD_OUT:
      heldOutBlock(unit);
      break;
    case QUERY_ANSWERS:
      queryBlock(unit);
      break;
    case UPDATE:
      updateSlice(unit);
      break;
    case STORE_DIRECTION:
      storeDirection(unit);
      break;
    case MOVE_BY_POLAR:
      moveByPolar(unit);
      break;
    default:
      performDense(kind, unit);
  }
}

function performDense(kind: i32, unit: i32): void {
  const a = job.a();
  const c = job.c();
  const rows = job.rows();
  const count = job.count();
  switch (kind) {
    case GRAM:
      gramRows(unit, a, job.strideOfA(), count, rows, c, job.strideOfC());
      break;
    case MIRROR:
      mirrorRows(unit, rows, a, job.strideOfA());
      break;
    case PRODUCT:
      productRows(
        unit,
        a,
        job.strideOfA(),
        job.b(),
        job.strideOfB(),
        c,
        job.strideOfC(),
        rows,
        count,
        job.columns(),
      );
      break;
    case COLUMNS:
      cholesky.factorColumns(unit, a, job.strideOfA(), job.from(), rows);
      break;
    case BELOW:
      cholesky.updateBelow(unit, a, job.strideOfA(), job.from(), rows);
      break;
    case SOLVE:
      cholesky.solveColumns(unit, a, job.strideOfA(), rows, c, job.strideOfC());
      break;
  }
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
