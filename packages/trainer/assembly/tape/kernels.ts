import { activate, activationSlope } from "./activation";
import {
  add,
  clear,
  inverseRoot,
  inverseRootSlope,
  place,
  scale,
  softmax,
  softmaxSlope,
  times,
} from "./entrywise";
import { packRight, product, productOfColumns } from "./product";
import { kernelOf } from "./program";
import { scatter, select } from "./select";
import { sumOfColumns, sumOfRows } from "./sum";

export const PACK_RIGHT: i32 = 0;
export const PRODUCT: i32 = 1;
export const PRODUCT_OF_COLUMNS: i32 = 2;
export const SELECT: i32 = 3;
export const SCATTER: i32 = 4;
export const ADD: i32 = 5;
export const TIMES: i32 = 6;
export const SCALE: i32 = 7;
export const CLEAR: i32 = 8;
export const PLACE: i32 = 9;
export const ACTIVATE: i32 = 10;
export const ACTIVATION_SLOPE: i32 = 11;
export const INVERSE_ROOT: i32 = 12;
export const INVERSE_ROOT_SLOPE: i32 = 13;
export const SOFTMAX: i32 = 14;
export const SOFTMAX_SLOPE: i32 = 15;
export const SUM_OF_COLUMNS: i32 = 16;
export const SUM_OF_ROWS: i32 = 17;

/** Does what an instruction says for some of its lines. */
export function perform(instruction: usize, from: i32, to: i32): void {
  switch (kernelOf(instruction)) {
    case PACK_RIGHT:
      packRight(instruction, from, to);
      break;
    case PRODUCT:
      product(instruction, from, to);
      break;
    case PRODUCT_OF_COLUMNS:
      productOfColumns(instruction, from, to);
      break;
    case SELECT:
      select(instruction, from, to);
      break;
    case SCATTER:
      scatter(instruction, from, to);
      break;
    case ADD:
      add(instruction, from, to);
      break;
    case TIMES:
      times(instruction, from, to);
      break;
    case SCALE:
      scale(instruction, from, to);
      break;
    case CLEAR:
      clear(instruction, from, to);
      break;
    case PLACE:
      place(instruction, from, to);
      break;
    case ACTIVATE:
      activate(instruction, from, to);
      break;
    case ACTIVATION_SLOPE:
      activationSlope(instruction, from, to);
      break;
    case INVERSE_ROOT:
      inverseRoot(instruction, from, to);
      break;
    case INVERSE_ROOT_SLOPE:
      inverseRootSlope(instruction, from, to);
      break;
    case SOFTMAX:
      softmax(instruction, from, to);
      break;
    case SOFTMAX_SLOPE:
      softmaxSlope(instruction, from, to);
      break;
    case SUM_OF_COLUMNS:
      sumOfColumns(instruction, from, to);
      break;
    case SUM_OF_ROWS:
      sumOfRows(instruction, from, to);
      break;
  }
}
