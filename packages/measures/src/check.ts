import { type Dataset, InputError } from "@grokscape/group-datasets";
import { type Tensor, type Tensors, weightLayout } from "@grokscape/models";
import { losses } from "@grokscape/trainer";
import { checkRecord, mustFitData, unknownKind } from "@grokscape/trainer/internal";
import type { NetworkSpec } from "./network-spec.ts";

/** @throws InputError unless it is a finite number above 0 */
export function checkPositive(name: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new InputError(`${name} must be a finite number > 0, got ${String(value)}`);
}

/** @throws InputError unless it is a whole number ≥ `least` */
export function checkWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new InputError(`${name} must be a whole number ≥ ${least}, got ${String(value)}`);
}

/** @throws InputError unless all are finite, of which there is one at least */
export function checkFinite(name: string, values: ArrayLike<number>): void {
  if (!(values?.length > 0)) throw new InputError(`${name} has no numbers`, "give one or more");
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new InputError(`${name} has ${String(values[i])} in place ${i}`, "numbers are finite");
  }
}

/** @throws InputError if what a network made of finite weights is not finite */
export function checkOverflow(name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new InputError(`${name} overflow: one is ${values[i]}`, "give smaller weights");
  }
}

/** @throws InputError unless it has finite numbers, one or more, and as many as its shape says */
export function checkTensor(name: string, tensor: Tensor): void {
  const { shape, data } = tensor ?? {};
  if (!Array.isArray(shape) || !(ArrayBuffer.isView(data) || Array.isArray(data))) {
    throw new InputError(`${name} is no tensor`, "a tensor is { shape, data }");
  }
  const size = (shape as readonly number[]).reduce((product, length) => product * length, 1);
  if (!shape.every((length) => Number.isInteger(length) && length >= 0) || size !== data.length) {
    throw new InputError(
      `${name} has ${data.length} numbers and the shape [${shape.join(", ")}]`,
      "a shape is whole numbers, whose product is the number of numbers",
    );
  }
  checkFinite(name, data);
}

/** @throws InputError unless it is a tensor of two dimensions, with finite numbers */
export function checkMatrix(name: string, matrix: Tensor): void {
  const { shape } = matrix ?? {};
  if (Array.isArray(shape) && shape.length !== 2) {
    throw new InputError(
      `${name} is a tensor of shape [${shape.join(", ")}]`,
      "a matrix has two dimensions",
    );
  }
  checkTensor(name, matrix);
}

/** @throws InputError unless these are one tensor or more, with finite numbers */
export function checkTensors(tensors: Tensors): void {
  checkRecord("the tensors", tensors);
  if (Object.keys(tensors).length === 0) {
    throw new InputError("there are no tensors", "give one or more, by name");
  }
  for (const [name, tensor] of Object.entries(tensors)) checkTensor(name, tensor);
}

/** @throws InputError unless the spec is one, and the examples, one or more, are for it */
export function checkQuestion(spec: NetworkSpec, data: Dataset): void {
  checkRecord("the network's spec", spec);
  checkRecord("the examples", data);
  if (!Object.hasOwn(losses, spec.loss)) unknownKind("loss", spec.loss as never);
  if (spec.labelScale !== undefined) checkPositive("labelScale", spec.labelScale);
  weightLayout(spec.model, spec.shape); // refuses what is none
  checkWhole("the number of examples", data.count, 1);
  checkRecord("their operands", data.operands);
  checkRecord("their labels", data.labels);
  mustFitData({ shape: spec.shape, train: data, test: data });
}

/** @throws InputError unless these are the weights of such a network, all finite */
export function checkWeights(
  { model, shape }: Pick<NetworkSpec, "model" | "shape">,
  weights: Tensors,
): void {
  checkTensors(weights);
  const layout = new Map(weightLayout(model, shape).map(({ name, shape }) => [name, shape]));
  for (const name of new Set([...layout.keys(), ...Object.keys(weights)])) {
    const right = layout.get(name)?.join(" × ") ?? "none";
    const given = Object.hasOwn(weights, name) ? weights[name].shape.join(" × ") : "none";
    if (given === right) continue;
    throw new InputError(
      `${name} is ${given} where this network has ${right}`,
      "give the weights of a network of this spec",
    );
  }
}
