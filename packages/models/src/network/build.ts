import type { TaskShape } from "@grokscape/group-datasets";
import { checkModel, type ModelSpec } from "../spec/model.ts";
import { mlpNetwork } from "./mlp.ts";
import type { Network } from "./network.ts";
import type { Operations } from "./operations.ts";
import { transformerNetwork } from "./transformer.ts";

/**
 * The network of a spec, on any matrix library.
 *
 * @throws InputError for a spec whose options contradict each other
 */
export function network<M, Input>(
  spec: ModelSpec,
  shape: TaskShape,
  ops: Operations<M, Input>,
): Network<M, Input> {
  checkModel(spec);
  return spec.kind === "mlp" ? mlpNetwork(spec, shape, ops) : transformerNetwork(spec, shape, ops);
}
