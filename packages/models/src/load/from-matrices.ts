import { InputError, seen, type TaskShape } from "@grokscape/group-datasets";
import { imaginary } from "../network/complex.ts";
import { mlp } from "../spec/mlp.ts";
import type { MlpSpec, ModelSpec } from "../spec/model.ts";
import { checkFields, given, type Requirement } from "../spec/requirement.ts";
import { checkShape } from "../spec/shape.ts";
import type { Tensor, Tensors } from "../tensors.ts";

/** A matrix of real numbers as plain data, row-major. */
export interface PlainMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: ArrayLike<number>;
}

/** A matrix of complex numbers as plain data, row-major. */
export interface PlainComplexMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly re: ArrayLike<number>;
  readonly im: ArrayLike<number>;
}

/** W (operands·vocabulary × K) and V (K × classes) of Ŷ = σ(XW)V, both real or both complex. */
export type PlainNetwork =
  | { readonly hidden: PlainMatrix; readonly top: PlainMatrix }
  | { readonly hidden: PlainComplexMatrix; readonly top: PlainComplexMatrix };

/** A network and its weights, ready for an engine. */
export interface LoadedNetwork {
  readonly model: ModelSpec;
  /** float64 copies of what was given. */
  readonly weights: Tensors;
}

/**
 * A two-layer network out of its matrices, such as the constructions that the theory gives.
 *
 * @param changes what differs from a quadratic network without scales
 * @throws InputError if the matrices are no matrices, or do not fit the task, each other, or the options
 */
export function fromMatrices(
  network: PlainNetwork,
  shape: TaskShape,
  changes: Partial<Pick<MlpSpec, "activation" | "combine" | "outputScale">> = {},
): LoadedNetwork {
  checkShape(shape);
  checkFields("network", network, { hidden: aMatrix, top: aMatrix });
  const { hidden, top } = network;
  if (isComplex(hidden) !== isComplex(top)) {
    throw new InputError("one of W and V is complex", "make both real or both complex");
  }
  const rows = shape.operands * shape.vocabulary;
  const K = hidden.columns;
  mustBe("W", hidden, rows, K);
  mustBe("V", top, K, shape.classes);
  const weights = isComplex(hidden) ? "complex" : "real";
  const model = mlp({ width: K, ...given("changes", changes), weights });
  return { model, weights: { ...tensors("W", hidden), ...tensors("V", top) } };
}

type AnyMatrix = PlainMatrix | PlainComplexMatrix;

const isComplex = (matrix: AnyMatrix): matrix is PlainComplexMatrix => "re" in matrix;

const partsOf = (matrix: AnyMatrix): readonly ArrayLike<number>[] =>
  isComplex(matrix) ? [matrix.re, matrix.im] : [matrix.data];

const isList = (value: unknown): boolean => Array.isArray(value) || ArrayBuffer.isView(value);

const aMatrix: Requirement = (value) =>
  typeof value === "object" && value !== null && partsOf(value as AnyMatrix).every(isList)
    ? null
    : "be a matrix: rows, columns, and data or re and im";

function mustBe(name: string, matrix: AnyMatrix, rows: number, columns: number): void {
  const parts = partsOf(matrix);
  const wrong = parts.find(({ length }) => length !== rows * columns);
  if (matrix.rows === rows && matrix.columns === columns && !wrong) return;
  throw new InputError(
    `${name} is ${seen(matrix.rows)}×${seen(matrix.columns)} with ${(wrong ?? parts[0]).length} numbers`,
    `for this task it is ${seen(rows)}×${seen(columns)}`,
  );
}

/** A matrix as the tensor of that name, and that of its imaginary part. */
function tensors(name: string, matrix: AnyMatrix): Tensors {
  const shape = [matrix.rows, matrix.columns];
  const tensor = (data: ArrayLike<number>): Tensor => ({ shape, data: Float64Array.from(data) });
  return isComplex(matrix)
    ? { [name]: tensor(matrix.re), [imaginary(name)]: tensor(matrix.im) }
    : { [name]: tensor(matrix.data) };
}
