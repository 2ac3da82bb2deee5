import type { TaskShape } from "@grokscape/group-datasets";
import { imaginary } from "../network/complex.ts";
import { embeddingName, partsOfW } from "../network/mlp.ts";
import type { MlpSpec } from "../spec/model.ts";
import { normLayout, uniform, type WeightLayout } from "./tensor-layout.ts";

interface Layer {
  readonly name: string;
  readonly role: "hidden" | "top";
  readonly fanIn: number;
  readonly nodes: number;
  readonly scale: number;
}

/**
 * The tensors of an mlp, in order. Each starts uniform on ±1/√fan_in as in the author's code (the
 * biases too, by the fan_in of their layer), times the spec's scales:
 *
 * - "embedding" (vocabulary × vocabulary) if it is trained; "embedding1", "embedding2" … if each
 *   operand has its own;
 * - "W" (operands·vocabulary × K; vocabulary × K where all operands read the same rows), "H1", "H2" … (K × K) for further hidden layers, "V" (K × classes);
 * - "W.imaginary" and so on for complex weights;
 * - "W.bias" … "V.bias", a row each; in a layer with batch norm "W.scale" (1 at the start) and
 *   "W.shift" (0) in place of a bias.
 */
export function mlpLayout(spec: MlpSpec, shape: TaskShape): WeightLayout[] {
  const { width, initScale, topInit, hiddenLayers } = spec;
  const { operands, vocabulary, classes } = shape;
  const complex = spec.weights === "complex";
  const hidden: Layer[] = [
    {
      name: "W",
      role: "hidden",
      fanIn: partsOfW(spec, operands) * vocabulary,
      nodes: width,
      scale: initScale,
    },
    ...Array.from({ length: hiddenLayers }, (_, i) => ({
      name: `H${i + 1}`,
      role: "hidden" as const,
      fanIn: width,
      nodes: width,
      scale: initScale,
    })),
  ];
  const top: Layer = {
    name: "V",
    role: "top",
    fanIn: width,
    nodes: classes,
    scale: initScale * topInit,
  };
  const bound = ({ fanIn, scale }: Layer) => scale / Math.sqrt(complex ? 2 * fanIn : fanIn);
  const weight = (layer: Layer) =>
    uniform(layer.role, layer.name, layer.fanIn, layer.nodes, bound(layer));
  const bias = (layer: Layer) =>
    uniform("bias", `${layer.name}.bias`, 1, layer.nodes, bound(layer));
  const alsoImaginary = (tensor: WeightLayout) =>
    complex ? [{ ...tensor, name: imaginary(tensor.name) }] : [];

  const embeddings = { "one-hot": 0, shared: 0, trainable: 1, "per-operand": operands }[
    spec.embedding
  ];
  const weights = [...hidden, top].map(weight);
  const biases = spec.bias && !spec.batchNorm ? hidden.map(bias) : [];
  return [
    ...Array.from({ length: embeddings }, (_, i) =>
      uniform(
        "embedding",
        embeddingName(spec, i),
        vocabulary,
        vocabulary,
        initScale / Math.sqrt(vocabulary),
      ),
    ),
    ...weights,
    ...weights.flatMap(alsoImaginary),
    ...(spec.batchNorm ? hidden.flatMap(({ name }) => normLayout(name, width)) : []),
    ...biases,
    ...biases.flatMap(alsoImaginary),
    ...(spec.bias ? [bias(top)] : []),
  ];
}
