import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Dataset } from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";
import type { Problem, Snapshot } from "@grokscape/trainer";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import type { Trainee } from "./serve.ts";

/** One-hot inputs, and one-hot targets around zero. */
interface Examples {
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

/**
 * The network as a user of TensorFlow.js would write it: one-hot inputs times weights, gradients by
 * `variableGrads`, its own Adam. Decay is a term of the loss, since tf.train.adam has none.
 */
export async function idiomaticTfjs(problem: Problem, start: Snapshot): Promise<Trainee> {
  const { shape, optimiser } = problem;
  if (optimiser.kind !== "adam") throw new Error(`written for adam, not ${optimiser.kind}`);
  const { learningRate, beta1, beta2, epsilon, weightDecay } = optimiser;
  const train = examples(problem.train, shape.vocabulary, shape.classes);
  const test = examples(problem.test, shape.vocabulary, shape.classes);
  const W = variable(start.weights.W);
  const V = variable(start.weights.V);
  const adam = tf.train.adam(learningRate, beta1, beta2, epsilon);

  const forward = (x: tf.Tensor2D): tf.Tensor2D => tf.matMul(tf.square(tf.matMul(x, W)), V);

  const squaredError = (output: tf.Tensor2D, y: tf.Tensor2D) => {
    const centred = output.sub(output.mean(1, true));
    return tf.mean(tf.sum(tf.square(centred.sub(y)), 1)) as tf.Scalar;
  };

  const decay = () => tf.add(tf.sum(tf.square(W)), tf.sum(tf.square(V))).mul(weightDecay / 2);

  return {
    step() {
      tf.tidy(() => {
        const objective = () => squaredError(forward(train.x), train.y).add(decay()) as tf.Scalar;
        const { value, grads } = tf.variableGrads(objective, [W, V]);
        adam.applyGradients(grads as Record<string, tf.Variable>);
        value.dataSync();
      });
    },
    evaluate() {
      tf.tidy(() => {
        const output = forward(test.x);
        squaredError(output, test.y).dataSync();
        tf.mean(tf.equal(output.argMax(1), test.y.argMax(1))).dataSync();
      });
    },
    weights: () => ({ W: plain(W), V: plain(V) }),
  };
}

function examples(
  { count, operands, labels }: Dataset,
  symbols: number,
  classes: number,
): Examples {
  return tf.tidy(() => {
    const pairs = tf.tensor2d(Int32Array.from(operands), [count, 2], "int32");
    const [a, b] = tf.unstack(pairs, 1) as tf.Tensor1D[];
    const x = tf.concat([tf.oneHot(a, symbols), tf.oneHot(b, symbols)], 1);
    const y = tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), classes).sub(1 / classes);
    return { x: x.toFloat() as tf.Tensor2D, y: y as tf.Tensor2D };
  });
}

const variable = ({ data, shape }: Tensor): tf.Variable<tf.Rank.R2> =>
  tf.variable(tf.tensor2d(data as Float32Array, shape as [number, number]));

const plain = (variable: tf.Variable): Tensor => ({
  shape: variable.shape,
  data: variable.dataSync() as Float32Array,
});

export async function useWasm(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${dirname(file)}/`);
  await tf.setBackend("wasm");
}
