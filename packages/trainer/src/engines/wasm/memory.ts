import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import { partsOfW, type Tensor } from "@grokscape/models";
import { type Kernels, offsetOf } from "./kernels.ts";
import { forEachRun, type LayoutSizes } from "./layout.ts";
import type { TwoLayer } from "./recipe.ts";

type WeightName = "W" | "V";

/** The kernels' memory, read and written as plain tensors and data sets. It must not grow any more. */
export interface KernelMemory {
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly integers: Int32Array;
  /** A weight (place −1) or a moment beside it (place 0, 1 …); nothing is written if there is none. */
  write(weight: WeightName, place: number, tensor: Tensor | undefined): void;
  read(weight: WeightName, place: number): Tensor;
  /**
   * Writes the examples with indices in [from, to).
   *
   * @param operands byte offset to write operands to
   * @param labels byte offset to write labels to; left out, they are not written
   */
  writeExamples(data: Dataset, from: number, to: number, operands: number, labels?: number): void;
}

export function kernelMemory(
  kernels: Kernels,
  memory: WebAssembly.Memory,
  shape: TaskShape,
  model: TwoLayer["model"],
): KernelMemory {
  const { width } = model;
  const parts = partsOfW(model, shape.operands);
  const floats = new Float32Array(memory.buffer);
  const integers = new Int32Array(memory.buffer);
  const sizes: LayoutSizes = {
    inputs: parts * shape.vocabulary,
    width,
    classes: shape.classes,
    sliceWidth: kernels.SLICE.value,
    panelWidth: kernels.PANEL.value,
  };
  const shapes = { W: [sizes.inputs, width], V: [width, sizes.classes] };
  const start = (weight: WeightName, place: number) =>
    (offsetOf(kernels[weight]) + (place + 1) * offsetOf(kernels[`bytesOf${weight}`])) / 4;

  return {
    floats,
    doubles: new Float64Array(memory.buffer),
    integers,
    write(weight, place, tensor) {
      if (!tensor) return;
      const { data } = tensor;
      const base = start(weight, place);
      forEachRun(sizes, weight, (at, inMemory, length) => {
        for (let i = 0; i < length; i++) floats[base + inMemory + i] = data[at + i];
      });
    },
    read(weight, place) {
      const [rows, columns] = shapes[weight];
      const data = new Float32Array(rows * columns);
      const base = start(weight, place);
      forEachRun(sizes, weight, (at, inMemory, length) => {
        for (let i = 0; i < length; i++) data[at + i] = floats[base + inMemory + i];
      });
      return { shape: shapes[weight], data };
    },
    writeExamples(data, from, to, operandsAt, labelsAt) {
      const { arity, operands, labels } = data;
      const bytes = sizes.sliceWidth * 4;
      for (let i = from * arity, at = operandsAt / 4; i < to * arity; i++, at++) {
        integers[at] = (((i % arity) % parts) * shape.vocabulary + operands[i]) * bytes;
      }
      if (labelsAt !== undefined) integers.set(labels.subarray(from, to), labelsAt / 4);
    },
  };
}
