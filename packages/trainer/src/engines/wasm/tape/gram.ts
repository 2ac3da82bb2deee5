import type { Tensors } from "@grokscape/models";
import { network } from "@grokscape/models/network";
import type { Problem } from "../../engine.ts";
import { type Matrix, matrix, readMatrix, smallestWeight, writeMatrix } from "../../tape/matrix.ts";
import { place } from "../../tape/place.ts";
import { recorder } from "../../tape/record.ts";
import { reuseMemory } from "../../tape/reuse.ts";
import { schedule } from "../../tape/schedule.ts";
import { growTo, startKernels } from "../kernels.ts";
import type { TwoLayer } from "../recipe.ts";
import { caller } from "../runner.ts";
import { startHelpers } from "../threads.ts";
import { type TapeKernels, tapeBinaries } from "./kernels.ts";
import { bytesOfProgram, writeProgram } from "./program.ts";

/** Loss and gradient of the squared error over all training examples, without any logits. */
export interface GramGradient {
  measure(weights: Tensors): { readonly loss: number; readonly gradients: Tensors };
  dispose(): void;
}

/**
 * The squared error is a quadratic form of the features F (n × K), so that it and its gradient need no
 * logits (n × M): with U the top layer V less the mean of each row,
 *
 *   n·loss = Σ F∘(F·UUᵀ − 2s·Uᵀ[y]) + n·s²(1 − 1/M),
 *   n/2·∂/∂F = F·UUᵀ − s·Uᵀ[y],   n/2·∂/∂V = FᵀF·U − s·(sums of F by answer, less their mean).
 *
 * That takes 4·n·K² operations in place of 6·n·K·M: the fewer, the narrower the network.
 */
export async function gramGradient(
  problem: TwoLayer<Problem>,
  threads: number,
  fast: boolean,
): Promise<GramGradient> {
  const { model, shape, train, labelScale } = problem;
  const { count } = train;
  const { width } = model;
  const { classes } = shape;
  const shared = threads > 1;
  const { module, memory, kernels } = await startKernels<TapeKernels>(
    { shared, fast },
    tapeBinaries,
  );
  let end = kernels.FIRST_FREE.value;
  function take(bytes: number): number {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  }
  function lasting(rows: number, columns: number): Matrix {
    const made = matrix(rows, columns, false);
    made.stretch.at = take(made.stretch.bytes);
    return made;
  }

  const ops = recorder(kernels);
  const { emit } = ops;
  const net = network(model, shape, ops);
  const picked = (perExample: number) => {
    const bytes = count * perExample * 4;
    return { count, perExample, stretch: { bytes, at: take(bytes) } };
  };
  const selections = net.selections(train);
  const picks = selections.map(({ perExample }) => picked(perExample));
  const answers = picked(1);

  const gradientOfW = lasting(shape.vocabulary, width);
  const W = { ...lasting(shape.vocabulary, width), isTraced: true, gradient: gradientOfW };
  const U = lasting(width, classes);
  const targets = lasting(classes, width);
  const squares = lasting(count, 1);
  const product = lasting(width, classes);
  const sums = lasting(classes, width);

  const F = net.features({ W }, picks);
  const [image, target, less, difference, pull] = Array.from({ length: 5 }, () =>
    matrix(count, width, false),
  );
  const [gram, gramOfF] = Array.from({ length: 2 }, () => matrix(width, width, false));
  emit.product(gram, U, emit.pack(U, true), false);
  emit.product(image, F, emit.pack(gram, false), false);
  emit.select(target, targets, answers);
  emit.scale(less, target, -1, "not", false);
  emit.add(difference, image, less, "not");
  emit.sumOfColumns(squares, F, difference, 1, false);
  emit.sumOfColumns(squares, F, target, -1, true);
  emit.scale(pull, difference, 2 / count, "not", false);
  ops.backward(F, [W], pull);
  emit.productOfColumns(gramOfF, F, F, false);
  emit.product(product, gramOfF, emit.pack(U, false), false);
  emit.scatter(sums, F, answers, false);

  const levels = schedule(
    reuseMemory(ops.instructions, kernels, []).filter((one) => one !== undefined),
  );
  const at = take(bytesOfProgram(levels));
  const scratch = Array.from({ length: threads }, () => take(kernels.scratchBytes.value));
  growTo(memory, place(levels, end, []));
  const program = writeProgram(memory.buffer, at, levels, ({ overRows, lines }) =>
    overRows ? kernels.BLOCK.value : Math.ceil(lines / threads),
  );
  const integers = new Uint32Array(memory.buffer);
  for (const [i, { indices }] of selections.entries()) {
    integers.set(indices, picks[i].stretch.at / 4);
  }
  integers.set(train.labels, answers.stretch.at / 4);
  kernels.plan(scratch[0]);
  const sizesOf = (thread: number) => [scratch[thread]];
  const helpers = shared ? await startHelpers(module, memory, sizesOf, threads) : undefined;
  const work = caller(kernels, helpers);

  return {
    measure({ W: first, V: top }) {
      const { centred, scaled } = centre(top.data, width, classes, labelScale);
      writeMatrix(memory.buffer, W, first.data, smallestWeight);
      writeMatrix(memory.buffer, U, centred, smallestWeight);
      writeMatrix(memory.buffer, targets, scaled, smallestWeight);
      work.call((mayWait) => kernels.execute(program.from, program.to, mayWait));
      const squared = readMatrix(memory.buffer, squares).reduce((sum, one) => sum + one, 0);
      const ofV = readMatrix(memory.buffer, product);
      const byAnswer = readMatrix(memory.buffer, sums);
      for (let node = 0; node < width; node++) {
        let mean = 0;
        for (let c = 0; c < classes; c++) mean += byAnswer[c * width + node] / classes;
        for (let c = 0; c < classes; c++) {
          const at = node * classes + c;
          ofV[at] = (2 / count) * (ofV[at] - labelScale * (byAnswer[c * width + node] - mean));
        }
      }
      return {
        loss: Math.max(0, squared / count + labelScale ** 2 * (1 - 1 / classes)),
        gradients: {
          W: { shape: first.shape, data: readMatrix(memory.buffer, gradientOfW) },
          V: { shape: top.shape, data: ofV },
        },
      };
    },
    dispose: work.dispose,
  };
}

/** V less the mean of each row; and that transposed, times the label scale. */
function centre(V: ArrayLike<number>, width: number, classes: number, labelScale: number) {
  const centred = new Float32Array(width * classes);
  const scaled = new Float32Array(width * classes);
  for (let node = 0; node < width; node++) {
    let mean = 0;
    for (let c = 0; c < classes; c++) mean += V[node * classes + c] / classes;
    for (let c = 0; c < classes; c++) {
      const value = V[node * classes + c] - mean;
      centred[node * classes + c] = value;
      scaled[c * width + node] = labelScale * value;
    }
  }
  return { centred, scaled };
}
