import { portableExp, portableLog } from "@grokscape/models";
import type { LossName } from "../config/config.ts";
import type { Measures } from "../engine/engine.ts";

type Values = Float32Array | Float64Array;

/**
 * Loss and accuracy of logits (n × classes, row-major). Where `gradient` is given it receives
 * ∂loss/∂logits. Sums are taken in float64, rows in order. The answer is the first largest logit.
 */
export type Loss = (
  logits: Values,
  labels: Uint16Array,
  classes: number,
  gradient?: Values,
) => Measures;

/**
 * The author's mse: mean over samples of ‖(o − mean of o over classes) − (onehot − 1/M)‖²
 * (arXiv 2509.21519, Sec. 2, and the published code).
 */
const mse: Loss = (logits, labels, classes, gradient) => {
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
    const shift = (1 - sum) / classes;
    let rowTotal = 0;
    for (let c = 0; c < classes; c++) {
      const residual = logits[offset + c] + shift - (c === labels[row] ? 1 : 0);
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

export const losses: Readonly<Record<LossName, Loss>> = { mse, "cross-entropy": crossEntropy };

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
