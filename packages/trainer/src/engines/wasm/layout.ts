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

/** Told of `length` values that lie side by side in both: from where in the tensor, from where in memory. */
type Visit = (plain: number, inMemory: number, length: number) => void;

/** Visits the runs of W: of each input, the nodes of one slice. */
function runsOfW({ inputs, width, sliceWidth }: LayoutSizes, visit: Visit): void {
  for (let first = 0; first < width; first += sliceWidth) {
    const length = Math.min(sliceWidth, width - first);
    for (let input = 0; input < inputs; input++) {
      visit(input * width + first, first * inputs + input * sliceWidth, length);
    }
  }
}

/** Visits the runs of V: of each node, the classes of one panel. */
function runsOfV(sizes: LayoutSizes, visit: Visit): void {
  const { width, classes, sliceWidth, panelWidth } = sizes;
  const panels = Math.ceil(classes / panelWidth);
  for (let node = 0; node < width; node++) {
    const inSlice = node % sliceWidth;
    for (let panel = 0; panel < panels; panel++) {
      const first = panel * panelWidth;
      const row = ((node - inSlice) * panels + panel * sliceWidth + inSlice) * panelWidth;
      visit(node * classes + first, row, Math.min(panelWidth, classes - first));
    }
  }
}

/** Visits the runs of values that a weight has in its tensor, row by row, and in memory alike. */
export function forEachRun(sizes: LayoutSizes, weight: "W" | "V", visit: Visit): void {
  if (weight === "W") runsOfW(sizes, visit);
  else runsOfV(sizes, visit);
}
