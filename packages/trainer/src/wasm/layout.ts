/*
 * Weights as the kernels keep them: W as slices × inputs × sliceWidth, V as slices × panels ×
 * sliceWidth × panelWidth, filled up with zeros. The order of values is all that changes.
 */

export interface LayoutSizes {
  readonly inputs: number;
  readonly width: number;
  readonly classes: number;
  readonly sliceWidth: number;
  readonly panelWidth: number;
}

/** Where W[input, node] lies. */
function placeInW(sizes: LayoutSizes, input: number, node: number): number {
  const { inputs, sliceWidth } = sizes;
  const slice = Math.floor(node / sliceWidth);
  return (slice * inputs + input) * sliceWidth + (node % sliceWidth);
}

/** Where V[node, c] lies. */
function placeInV(sizes: LayoutSizes, node: number, c: number): number {
  const { classes, sliceWidth, panelWidth } = sizes;
  const panels = Math.ceil(classes / panelWidth);
  const slice = Math.floor(node / sliceWidth);
  const panel = slice * panels + Math.floor(c / panelWidth);
  return (panel * sliceWidth + (node % sliceWidth)) * panelWidth + (c % panelWidth);
}

/** The place of each entry of W or V, row by row. */
export function places(sizes: LayoutSizes, weight: "W" | "V"): Uint32Array {
  const { inputs, width, classes } = sizes;
  const [rows, columns] = weight === "W" ? [inputs, width] : [width, classes];
  const place = weight === "W" ? placeInW : placeInV;
  const result = new Uint32Array(rows * columns);
  for (let row = 0, i = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, i++) result[i] = place(sizes, row, column);
  }
  return result;
}
