import { portableExp, portableLog } from "@grokscape/models";
import type { LossName } from "../config/config.ts";
import type { Measures } from "../engines/engine.ts";

type Values = Float32Array | Float64Array;

/**
 * The mean loss and the accuracy of logits (n × classes, row-major), summed in float64, row by row. The
 * answer to a row is its first largest logit.
 *
 * @param labels n, each in [0, classes)
 * @param gradient receives ∂loss/∂logits, if given
 * @param labelScale what mse multiplies its one-hot target by; 1 if not given
 */
export type Loss = (
  logits: Values,
  labels: Uint16Array,
  classes: number,
  gradient?: Values,
  labelScale?: number,
) => Measures;

/**
 * The loss of one row of logits, which begins at `offset`. Where `gradient` is given the row's part of
 * ∂(mean loss)/∂logits is written to it.
 *
 * @param answer the row's first largest logit
 */
type RowLoss = (
  logits: Values,
  offset: number,
  label: number,
  answer: number,
  gradient: Values | undefined,
) => number;

/** The mean over rows; `prepare` makes the loss of one of n rows. */
const meanOverRows =
  (prepare: (n: number, classes: number, labelScale: number) => RowLoss): Loss =>
  (logits, labels, classes, gradient, labelScale = 1) => {
    const n = labels.length;
    const lossOfRow = prepare(n, classes, labelScale);
    let total = 0;
    let right = 0;
    for (let row = 0; row < n; row++) {
      const offset = row * classes;
      const answer = answerTo(logits, offset, classes);
      total += lossOfRow(logits, offset, labels[row], answer, gradient);
      if (answer === labels[row]) right++;
    }
    return { loss: total / n, accuracy: right / n };
  };

/** The first largest of the logits of a row, which begins at `offset`. */
function answerTo(logits: Values, offset: number, classes: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++) if (logits[offset + c] > logits[offset + best]) best = c;
  return best;
}

/**
 * The author's mse: mean over samples of ‖(o − mean of o over classes) − s·(onehot − 1/M)‖²,
 * s the label scale (arXiv 2509.21519, Sec. 2, and the published code, with s = 1).
 */
const mse = meanOverRows((n, classes, labelScale) => (logits, offset, label, _answer, gradient) => {
  let sum = 0;
  for (let c = 0; c < classes; c++) sum += logits[offset + c];
  const shift = (labelScale - sum) / classes;
  let total = 0;
  for (let c = 0; c < classes; c++) {
    const residual = logits[offset + c] + shift - (c === label ? labelScale : 0);
    total += residual * residual;
    if (gradient) gradient[offset + c] = (2 / n) * residual;
  }
  return total;
});

/** Softmax cross-entropy, mean over samples, in nats. */
const crossEntropy = meanOverRows((n, classes) => {
  const exponentials = new Float64Array(classes);
  return (logits, offset, label, answer, gradient) => {
    const highest = logits[offset + answer];
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      exponentials[c] = portableExp(logits[offset + c] - highest);
      sum += exponentials[c];
    }
    for (let c = 0; gradient && c < classes; c++) {
      gradient[offset + c] = (exponentials[c] / sum - (c === label ? 1 : 0)) / n;
    }
    return portableLog(sum) - (logits[offset + label] - highest);
  };
});

const { fround } = Math;

/**
 * The same in float32 throughout, as it is taken where networks are trained in float32: the probabilities of
 * other answers are lost in the sum beside one that is surer by 17 nats, whose gradient then is exactly 0
 * (softmax collapse; Prieto et al., arXiv 2501.04697).
 */
const crossEntropyFloat32 = meanOverRows((n, classes) => {
  const exponentials = new Float32Array(classes);
  return (logits, offset, label, answer, gradient) => {
    const highest = logits[offset + answer];
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      exponentials[c] = portableExp(fround(logits[offset + c] - highest));
      sum = fround(sum + exponentials[c]);
    }
    for (let c = 0; gradient && c < classes; c++) {
      const share = fround(exponentials[c] / sum);
      gradient[offset + c] = fround(fround(share - (c === label ? 1 : 0)) / n);
    }
    return fround(fround(portableLog(sum)) - fround(logits[offset + label] - highest));
  };
});

/**
 * Cross-entropy of StableMax s(oₖ)/Σs(oⱼ), s(x) = x + 1 for x ≥ 0 and 1/(1 − x) below, mean over
 * samples, in nats (Prieto et al., arXiv 2501.04697).
 */
const stablemax = meanOverRows((n, classes) => {
  const values = new Float64Array(classes);
  return (logits, offset, label, _answer, gradient) => {
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const x = logits[offset + c];
      values[c] = x >= 0 ? x + 1 : 1 / (1 - x);
      sum += values[c];
    }
    const share = 1 / sum;
    for (let c = 0; gradient && c < classes; c++) {
      const slope = logits[offset + c] >= 0 ? 1 : values[c] * values[c];
      gradient[offset + c] = (slope * (share - (c === label ? 1 / values[c] : 0))) / n;
    }
    return portableLog(sum) - portableLog(values[label]);
  };
});

export const losses: Readonly<Record<LossName, Loss>> = {
  mse,
  "cross-entropy": crossEntropy,
  "cross-entropy-float32": crossEntropyFloat32,
  stablemax,
};

/** The answer to each of the rows: its first largest logit. */
export const answers = (logits: Values, classes: number): Uint16Array =>
  Uint16Array.from({ length: logits.length / classes }, (_, row) =>
    answerTo(logits, row * classes, classes),
  );
