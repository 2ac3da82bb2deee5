import { InputError } from "../errors.ts";
import type { Dataset } from "../task/dataset.ts";

type Values = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * The examples in NumPy's npy format, for `numpy.load`: one n × (arity + 1) array of uint16, the
 * label in the last column.
 */
export function toNpy({ count, arity, operands, labels }: Dataset): Uint8Array<ArrayBuffer> {
  const rows = new Uint16Array(count * (arity + 1));
  for (let row = 0; row < count; row++) {
    const at = row * (arity + 1);
    rows.set(operands.subarray(row * arity, (row + 1) * arity), at);
    rows[at + arity] = labels[row];
  }
  return npy(rows, [count, arity + 1]);
}

/**
 * Any numbers in NumPy's npy format, version 1.0, row-major and little-endian: a Cayley table, a
 * split's indices, matrices of irreps.
 *
 * @param shape whose product is the number of values
 * @throws InputError if it is not
 */
export function npy(values: Values, shape: readonly number[]): Uint8Array<ArrayBuffer> {
  if (shape.reduce((product, side) => product * side, 1) !== values.length) {
    throw new InputError(
      `${values.length} values have no shape (${shape.join(", ")})`,
      "the product of the sides is the number of values",
    );
  }
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const size = values.BYTES_PER_ELEMENT;
  const type = values instanceof Float64Array ? "<f8" : `${size > 1 ? "<" : "|"}u${size}`;
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sides}), }`;
  // magic, version, length, header, newline: a multiple of 64 bytes, so that the values are aligned
  const start = Math.ceil((10 + header.length + 1) / 64) * 64;
  const text = `\x93NUMPY\x01\x00..${header.padEnd(start - 11)}\n`;
  const bytes = new Uint8Array(start + values.byteLength);
  bytes.set(Array.from(text, (letter) => letter.charCodeAt(0)));
  const view = new DataView(bytes.buffer);
  view.setUint16(8, start - 10, true);
  const write = { 1: view.setUint8, 2: view.setUint16, 4: view.setUint32, 8: view.setFloat64 }[
    size
  ];
  for (const [i, value] of values.entries()) write?.call(view, start + i * size, value, true);
  return bytes;
}
