import type { TaskShape } from "@grokscape/group-datasets";
import { checkModel } from "../spec/check.ts";
import type { ModelSpec } from "../spec/model.ts";
import { checkShape } from "../spec/shape.ts";
import { mlpNetwork } from "./mlp.ts";
import type { Network } from "./network.ts";
import type { Operations } from "./operations.ts";
import { transformerNetwork } from "./transformer.ts";

/**
 * The network of a spec, on any matrix library.
 *
 * @throws InputError for a spec or shape with a field that is not as it must be, or options that
 *   contradict each other
 */
export function network<M, Input>(
  spec: ModelSpec,
  shape: TaskShape,
  ops: Operations<M, Input>,
): Network<M, Input> {
  checkModel(spec);
  checkShape(shape);
  return spec.kind === "mlp" ? mlpNetwork(spec, shape, ops) : transformerNetwork(spec, shape, ops);
}
