import { InputError } from "../errors.ts";
import type { Dataset } from "../task/dataset.ts";
import { seen } from "../text/seen.ts";
import { checkedDataset } from "./checked-dataset.ts";

/** Typed arrays whose numbers NumPy has a type for. */
type Values =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** Most dimensions that every version of NumPy reads. */
const mostSides = 32;

/**
 * The examples in NumPy's npy format, for `numpy.load`: one n × (arity + 1) array of uint16, the
 * label in the last column.
 *
 * @throws InputError if it is no dataset
 */
export function toNpy(data: Dataset): Uint8Array<ArrayBuffer> {
  const { count, arity, operands, labels } = checkedDataset(data);
  const rows = new Uint16Array(count * (arity + 1));
  for (let row = 0; row < count; row++) {
    const at = row * (arity + 1);
    rows.set(operands.subarray(row * arity, (row + 1) * arity), at);
    rows[at + arity] = labels[row];
  }
  return npy(rows, [count, arity + 1]);
}

/**
 * Any numbers in NumPy's npy format, version 1.0, row-major: a Cayley table, a split's indices,
 * matrices of irreps. NumPy's type is that of the array: Float32Array → float32, BigInt64Array →
 * int64, …
 *
 * @param values a typed array; a plain one does not say of which type its numbers are
 * @param shape up to 32 whole numbers, whose product is the number of values; [] for one value alone
 * @throws InputError if the values are no typed array, or have no such shape
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npy(values: Values, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  const header = `{'descr': '${descriptor(values)}', 'fortran_order': False, 'shape': ${tuple(shape, values.length)}, }`;
  // magic, version, length, header, newline: a multiple of 64 bytes, so that the values are aligned
  const start = Math.ceil((10 + header.length + 1) / 64) * 64;
  const text = `\x93NUMPY\x01\x00..${header.padEnd(start - 11)}\n`;
  const bytes = new Uint8Array(start + values.byteLength);
  bytes.set(Array.from(text, (letter) => letter.charCodeAt(0)));
  new DataView(bytes.buffer).setUint16(8, start - 10, true);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), start);
  return bytes;
}

const byteOrder = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? "<" : ">";

/** "<f4": byte order, kind and size of the numbers. */
function descriptor(values: Values): string {
  const array = ArrayBuffer.isView(values) ? values[Symbol.toStringTag] : "";
  const [, kind] = /^(?:Big)?(Int|Uint|Float)\d+(?:Clamped)?Array$/.exec(array) ?? [];
  if (kind === undefined) {
    throw new InputError(
      `npy holds a typed array, got ${seen(values)}`,
      "say of which type the numbers are, as in Float64Array.from(values)",
    );
  }
  const size = values.BYTES_PER_ELEMENT;
  return `${size === 1 ? "|" : byteOrder}${kind[0].toLowerCase()}${size}`;
}

/** A shape as Python writes it: "(3, 4)", "(3,)", "()". */
function tuple(shape: readonly number[], count: number): string {
  const sides = Array.isArray(shape) ? Array.from(shape.slice(0, mostSides + 1)) : undefined;
  const isSide = (side: number): boolean => Number.isSafeInteger(side) && side >= 0;
  if (!sides || sides.length > mostSides || !sides.every(isSide)) {
    throw new InputError(
      `${sides ? `[${sides.map(seen).join(", ")}]` : seen(shape)} is no shape`,
      `a shape is an array of up to ${mostSides} whole numbers from 0 on`,
    );
  }
  if (sides.reduce((product, side) => product * side, 1) !== count) {
    throw new InputError(
      `${count} values have no shape (${sides.join(", ")})`,
      "the product of the sides is the number of values",
    );
  }
  return sides.length === 1 ? `(${sides[0]},)` : `(${sides.join(", ")})`;
}
