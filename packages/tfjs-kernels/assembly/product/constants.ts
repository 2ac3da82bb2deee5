/** Rows and columns of a product that stay in registers. */
export const TILE: i32 = 4;
export const PANEL: i32 = 8;

/** Bytes of a float32, of a strip's row (TILE numbers) and of a panel's row (PANEL numbers). */
export const FLOAT: usize = 4;
export const STRIP_ROW: usize = <usize>TILE * FLOAT;
export const PANEL_ROW: usize = <usize>PANEL * FLOAT;
