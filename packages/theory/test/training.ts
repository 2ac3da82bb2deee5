import {
  dataset,
  type FiniteGroup,
  groupTask,
  randomStream,
  split,
  uniform,
} from "@grokscape/group-datasets";
import { hiddenFeatures, hiddenGradient, type RealMatrix } from "../src/index.ts";
import { multiply, transpose } from "../src/numerics/real-matrix.ts";

/** A run of the author's setting, as plain as it can be: x², squared error, Adam with L2 decay. */
export interface TrainingOptions {
  readonly group: FiniteGroup;
  /** n. */
  readonly count: number;
  /** K. */
  readonly width: number;
  readonly weightDecay: number;
  readonly learningRate?: number;
  readonly seed?: number;
}

/** Trains; `step(k)` makes step k, from 1 on. */
export function training({
  group,
  count,
  width,
  weightDecay,
  learningRate = 1e-3,
  seed = 3,
}: TrainingOptions) {
  const { order } = group;
  const examples = groupTask(group.name, group);
  const { train, test } = split(examples, { count, seed: 1 });
  const data = dataset(examples, train);
  const held = dataset(examples, test);
  const stream = randomStream(seed, "initialise");
  const start = (rows: number, columns: number): RealMatrix => ({
    rows,
    columns,
    data: Float64Array.from(
      { length: rows * columns },
      () => (2 * uniform(stream) - 1) / Math.sqrt(rows),
    ),
  });
  const hidden = start(2 * order, width);
  const top = start(width, order);
  const move = [adam(hidden.data), adam(top.data)];

  /** Answers, less their mean over the classes. */
  const answers = (features: RealMatrix): RealMatrix => {
    const output = multiply(features, top);
    for (let i = 0; i < output.rows; i++) {
      const row = output.data.subarray(i * order, (i + 1) * order);
      const mean = row.reduce((a, b) => a + b) / order;
      for (let h = 0; h < order; h++) row[h] -= mean;
    }
    return output;
  };

  return {
    data,
    hidden,
    top,
    testAccuracy(): number {
      const output = answers(hiddenFeatures(held, hidden, "quadratic"));
      let right = 0;
      for (let i = 0; i < held.count; i++) {
        const row = output.data.subarray(i * order, (i + 1) * order);
        if (row.indexOf(Math.max(...row)) === held.labels[i]) right++;
      }
      return right / held.count;
    },
    step(k: number): void {
      const features = hiddenFeatures(data, hidden, "quadratic");
      const error = answers(features);
      for (let i = 0; i < count; i++) {
        for (let h = 0; h < order; h++) {
          const target = (data.labels[i] === h ? 1 : 0) - 1 / order;
          error.data[i * order + h] = (2 / count) * (target - error.data[i * order + h]);
        }
      }
      const pulls = [
        hiddenGradient(data, hidden, "quadratic", multiply(error, transpose(top))).data,
        multiply(transpose(features), error).data,
      ];
      for (const [layer, { data: weights }] of [hidden, top].entries()) {
        move[layer](
          weights.map((value, i) => weightDecay * value - pulls[layer][i]),
          learningRate,
          k,
        );
      }
    },
  };
}

function adam(weights: Float64Array) {
  const first = new Float64Array(weights.length);
  const second = new Float64Array(weights.length);
  return (gradient: Float64Array, rate: number, k: number): void => {
    for (const [i, g] of gradient.entries()) {
      first[i] = 0.9 * first[i] + 0.1 * g;
      second[i] = 0.999 * second[i] + 0.001 * g * g;
      const mean = first[i] / (1 - 0.9 ** k);
      weights[i] -= (rate * mean) / (Math.sqrt(second[i] / (1 - 0.999 ** k)) + 1e-8);
    }
  };
}
