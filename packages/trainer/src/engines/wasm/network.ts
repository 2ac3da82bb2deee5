import type { Dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { Problem } from "../engine.ts";
import type { TrainableNetwork } from "../session.ts";
import { offsetOf } from "./kernels.ts";
import { kernelMemory } from "./memory.ts";
import type { Prepared } from "./prepare.ts";
import type { TwoLayer } from "./recipe.ts";
import { runner } from "./runner.ts";
import { keepGradients, writeNetwork } from "./settings.ts";

/**
 * Forward and backward by the kernels, for a step whose loss or update is plain code. Data larger
 * than the training set go through in parts.
 */
export function kernelNetwork(problem: TwoLayer<Problem>, prepared: Prepared): TrainableNetwork {
  const { shape, model, train, ridge } = problem;
  const { classes } = shape;
  const { kernels } = prepared;
  const memory = kernelMemory(kernels, prepared.memory, shape, model);
  const { floats, doubles } = memory;
  const work = runner(prepared);
  const panelWidth = kernels.PANEL.value;
  const rowsOfABlock = kernels.BLOCK.value;
  const panels = kernels.panels.value;
  writeNetwork(kernels, problem);
  keepGradients(kernels, problem);

  function load({ W, V }: Tensors): void {
    memory.write("W", -1, W);
    memory.write("V", -1, V);
  }

  function show(data: Dataset, from: number, to: number): void {
    memory.writeExamples(data, from, to, offsetOf(kernels.trainOperands));
    kernels.setTrainRows(to - from);
  }

  /** Calls back for each logit of `count` examples with its place in memory and in a plain matrix. */
  function forEachLogit(count: number, visit: (inMemory: number, plain: number) => void): void {
    const start = offsetOf(kernels.gradientPanels) / 4;
    for (let row = 0; row < count; row++) {
      const block = Math.floor(row / rowsOfABlock);
      for (let c = 0; c < classes; c++) {
        const panel = block * panels + Math.floor(c / panelWidth);
        const rowOfPanel = panel * rowsOfABlock + (row % rowsOfABlock);
        visit(start + rowOfPanel * panelWidth + (c % panelWidth), row * classes + c);
      }
    }
  }

  function readLogits(data: Dataset): Float32Array {
    const logits = new Float32Array(data.count * classes);
    for (let from = 0; from < data.count; from += train.count) {
      const to = Math.min(from + train.count, data.count);
      show(data, from, to);
      work.run(kernels.LOGITS.value);
      forEachLogit(to - from, (inMemory, plain) => {
        logits[from * classes + plain] = floats[inMemory];
      });
    }
    return logits;
  }

  return {
    precision: "float32",
    logits(weights, data) {
      load(weights);
      return readLogits(data);
    },
    gradients(weights, data, lossGradient) {
      load(weights);
      const gradient = lossGradient(readLogits(data));
      forEachLogit(data.count, (inMemory, plain) => {
        floats[inMemory] = model.outputScale * gradient[plain];
      });
      work.run(kernels.TILE_GRADIENT.value);
      work.run(kernels.UPDATE.value);
      const gradients: Tensors = { W: memory.read("W", 0) };
      return ridge === null ? { ...gradients, V: memory.read("V", 0) } : gradients;
    },
    features(weights, data) {
      load(weights);
      show(data, 0, data.count);
      work.run(kernels.FEATURES.value);
      const features = new Float32Array(data.count * model.width);
      const start = offsetOf(kernels.topFeatures) / 8;
      const stride = offsetOf(kernels.topStride) / 8;
      const [ofRow, ofNode] = kernels.isPrimal.value ? [stride, 1] : [1, stride];
      for (let row = 0; row < data.count; row++) {
        for (let node = 0; node < model.width; node++) {
          const feature = doubles[start + row * ofRow + node * ofNode];
          features[row * model.width + node] = feature / model.outputScale;
        }
      }
      return features;
    },
    dispose: work.dispose,
  };
}
