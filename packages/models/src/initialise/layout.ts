import type { TaskShape } from "@grokscape/group-datasets";
import { checkModel, type ModelSpec } from "../spec/model.ts";
import { mlpLayout } from "./mlp-layout.ts";
import type { WeightLayout } from "./tensor-layout.ts";
import { transformerLayout } from "./transformer-layout.ts";

/**
 * The network's weight tensors, in order. An mlp's: "embedding" if it is trained, "W", "H1" …, "V"; then
 * imaginary parts ("W.imaginary"), norms ("W.scale", "W.shift") and biases ("W.bias"). A
 * transformer's: "W_E", "W_pos", for block 1 "W_Q1", "W_K1", "W_V1", "W_O1", "W_in1", "W_out1", its
 * biases and norms, and so on; "W_U".
 *
 * @throws InputError for a spec whose options contradict each other
 */
export function weightLayout(spec: ModelSpec, shape: TaskShape): readonly WeightLayout[] {
  checkModel(spec);
  return spec.kind === "mlp" ? mlpLayout(spec, shape) : transformerLayout(spec, shape);
}
