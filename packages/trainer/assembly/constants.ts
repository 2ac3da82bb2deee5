/** Whether products and sums are fused: faster, and rounded as the machine likes it. */
export const FUSED: bool = ASC_FEATURE_RELAXED_SIMD;

/** Rows of a tile of a product, what the registers hold; and of one where these do not go up. */
export const TILE: i32 = FUSED ? 6 : 5;
export const SHORT_TILE: i32 = FUSED ? 6 : 4;

/** Hidden nodes of a slice, whole panels: the unit of the backward pass, and of the layout of W and V. */
export const SLICE: i32 = FUSED ? 96 : 64;

/** Examples of a block: the unit of the forward pass. Its features stay in the first-level cache. */
export const BLOCK: i32 = 48;

/** Examples that one query answers. */
export const QUERY: i32 = BLOCK * 16;

/** Columns of a panel: the right operand of a product is packed in panels of this width. */
export const PANEL: i32 = 8;

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
export const POWER: i32 = 4;
export const MIXED: i32 = 5;

export const MSE: i32 = 0;
export const CROSS_ENTROPY: i32 = 1;

export const SGD: i32 = 0;
export const ADAM: i32 = 1;
export const ADAMW: i32 = 2;
/** Keeps a direction where the second moment would be; polar.ts moves W by it. */
export const MUON: i32 = 3;
/** Keeps the gradient where the first moment would be, and leaves the weights as they are. */
export const GRADIENT_ONLY: i32 = 4;
/** Needs no gradient. */
export const NONE: i32 = 5;
