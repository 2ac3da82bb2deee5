import { updateSlice } from "./backward";
import * as cholesky from "./cholesky";
import { gramRows, mirrorRows, productRows, unitsOfRows } from "./dense";
import { heldOutBlock, logitsOfBlock, queryBlock, tileGradient, trainBlock } from "./forward";
import * as job from "./job";
import {
  awaitCall,
  awaitUnits,
  begin,
  calls,
  draw,
  finish,
  isWork,
  jobOf,
  STOP,
  unitOf,
} from "./meeting";
import { blocksOf, heldOutRows, slices } from "./memory";
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
  begin(kind);
  help();
  return awaitUnits(units, mayWait);
}

/** Does units of the work that is offered until none is left. Returns its kind. */
function help(): i32 {
  let drawn = draw();
  while (isWork(jobOf(drawn)) && unitOf(drawn) < unitsOf(jobOf(drawn))) {
    perform(jobOf(drawn), unitOf(drawn));
    finish();
    drawn = draw();
  }
  return jobOf(drawn);
}

/** Helps whoever calls `run`, until `stop` is called. */
export function serve(): void {
  if (!ASC_FEATURE_THREADS) return;
  let seen = calls();
  while (help() !== STOP) {
    awaitCall(seen);
    seen = calls();
  }
}
