import type { TaskShape } from "@grokscape/group-datasets";
import { imaginary } from "../network/complex.ts";
import { embeddingName } from "../network/mlp.ts";
import type { MlpSpec } from "../spec/mlp.ts";
import { checkModel, type ModelSpec } from "../spec/model.ts";

/** How a tensor's entries start: uniform on ±bound, normal around 0, or all alike. */
export type Start =
  | { readonly kind: "uniform"; readonly bound: number }
  | { readonly kind: "normal"; readonly deviation: number }
  | { readonly kind: "constant"; readonly value: number };

/** A weight tensor's name, its shape, and how it starts. */
export interface WeightLayout {
  readonly name: string;
  readonly shape: readonly [rows: number, columns: number];
  readonly start: Start;
}

/**
 * The network's weight tensors, in order. For an mlp, each uniform on ±1/√fan_in as in the author's
 * code (the biases too, by the fan_in of their layer), times the spec's scales:
 *
 * - "embedding" (vocabulary × vocabulary) if it is trained; "embedding1", "embedding2" … if each
 *   operand has its own;
 * - "W" (operands·vocabulary × K), "H1", "H2" … (K × K) for further hidden layers, "V" (K × classes);
 * - "W.imaginary" and so on for complex weights;
 * - "W.bias" … "V.bias", a row each; in a layer with batch norm "W.scale" (1 at the start) and
 *   "W.shift" (0) in place of a bias.
 *
 * @throws InputError for a spec whose options contradict each other
 */
export function weightLayout(spec: ModelSpec, shape: TaskShape): readonly WeightLayout[] {
  checkModel(spec);
  return mlpLayout(spec, shape);
}

interface Layer {
  readonly name: string;
  readonly fanIn: number;
  readonly nodes: number;
  readonly scale: number;
}

function mlpLayout(spec: MlpSpec, shape: TaskShape): WeightLayout[] {
  const { width, initScale, topInit, hiddenLayers } = spec;
  const { operands, vocabulary, classes } = shape;
  const complex = spec.weights === "complex";
  const uniform = (name: string, rows: number, columns: number, bound: number): WeightLayout => ({
    name,
    shape: [rows, columns],
    start: { kind: "uniform", bound },
  });
  const row = (name: string, value: number): WeightLayout => ({
    name,
    shape: [1, width],
    start: { kind: "constant", value },
  });
  const hidden: Layer[] = [
    { name: "W", fanIn: operands * vocabulary, nodes: width, scale: initScale },
    ...Array.from({ length: hiddenLayers }, (_, i) => ({
      name: `H${i + 1}`,
      fanIn: width,
      nodes: width,
      scale: initScale,
    })),
  ];
  const top: Layer = { name: "V", fanIn: width, nodes: classes, scale: initScale * topInit };
  const bound = ({ fanIn, scale }: Layer) => scale / Math.sqrt(complex ? 2 * fanIn : fanIn);
  const weight = (layer: Layer) => uniform(layer.name, layer.fanIn, layer.nodes, bound(layer));
  const bias = (layer: Layer) => uniform(`${layer.name}.bias`, 1, layer.nodes, bound(layer));
  const alsoImaginary = (tensor: WeightLayout) =>
    complex ? [{ ...tensor, name: imaginary(tensor.name) }] : [];

  const embeddings = { "one-hot": 0, trainable: 1, "per-operand": operands }[spec.embedding];
  const weights = [...hidden, top].map(weight);
  const biases = spec.bias && !spec.batchNorm ? hidden.map(bias) : [];
  return [
    ...Array.from({ length: embeddings }, (_, i) =>
      uniform(embeddingName(spec, i), vocabulary, vocabulary, initScale / Math.sqrt(vocabulary)),
    ),
    ...weights,
    ...weights.flatMap(alsoImaginary),
    ...(spec.batchNorm
      ? hidden.flatMap(({ name }) => [row(`${name}.scale`, 1), row(`${name}.shift`, 0)])
      : []),
    ...biases,
    ...biases.flatMap(alsoImaginary),
    ...(spec.bias ? [bias(top)] : []),
  ];
}
