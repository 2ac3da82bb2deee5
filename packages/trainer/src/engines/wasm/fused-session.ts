import type { Tensors } from "@grokscape/models";
import { batches } from "../batches.ts";
import type { Measures, Problem, Session, Snapshot } from "../engine.ts";
import { offsetOf } from "./kernels.ts";
import { kernelMemory } from "./memory.ts";
import type { Prepared } from "./prepare.ts";
import type { Fused } from "./recipe.ts";
import { runner } from "./runner.ts";
import { momentsOf, writeNetwork, writeOptimiser, writeStep } from "./settings.ts";
import { solveTop } from "./solve-top.ts";

const weightNames = ["W", "V"] as const;

/** A session that can be given other weights. */
export interface FusedSession extends Session {
  load(weights: Tensors): void;
}

/** A session whose whole step is done by the kernels. Nothing large is allocated while it steps. */
export function fusedSession(
  problem: Fused<Problem>,
  start: Snapshot,
  prepared: Prepared,
): FusedSession {
  const { shape, model, train, test, ridge } = problem;
  const { kernels } = prepared;
  const memory = kernelMemory(kernels, prepared.memory, shape, model);
  const { doubles, integers } = memory;
  const work = runner(prepared);
  const moments = momentsOf(problem);
  const batchOf = batches(train, problem.batchSize, problem.seed);
  const rowsOfABlock = kernels.BLOCK.value;

  function measures(count: number): Measures {
    const blocks = Math.ceil(count / rowsOfABlock);
    const losses = offsetOf(kernels.blockLosses) / 8;
    const rights = offsetOf(kernels.blockRights) / 4;
    let loss = 0;
    let right = 0;
    for (let block = 0; block < blocks; block++) {
      loss += doubles[losses + block];
      right += integers[rights + block];
    }
    return { loss: loss / count, accuracy: right / count };
  }

  /** Copies these into the kernels' memory as the examples to train on, unless they are there. */
  function show(examples: typeof train): void {
    if (examples === shown) return;
    const { trainOperands, trainLabels } = kernels;
    memory.writeExamples(
      examples,
      0,
      examples.count,
      offsetOf(trainOperands),
      offsetOf(trainLabels),
    );
    kernels.setTrainRows(examples.count);
    shown = examples;
  }

  function measureShown(examples: typeof train): Measures {
    show(examples);
    work.run(kernels.TRAIN.value);
    return measures(examples.count);
  }

  /** Solves for V where it is not trained, once for each W. */
  function settleTop(): void {
    if (topIsSettled) return;
    show(train);
    solveTop(kernels, work, problem, step, weights);
    topIsSettled = true;
  }

  const weights = (): Tensors => ({ W: memory.read("W", -1), V: memory.read("V", -1) });

  let shown: typeof train | undefined;
  let step = start.step;
  let measured = false;
  let gradientNorm: number | undefined;
  let topIsSettled = ridge === null;

  writeNetwork(kernels, problem);
  writeOptimiser(kernels, problem);
  const { heldOutOperands, heldOutLabels } = kernels;
  memory.writeExamples(test, 0, test.count, offsetOf(heldOutOperands), offsetOf(heldOutLabels));
  for (const weight of weightNames) {
    memory.write(weight, -1, start.weights[weight]);
    moments[weight].forEach((name, place) => {
      memory.write(weight, place, start.optimiser[`${name}/${weight}`]);
    });
  }

  return {
    load(weights) {
      for (const weight of weightNames) memory.write(weight, -1, weights[weight]);
      measured = false;
      topIsSettled = ridge === null;
    },
    measure(over = "all") {
      settleTop();
      const batch = batchOf(step);
      if (over === "batch" || batch === train) {
        measured = true;
        gradientNorm = undefined;
        return measureShown(batch);
      }
      const all = measureShown(train);
      gradientNorm = kernels.featureGradientNorm();
      measureShown(batch);
      measured = true;
      return all;
    },
    update() {
      if (!measured) throw new Error("update() without measure() at these weights");
      writeStep(kernels, problem, step);
      work.run(kernels.UPDATE.value);
      if (problem.optimiser.kind === "muon") {
        work.call((mayWait) => kernels.moveWeights(mayWait));
      }
      measured = false;
      topIsSettled = ridge === null;
      step++;
    },
    evaluate() {
      settleTop();
      work.run(kernels.HELD_OUT.value);
      return measures(test.count);
    },
    featureGradientNorm() {
      if (!measured) throw new Error("featureGradientNorm() without measure() at these weights");
      gradientNorm ??= kernels.featureGradientNorm();
      return gradientNorm;
    },
    predict(data) {
      settleTop();
      const most = kernels.QUERY.value;
      const results = offsetOf(kernels.queryLabels) / 4;
      const answers = new Uint16Array(data.count);
      for (let from = 0; from < data.count; from += most) {
        const to = Math.min(from + most, data.count);
        memory.writeExamples(data, from, to, offsetOf(kernels.queryOperands));
        kernels.setQueryRows(to - from);
        work.run(kernels.QUERY_ANSWERS.value);
        answers.set(memory.integers.subarray(results, results + to - from), from);
      }
      return answers;
    },
    weights() {
      settleTop();
      return weights();
    },
    snapshot() {
      settleTop();
      const state = weightNames.flatMap((weight) =>
        moments[weight].map(
          (name, place) => [`${name}/${weight}`, memory.read(weight, place)] as const,
        ),
      );
      return { step, weights: weights(), optimiser: Object.fromEntries(state) };
    },
    dispose: work.dispose,
  };
}
