import { BLOCK, BLOCK_PANEL, PANEL_ROW, SLICE } from "./constants";
import { gramRows, unitsOfRows } from "./dense";
import {
  bytesOfV,
  classes,
  gradientPanels,
  observedGramOfGradient,
  observedGramOfV,
  observedRows,
  observedStride,
  panels,
  slices,
  V,
  width,
} from "./memory";
import * as settings from "./settings";

/** ‖∂loss/∂F‖ of the examples in use, as √tr(GᵀG·VᵀV) with G = β·∂loss/∂logits, in float64. */
export function featureGradientNorm(): f64 {
  const blockBytes = <usize>panels * BLOCK_PANEL;
  gram(gradientPanels, blockBytes, BLOCK, settings.trainRows(), observedGramOfGradient);
  gram(V, bytesOfV / <usize>slices, SLICE, width, observedGramOfV);
  let squares: f64 = 0;
  for (let i = 0; i < classes; i++) {
    for (let j = i; j < classes; j++) {
      const at = <usize>i * observedStride + ((<usize>j) << 3);
      const product = load<f64>(observedGramOfGradient + at) * load<f64>(observedGramOfV + at);
      squares += i === j ? product : 2 * product;
    }
  }
  return Math.sqrt(max<f64>(0, squares));
}

/** The Gram matrix of rows that lie in panels, `rowsOfPart` to a part of `bytesOfPart`. */
function gram(from: usize, bytesOfPart: usize, rowsOfPart: i32, rows: i32, to: usize): void {
  for (let row = 0; row < rows; row++) {
    const part = row / rowsOfPart;
    const start = from + <usize>part * bytesOfPart + <usize>(row - part * rowsOfPart) * PANEL_ROW;
    const target = observedRows + <usize>row * observedStride;
    for (let c = 0; c < classes; c++) {
      const panel = <usize>((c >> 3) * rowsOfPart) * PANEL_ROW;
      store<f64>(
        target + ((<usize>c) << 3),
        <f64>load<f32>(start + panel + ((<usize>(c & 7)) << 2)),
      );
    }
  }
  for (let unit = 0; unit < unitsOfRows(classes); unit++) {
    gramRows(unit, observedRows, observedStride, rows, classes, to, observedStride);
  }
}
