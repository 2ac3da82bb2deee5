import { dataset, InputError, split } from "@grokscape/group-datasets";
import { initialise, type Tensors } from "@grokscape/models";
import { type Problem, type RunConfigInput, referenceEngine, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { referenceNetwork } from "../../src/engines/reference/engine.ts";
import { additionTask } from "../toy-task.ts";

const task = additionTask(5);
const parts = split(task, { count: 15, seed: 3 });
const train = dataset(task, parts.train);

function problemOf(changes: Partial<RunConfigInput>): Problem {
  const config = runConfig({ task: task.id, optimiser: { kind: "sgd" }, ...changes });
  return { ...config, shape: task, train, test: dataset(task, parts.test) };
}

const start = ({ model }: Problem) => ({
  step: 0,
  weights: initialise(model, task, 2),
  optimiser: {},
});

/** (F̃ᵀF̃ + ηI)⁻¹F̃ᵀỸ with a general inverse, F̃ made of logits of unit top layers. */
function bruteForce(problem: Problem, weights: Tensors): Matrix {
  const { model, shape, ridge, labelScale } = problem;
  const tops = ["V", "V.imaginary", "W_U"].filter((name) => name in weights);
  const network = referenceNetwork(problem);
  const columns = tops.flatMap((top) => {
    const [K] = weights[top].shape;
    return Array.from({ length: K }, (_, j) => {
      const blank = Object.fromEntries(
        tops.map((name) => [name, { ...weights[name], data: new Float64Array(K * shape.classes) }]),
      );
      blank[top].data[j * shape.classes] = 1;
      const logits = network.logits({ ...weights, ...blank }, train);
      return Array.from(train.labels, (_, row) => logits[row * shape.classes]);
    });
  });
  expect(model.outputScale).toBe(2);
  const F = new Matrix(columns).transpose();
  const Y = Matrix.zeros(train.count, shape.classes).sub(labelScale / shape.classes);
  train.labels.forEach((label, row) => {
    Y.set(row, label, Y.get(row, label) + labelScale);
  });
  const gram = F.transpose()
    .mmul(F)
    .add(Matrix.eye(F.columns).mul(ridge as number));
  return inverse(gram).mmul(F.transpose()).mmul(Y);
}

describe.each<[string, Partial<RunConfigInput>]>([
  ["K < n", { model: { width: 8, outputScale: 2 }, ridge: 0.1 }],
  ["K = n", { model: { width: 15, outputScale: 2 }, ridge: 0.1 }],
  ["n < K", { model: { width: 40, outputScale: 2 }, ridge: 0.1, labelScale: 3 }],
  ["complex weights", { model: { width: 5, outputScale: 2, weights: "complex" }, ridge: 0.2 }],
  ["two layers more", { model: { width: 6, outputScale: 2, hiddenLayers: 2 }, ridge: 0.2 }],
  [
    "a transformer",
    {
      model: { kind: "transformer", width: 8, heads: 2, mlpWidth: 8, outputScale: 2 },
      ridge: 0.05,
    },
  ],
])("%s", (_name, changes) => {
  const problem = problemOf(changes);
  const top = (weights: Tensors) =>
    ["V", "V.imaginary", "W_U"].flatMap((name) => Array.from(weights[name]?.data ?? []));

  test("V is the ridge solution before each row and each update", async () => {
    const session = await referenceEngine.open(problem, start(problem));
    for (let step = 0; step < 3; step++) {
      const { weights } = session.snapshot();
      const right = bruteForce(problem, weights).to1DArray();
      top(weights).forEach((value, i) => {
        expect(value, `step ${step}, entry ${i}`).toBeCloseTo(right[i], 9);
      });
      session.measure();
      session.update();
    }
    expect(
      Object.keys(session.snapshot().optimiser).some((name) => /\/(V|V.imaginary|W_U)$/.test(name)),
    ).toBe(false);
  });

  test.each([tfjsEngine(), wasmEngine({ threads: 1 })])(
    "$name makes the same steps",
    async (other) => {
      const [right, seen] = await Promise.all(
        [referenceEngine, other].map(async (engine) => {
          const session = await engine.open(problem, start(problem));
          const losses: number[] = [];
          for (let step = 0; step < 5; step++) {
            losses.push(session.measure().loss, session.evaluate().loss);
            session.update();
          }
          session.dispose();
          return losses;
        }),
      );
      seen.forEach((loss, i) => {
        expect(Math.abs(loss / right[i] - 1)).toBeLessThan(1e-4);
      });
    },
  );
});

test("the gradient of W is the slope at the V solved for", async () => {
  const problem = problemOf({
    model: { width: 8 },
    ridge: 0.3,
    optimiser: { kind: "sgd", learningRate: 1, momentum: 0, weightDecay: 0 },
  });
  const session = await referenceEngine.open(problem, start(problem));
  const { weights } = session.snapshot();
  session.measure();
  session.update();
  const after = session.snapshot().weights.W.data;
  const trained = { ...problem, ridge: null };
  const lossAt = async (i: number, by: number) => {
    const W = { ...weights.W, data: Float64Array.from(weights.W.data) };
    W.data[i] += by;
    const moved = { step: 0, weights: { ...weights, W }, optimiser: {} };
    return (await referenceEngine.open(trained, moved)).measure().loss;
  };
  for (let i = 0; i < after.length; i += 3) {
    const slope = ((await lossAt(i, 1e-5)) - (await lossAt(i, -1e-5))) / 2e-5;
    expect(weights.W.data[i] - after[i]).toBeCloseTo(slope, 7);
  }
});

test("a ridge too small beside the features is refused with the step and the pivot", async () => {
  const problem = problemOf({
    model: { width: 14, initScale: 1e4, activation: "linear" },
    ridge: 1e-12,
  });
  const session = await referenceEngine.open(problem, start(problem));
  expect(() => session.measure()).toThrow(InputError);
  expect(() => session.measure()).toThrow(
    /V cannot be solved at step 0: the 14 × 14 matrix .* ridge 1e-12 .* \(pivot \d+ is -?\d.*\); give a larger ridge/,
  );
});
