import { portableExp, portableLog } from "@grokscape/models";
import type { LossName } from "../config/config.ts";
import type { Measures } from "../engines/engine.ts";

type Values = Float32Array | Float64Array;

/**
 * Loss and accuracy of logits (n × classes, row-major); mse multiplies its one-hot target by
 * `labelScale` (1 if not given). Where `gradient` is given it receives
 * ∂loss/∂logits. Sums are taken in float64, rows in order. The answer is the first largest logit.
 */
export type Loss = (
  logits: Values,
  labels: Uint16Array,
  classes: number,
  gradient?: Values,
  labelScale?: number,
) => Measures;

/**
 * The author's mse: mean over samples of ‖(o − mean of o over classes) − s·(onehot − 1/M)‖²,
 * s the label scale (arXiv 2509.21519, Sec. 2, and the published code, with s = 1).
 */
const mse: Loss = (logits, labels, classes, gradient, labelScale = 1) => {
  const n = labels.length;
  const scale = 2 / n;
  let total = 0;
  let right = 0;
  for (let row = 0; row < n; row++) {
    const offset = row * classes;
    let sum = 0;
    let best = 0;
    for (let c = 0; c < classes; c++) {
      const value = logits[offset + c];
      sum += value;
      if (value > logits[offset + best]) best = c;
    }
    const shift = (labelScale - sum) / classes;
    let rowTotal = 0;
    for (let c = 0; c < classes; c++) {
      const residual = logits[offset + c] + shift - (c === labels[row] ? labelScale : 0);
      rowTotal += residual * residual;
      if (gradient) gradient[offset + c] = scale * residual;
    }
    total += rowTotal;
    if (best === labels[row]) right++;
  }
  return { loss: total / n, accuracy: right / n };
};

/** Softmax cross-entropy, mean over samples, in nats. */
const crossEntropy: Loss = (logits, labels, classes, gradient) => {
  const n = labels.length;
  const exponentials = new Float64Array(classes);
  let total = 0;
  let right = 0;
  for (let row = 0; row < n; row++) {
    const offset = row * classes;
    let best = 0;
    for (let c = 1; c < classes; c++) if (logits[offset + c] > logits[offset + best]) best = c;
    const highest = logits[offset + best];
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      exponentials[c] = portableExp(logits[offset + c] - highest);
      sum += exponentials[c];
    }
    total += portableLog(sum) - (logits[offset + labels[row]] - highest);
    if (gradient) {
      for (let c = 0; c < classes; c++) {
        gradient[offset + c] = (exponentials[c] / sum - (c === labels[row] ? 1 : 0)) / n;
      }
    }
    if (best === labels[row]) right++;
  }
  return { loss: total / n, accuracy: right / n };
};

/**
 * Cross-entropy of StableMax s(oₖ)/Σs(oⱼ), s(x) = x + 1 for x ≥ 0 and 1/(1 − x) below, mean over
 * samples, in nats (Prieto et al., arXiv 2501.04697).
 */
const stablemax: Loss = (logits, labels, classes, gradient) => {
  const n = labels.length;
  const values = new Float64Array(classes);
  let total = 0;
  let right = 0;
  for (let row = 0; row < n; row++) {
    const offset = row * classes;
    let best = 0;
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const x = logits[offset + c];
      values[c] = x >= 0 ? x + 1 : 1 / (1 - x);
      sum += values[c];
      if (x > logits[offset + best]) best = c;
    }
    const label = labels[row];
    total += portableLog(sum) - portableLog(values[label]);
    if (gradient) {
      const share = 1 / sum;
      for (let c = 0; c < classes; c++) {
        const slope = logits[offset + c] >= 0 ? 1 : values[c] * values[c];
        gradient[offset + c] = (slope * (share - (c === label ? 1 / values[c] : 0))) / n;
      }
    }
    if (best === label) right++;
  }
  return { loss: total / n, accuracy: right / n };
};

export const losses: Readonly<Record<LossName, Loss>> = {
  mse,
  "cross-entropy": crossEntropy,
  stablemax,
};

/** The first largest logit of each row. */
export function answers(logits: Values, classes: number): Uint16Array {
  const predicted = new Uint16Array(logits.length / classes);
  for (let row = 0; row < predicted.length; row++) {
    const offset = row * classes;
    let best = 0;
    for (let c = 1; c < classes; c++) if (logits[offset + c] > logits[offset + best]) best = c;
    predicted[row] = best;
  }
  return predicted;
}
