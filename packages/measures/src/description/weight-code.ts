import { type FiniteGroup, InputError } from "@grokscape/group-datasets";
import { portablePower, type Tensor, type Tensors, weightLayout } from "@grokscape/models";
import { checkRecord } from "@grokscape/trainer/internal";
import { checkWeights } from "../check.ts";
import type { NetworkSpec } from "../network-spec.ts";
import { freshBit } from "./bit.ts";
import { integerCode } from "./integer-code.ts";
import { type Coder, decoder, encoder } from "./range-coder.ts";
import { irrepRotation } from "./rotate.ts";

/**
 * How finely each tensor is coded, by name: a whole number e in [−4000, 4000], for weights rounded to
 * multiples of 2^(e/4).
 */
export type Fineness = Readonly<Record<string, number>>;

const finest = -4000;
const bytesOfFineness = 2;
const quarterOctaves = [1, 1.189207115002721, Math.SQRT2, 1.681792830507429];

/**
 * 2^(e/4), the same bits everywhere.
 *
 * @throws InputError unless it is a whole number in [−4000, 4000]
 */
export function stepOf(fineness: number): number {
  checkFineness("a step", fineness);
  const octave = Math.floor(fineness / 4);
  const power = portablePower(2, Math.abs(octave));
  return quarterOctaves[fineness - 4 * octave] * (octave < 0 ? 1 / power : power);
}

/** The part of a spec that determines a network's tensors. */
type Built = Pick<NetworkSpec, "model" | "shape">;

/**
 * Weights as bytes: rounded to multiples of a step for each tensor, and those whole numbers coded
 * arithmetically, by a model that adapts to them. To decode them one has to know the network's spec.
 *
 * @param group codes functions on the group in the basis of its irreps
 * @throws InputError for the weights of another network, a fineness that is missing or out of its
 *   range, or a weight that is not finite or more than 2³⁰ steps
 */
export function encodeWeights(
  spec: Built,
  weights: Tensors,
  fineness: Fineness,
  group?: FiniteGroup,
): Uint8Array {
  checkRecord("the network's spec", spec);
  checkWeights(spec, weights);
  checkRecord("fineness", fineness);
  return encodeRotated(irrepRotation(spec, group)(inOrder(spec, weights), 1), fineness);
}

/**
 * Weights from their bytes, in float64.
 *
 * @param spec of the network whose weights were encoded, with the same group
 * @throws InputError for fewer bytes than the tensors' steps take, a step that no code has, or a spec
 *   that makes no network
 */
export function decodeWeights(spec: Built, bytes: Uint8Array, group?: FiniteGroup): Tensors {
  checkRecord("the network's spec", spec);
  if (!(bytes instanceof Uint8Array)) throw new InputError("the code is no Uint8Array");
  const layout = weightLayout(spec.model, spec.shape);
  const start = bytesOfFineness * layout.length;
  if (bytes.length < start) {
    throw new InputError(
      `${bytes.length} bytes`,
      `the steps of ${layout.length} tensors take ${start}`,
    );
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const coder = decoder(bytes.subarray(start));
  const rotated: Record<string, Tensor> = {};
  for (const [i, { name, shape }] of layout.entries()) {
    const [rows, columns] = shape;
    const data = new Float64Array(rows * columns);
    const step = stepOf(header.getInt16(bytesOfFineness * i, true));
    codeTensor(coder, rows, columns, (at, read) => {
      data[at] = read() * step;
    });
    rotated[name] = { shape, data };
  }
  return irrepRotation(spec, group)(rotated, -1);
}

/** The weights in the order of the network's layout, in which a decoder expects them. */
export const inOrder = ({ model, shape }: Built, weights: Tensors): Tensors =>
  Object.fromEntries(weightLayout(model, shape).map(({ name }) => [name, weights[name]]));

/** The same for weights that are in the order and the coordinates of the code already. */
export function encodeRotated(weights: Tensors, fineness: Fineness): Uint8Array {
  const names = Object.keys(weights);
  const coder = encoder();
  for (const name of names) {
    const { shape, data } = weights[name];
    checkFineness(name, fineness[name]);
    const numbers = wholeNumbers(name, data, stepOf(fineness[name]));
    const rows = shape[0];
    codeNumbers(coder, numbers, rows, data.length / rows);
  }
  const body = coder.finish();
  const start = bytesOfFineness * names.length;
  const bytes = new Uint8Array(start + body.length);
  const header = new DataView(bytes.buffer);
  for (const [i, name] of names.entries()) {
    header.setInt16(bytesOfFineness * i, fineness[name], true);
  }
  bytes.set(body, start);
  return bytes;
}

function checkFineness(name: string, fineness: number): void {
  if (Number.isInteger(fineness) && fineness >= finest && fineness <= -finest) return;
  throw new InputError(
    `the fineness of ${name} is ${String(fineness)}`,
    `it is a whole number in [${finest}, ${-finest}]`,
  );
}

/** Row by row or column by column, whichever is shorter. */
function codeNumbers(coder: Coder, numbers: Int32Array, rows: number, columns: number): void {
  const write = (to: Coder, byColumns: boolean) =>
    codeTensor(to, rows, columns, (at, word) => word(numbers[at]), byColumns);
  const [byRows, byColumns] = [false, true].map((order) => {
    const trial = encoder();
    write(trial, order);
    return trial.finish().length;
  });
  write(coder, byColumns < byRows);
}

/** Calls `visit` for each entry in the order of the code, to write its number by `word` or to read it. */
function codeTensor(
  coder: Coder,
  rows: number,
  columns: number,
  visit: (at: number, word: (value?: number) => number) => void,
  byColumns?: boolean,
): void {
  const order = coder.code(freshBit(), byColumns === undefined ? undefined : Number(byColumns));
  const word = integerCode(coder);
  for (let k = 0; k < rows * columns; k++) {
    visit(order === 1 ? (k % rows) * columns + Math.floor(k / rows) : k, word);
  }
}

/** Multiples of the step nearest to the weights. */
export function rounded({ shape, data }: Tensor, step: number): Tensor {
  return { shape, data: Float64Array.from(data, (value) => Math.round(value / step) * step) };
}

function wholeNumbers(name: string, data: ArrayLike<number>, step: number): Int32Array {
  return Int32Array.from(data, (value) => {
    const number = Math.round(value / step);
    if (Math.abs(number) <= 2 ** 30) return number;
    throw new InputError(
      `${name} has a weight of ${value}`,
      `with steps of ${step} it may be ${step * 2 ** 30} at most: raise its fineness`,
    );
  });
}
