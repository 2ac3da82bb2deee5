import { randomStream, type TaskShape, uniform } from "@grokscape/group-datasets";
import type { ModelSpec } from "../spec.ts";
import type { Tensor, Tensors } from "../tensors.ts";

/** A weight tensor's name and shape, and the ±bound of its uniform start. */
export interface WeightLayout {
  readonly name: string;
  readonly shape: readonly [rows: number, columns: number];
  /** Inputs a node receives; the start is uniform on ±1/√fanIn. */
  readonly fanIn: number;
  /** Multiplies the start. */
  readonly scale: number;
}

/**
 * The network's weight tensors, in order: the shared embedding (vocabulary × vocabulary) if it is
 * trained, W (operands·vocabulary × K), H1, H2 … (K × K) for further hidden layers, V (K × classes).
 */
export function weightLayout(spec: ModelSpec, shape: TaskShape): readonly WeightLayout[] {
  const { width, initScale } = spec;
  const { vocabulary, classes } = shape;
  const inputs = shape.operands * vocabulary;
  const layer = (name: string, rows: number, columns: number, scale = initScale): WeightLayout => ({
    name,
    shape: [rows, columns],
    fanIn: rows,
    scale,
  });
  return [
    ...(spec.embedding === "trainable" ? [layer("embedding", vocabulary, vocabulary)] : []),
    layer("W", inputs, width),
    ...Array.from({ length: spec.hiddenLayers }, (_, i) => layer(`H${i + 1}`, width, width)),
    layer("V", width, classes, initScale * spec.topInit),
  ];
}

/**
 * Initial weights, uniform on ±1/√fan_in as in the author's code, drawn from the seed's
 * "initialise" stream: the same bytes on every machine.
 *
 * @param seed whole number in [0, 2³²)
 * @throws InputError if the seed is no such number
 */
export function initialise(spec: ModelSpec, shape: TaskShape, seed: number): Tensors {
  const stream = randomStream(seed, "initialise");
  const weights: Record<string, Tensor> = {};
  for (const { name, shape: dimensions, fanIn, scale } of weightLayout(spec, shape)) {
    const data = new Float32Array(dimensions[0] * dimensions[1]);
    const bound = scale / Math.sqrt(fanIn);
    for (let i = 0; i < data.length; i++) data[i] = (2 * uniform(stream) - 1) * bound;
    weights[name] = { shape: dimensions, data };
  }
  return weights;
}
