import type { Dataset } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import type { Measures, Problem, Session, Snapshot } from "../engine/engine.ts";
import type { Prepared } from "./engine.ts";
import { places } from "./layout.ts";
import { momentNames, writeCorrections, writeSettings } from "./settings.ts";

/** A session on prepared kernels. Nothing is allocated while it steps. */
export function kernelSession(problem: Problem, start: Snapshot, prepared: Prepared): Session {
  const { shape, model, optimiser, train, test } = problem;
  const { kernels, memory, helpers } = prepared;
  const { buffer } = memory;
  const floats = new Float32Array(buffer);
  const doubles = new Float64Array(buffer);
  const integers = new Int32Array(buffer);
  const mayWait = typeof document === "undefined";
  const sizes = {
    inputs: shape.operands * shape.vocabulary,
    width: model.width,
    classes: shape.classes,
    sliceWidth: kernels.SLICE.value,
    panelWidth: kernels.PANEL.value,
  };

  /** The tensors that change: their names and shapes, and where each entry lies in memory. */
  const layouts = {
    W: { shape: [sizes.inputs, sizes.width], places: places(sizes, "W") },
    V: { shape: [sizes.width, sizes.classes], places: places(sizes, "V") },
  };
  const moments = momentNames(optimiser);
  const weightNames = ["W", "V"] as const;
  const first = (weight: "W" | "V", moment: number) =>
    (kernels[weight].value + (moment + 1) * kernels[`bytesOf${weight}`].value) / 4;

  function write(weight: "W" | "V", moment: number, tensor: Tensor | undefined): void {
    if (!tensor) return;
    const base = first(weight, moment);
    const { places } = layouts[weight];
    for (let i = 0; i < places.length; i++) floats[base + places[i]] = tensor.data[i];
  }

  function read(weight: "W" | "V", moment: number): Tensor {
    const base = first(weight, moment);
    const { shape, places } = layouts[weight];
    const data = new Float32Array(places.length);
    for (let i = 0; i < places.length; i++) data[i] = floats[base + places[i]];
    return { shape, data };
  }

  /** Copies examples from..to; operands become byte offsets of rows of a slice of W. */
  function writeOperands(data: Dataset, from: number, to: number, pointer: number): void {
    const { arity, operands } = data;
    const bytes = sizes.sliceWidth * 4;
    for (let i = from * arity, at = pointer / 4; i < to * arity; i++, at++) {
      integers[at] = ((i % arity) * shape.vocabulary + operands[i]) * bytes;
    }
  }

  function run(kind: number): void {
    const failure = helpers?.failure();
    if (failure) throw failure;
    if (!kernels.run(kind, mayWait)) {
      throw new Error("a thread of the wasm engine took work and did not come back with it");
    }
  }

  function measures(count: number): Measures {
    const blocks = Math.ceil(count / rowsOfABlock);
    const losses = kernels.blockLosses.value / 8;
    const rights = kernels.blockRights.value / 4;
    let loss = 0;
    let right = 0;
    for (let block = 0; block < blocks; block++) {
      loss += doubles[losses + block];
      right += integers[rights + block];
    }
    return { loss: loss / count, accuracy: right / count };
  }

  const rowsOfABlock = kernels.BLOCK.value;
  writeSettings(kernels, model.activation, problem.loss, model.outputScale, optimiser);
  writeOperands(train, 0, train.count, kernels.trainOperands.value);
  writeOperands(test, 0, test.count, kernels.heldOutOperands.value);
  integers.set(train.labels, kernels.trainLabels.value / 4);
  integers.set(test.labels, kernels.heldOutLabels.value / 4);
  for (const weight of weightNames) {
    write(weight, -1, start.weights[weight]);
    moments.forEach((name, i) => {
      write(weight, i, start.optimiser[`${name}/${weight}`]);
    });
  }
  let step = start.step;
  let measured = false;

  return {
    measure() {
      run(kernels.TRAIN.value);
      measured = true;
      return measures(train.count);
    },
    update() {
      if (!measured) throw new Error("update() without measure() at these weights");
      writeCorrections(kernels, optimiser, step);
      run(kernels.UPDATE.value);
      measured = false;
      step++;
    },
    evaluate() {
      run(kernels.HELD_OUT.value);
      return measures(test.count);
    },
    predict(data) {
      const answers = new Uint16Array(data.count);
      const most = kernels.QUERY.value;
      const results = kernels.queryLabels.value / 4;
      for (let from = 0; from < data.count; from += most) {
        const to = Math.min(from + most, data.count);
        writeOperands(data, from, to, kernels.queryOperands.value);
        kernels.setQueryRows(to - from);
        run(kernels.QUERY_ANSWERS.value);
        answers.set(integers.subarray(results, results + to - from), from);
      }
      return answers;
    },
    snapshot() {
      const weights: Tensors = { W: read("W", -1), V: read("V", -1) };
      const state = moments.flatMap((name, i) =>
        weightNames.map((weight) => [`${name}/${weight}`, read(weight, i)] as const),
      );
      return { step, weights, optimiser: Object.fromEntries(state) };
    },
    dispose() {
      kernels.stop();
      helpers?.terminate();
    },
  };
}
