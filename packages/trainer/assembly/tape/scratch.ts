import {
  FLOAT,
  PANEL,
  PANEL_ROW,
  STRIP_ROW,
  TILE,
} from "../../../tfjs-kernels/assembly/product/constants";

/** Terms of a product's sums that one pass takes. */
export const DEPTH: i32 = 192;
/** Rows that are packed at a time, and lines of a unit where these are rows. */
export const BLOCK: i32 = 48;
/** Panels that are packed at a time, where they are packed for one use. */
export const PANELS: i32 = 64;

const stripBytes: usize = <usize>(DEPTH * BLOCK) * FLOAT;
const panelBytes: usize = <usize>(DEPTH * PANEL * PANELS) * FLOAT;
const edgeBytes: usize = <usize>TILE * PANEL_ROW;

/** Bytes that each thread needs for itself. */
export const scratchBytes: usize = stripBytes + panelBytes + edgeBytes;

/** This thread's own: packed rows, packed panels, and a tile that is not full. */
export let strips: usize = 0;
export let panels: usize = 0;
export let edge: usize = 0;

/** Gives this thread its scratch. */
export function plan(scratch: usize): void {
  strips = scratch;
  panels = strips + stripBytes;
  edge = panels + panelBytes;
}

/** Terms of each pass over `terms`, evened out: the order of a sum depends on their number alone. */
export function depthOf(terms: i32): i32 {
  const passes = (terms + DEPTH - 1) / DEPTH;
  return (terms + passes - 1) / passes;
}

/** Bytes of a strip of TILE rows. */
export function bytesOfStrip(terms: i32): usize {
  return <usize>terms * STRIP_ROW;
}
