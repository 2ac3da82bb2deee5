/*
 * The kernels keep the values of a weight in another order than its tensor does: W as slices × inputs ×
 * sliceWidth, V as slices × panels × sliceWidth × panelWidth, the last slice and panel padded with zeros.
 * A run is a stretch of values that follow one another in both orders.
 */

export interface LayoutSizes {
  readonly inputs: number;
  readonly width: number;
  readonly classes: number;
  readonly sliceWidth: number;
  readonly panelWidth: number;
}

/** Receives a run: where it begins in the tensor and in the kernels' order, and how long it is. */
type Visit = (inTensor: number, inMemory: number, length: number) => void;

/** A run of W is one input's weights to the nodes of one slice. */
function runsOfW({ inputs, width, sliceWidth }: LayoutSizes, visit: Visit): void {
  for (let first = 0; first < width; first += sliceWidth) {
    const length = Math.min(sliceWidth, width - first);
    for (let input = 0; input < inputs; input++) {
      visit(input * width + first, first * inputs + input * sliceWidth, length);
    }
  }
}

/** A run of V is one node's weights to the classes of one panel. */
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

/** Visits the runs of a weight, which together are all its values. */
export function forEachRun(sizes: LayoutSizes, weight: "W" | "V", visit: Visit): void {
  if (weight === "W") runsOfW(sizes, visit);
  else runsOfV(sizes, visit);
}
