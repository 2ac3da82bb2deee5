/** Hidden nodes of a slice: the unit of the backward pass, and of the layout of W and V. */
export const SLICE: i32 = 96;

/** Examples of a block: the unit of the forward pass. Its features stay in the first-level cache. */
export const BLOCK: i32 = 48;

/** Examples that one query answers. */
export const QUERY: i32 = BLOCK * 16;

/** Columns of a panel: the right operand of a product is packed in panels of this width. */
export const PANEL: i32 = 8;

/** Rows of a tile of a product: what the registers hold. */
export const TILE: i32 = 4;

/** Bytes of a float32, of one row of a panel, and of one example's features in a slice. */
export const FLOAT: usize = 4;
export const PANEL_ROW: usize = <usize>PANEL * FLOAT;
export const SLICE_ROW: usize = <usize>SLICE * FLOAT;

/** Bytes of a panel with one row an example of a block. */
export const BLOCK_PANEL: usize = <usize>BLOCK * PANEL_ROW;

export const QUADRATIC: i32 = 0;
export const RELU: i32 = 1;
export const RELU2: i32 = 2;
export const SILU: i32 = 3;

export const MSE: i32 = 0;
export const CROSS_ENTROPY: i32 = 1;

export const SGD: i32 = 0;
export const ADAM: i32 = 1;
export const ADAMW: i32 = 2;
