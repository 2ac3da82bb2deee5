import type { Dataset, TaskShape } from "@grokscape/group-datasets";
import { activationFunctions, type Tensors } from "@grokscape/models";

/** Networks row by row from their definitions, in plain arrays, to hold the others against. */

export type Vector = number[];

export const shape: TaskShape = { operands: 2, vocabulary: 5, classes: 5 };
export const data: Dataset = {
  count: 4,
  arity: 2,
  operands: Uint16Array.of(0, 4, 3, 3, 2, 1, 4, 0),
  labels: Uint16Array.of(4, 1, 3, 4),
};

/** Other examples than `data`. */
export const others: Dataset = {
  count: 3,
  arity: 2,
  operands: Uint16Array.of(1, 1, 0, 2, 3, 4),
  labels: Uint16Array.of(2, 2, 2),
};

export const symbolsOf = ({ arity, operands }: Dataset, row: number): Vector =>
  Array.from(operands.subarray(row * arity, (row + 1) * arity));

export function rowsOf(weights: Tensors, name: string): Vector[] {
  const { shape, data } = weights[name];
  const [rows, columns] = shape;
  return Array.from({ length: rows }, (_, i) =>
    Array.from(data.subarray(i * columns, (i + 1) * columns)),
  );
}

/** a·B */
export const times = (a: Vector, B: Vector[]): Vector =>
  B[0].map((_, j) => a.reduce((sum, value, i) => sum + value * B[i][j], 0));

export const plus = (a: Vector, b: Vector): Vector => a.map((value, i) => value + b[i]);

export const dot = (a: Vector, b: Vector): number =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);

export const mean = (a: Vector): number => a.reduce((x, y) => x + y) / a.length;

export const variance = (a: Vector): number => mean(a.map((value) => (value - mean(a)) ** 2));

export const sigma = (activation: Parameters<typeof activationFunctions>[0]) =>
  activationFunctions(activation).value;
