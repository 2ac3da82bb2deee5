import { InputError, type TaskShape } from "@grokscape/group-datasets";
import { checkModel } from "../spec/check.ts";
import type { ModelSpec } from "../spec/model.ts";
import { checkShape } from "../spec/shape.ts";
import { mlpLayout } from "./mlp-layout.ts";
import type { Role, WeightLayout } from "./tensor-layout.ts";
import { transformerLayout } from "./transformer-layout.ts";

/** Most weights a network may have: 2 GiB in float32, as much as one array holds in every browser. */
export const maximumWeights: number = 2 ** 29;

/**
 * The network's weight tensors, in order. An mlp's: "embedding" if it is trained, "W", "H1" …, "V"; then
 * imaginary parts ("W.imaginary"), norms ("W.scale", "W.shift") and biases ("W.bias"). A
 * transformer's: "W_E", "W_pos", for block 1 "W_Q1", "W_K1", "W_V1", "W_O1", "W_in1", "W_out1", its
 * biases and norms, and so on; "W_U".
 *
 * @throws InputError for a spec or shape with a field that is not as it must be, options that
 *   contradict each other, or more than `maximumWeights` weights
 */
export function weightLayout(spec: ModelSpec, shape: TaskShape): readonly WeightLayout[] {
  const layout = uncounted(spec, shape);
  const weights = total(layout);
  if (weights > maximumWeights) {
    const gib = Math.ceil((4 * weights) / 2 ** 30).toLocaleString("en");
    throw new InputError(
      `the network has ${weights.toLocaleString("en")} weights for this task, ${gib} GiB in float32`,
      `it may have ${maximumWeights.toLocaleString("en")}: take fewer nodes or layers`,
    );
  }
  return layout;
}

/** Names of the tensors with this role, in their order. */
export const namesOfRole = (
  layout: readonly Pick<WeightLayout, "name" | "role">[],
  role: Role,
): string[] => layout.filter((tensor) => tensor.role === role).map(({ name }) => name);

/**
 * How many numbers the network's weights are, however many. They take 4 bytes each in float32; while
 * training, gradients and moments take as many again.
 *
 * @throws InputError for a spec or shape with a field that is not as it must be, or options that
 *   contradict each other
 */
export function weightCount(spec: ModelSpec, shape: TaskShape): number {
  return total(uncounted(spec, shape));
}

function uncounted(spec: ModelSpec, shape: TaskShape): readonly WeightLayout[] {
  checkModel(spec);
  checkShape(shape);
  return spec.kind === "mlp" ? mlpLayout(spec, shape) : transformerLayout(spec, shape);
}

const total = (layout: readonly WeightLayout[]): number =>
  layout.reduce((sum, { shape: [rows, columns] }) => sum + rows * columns, 0);
