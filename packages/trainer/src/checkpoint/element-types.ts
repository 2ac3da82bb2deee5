import { InputError } from "@grokscape/group-datasets";
import type { Tensor } from "@grokscape/models";

/** How numbers of one type are read from little-endian bytes of their own. */
interface ElementType {
  readonly bytes: number;
  /** @param name of the tensor, for the error */
  read(buffer: ArrayBuffer, name: string): Tensor["data"];
}

/** The types that are read, by their names in safetensors; every number is kept exactly. */
export const elementTypes: Readonly<Record<string, ElementType>> = {
  F64: { bytes: 8, read: (buffer) => new Float64Array(buffer) },
  F32: { bytes: 4, read: (buffer) => new Float32Array(buffer) },
  F16: { bytes: 2, read: (buffer) => fromBits(new Uint16Array(buffer), bitsOfHalf) },
  BF16: { bytes: 2, read: (buffer) => fromBits(new Uint16Array(buffer), (bits) => bits << 16) },
  BOOL: { bytes: 1, read: (buffer) => Float32Array.from(new Uint8Array(buffer)) },
  U8: { bytes: 1, read: (buffer) => Float32Array.from(new Uint8Array(buffer)) },
  I8: { bytes: 1, read: (buffer) => Float32Array.from(new Int8Array(buffer)) },
  U16: { bytes: 2, read: (buffer) => Float32Array.from(new Uint16Array(buffer)) },
  I16: { bytes: 2, read: (buffer) => Float32Array.from(new Int16Array(buffer)) },
  U32: { bytes: 4, read: (buffer) => Float64Array.from(new Uint32Array(buffer)) },
  I32: { bytes: 4, read: (buffer) => Float64Array.from(new Int32Array(buffer)) },
  U64: { bytes: 8, read: (buffer, name) => fromLong(new BigUint64Array(buffer), name) },
  I64: { bytes: 8, read: (buffer, name) => fromLong(new BigInt64Array(buffer), name) },
};

/** float32 numbers from the bits that `toBits` makes of others. */
function fromBits(from: Uint16Array, toBits: (bits: number) => number): Float32Array {
  const bits = Uint32Array.from(from, toBits);
  return new Float32Array(bits.buffer);
}

const smallestHalf = 2 ** -24;
const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** The float32 bits of a half-precision number. */
function bitsOfHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent + 112) << 23) | (fraction << 13);
  scratch[0] = fraction * smallestHalf;
  return sign | scratchBits[0];
}

function fromLong(from: BigInt64Array | BigUint64Array, name: string): Float64Array {
  return Float64Array.from(from as ArrayLike<bigint>, (value) => {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    throw new InputError(
      `tensor ${name} holds ${value}`,
      "whole numbers beyond ±(2⁵³ − 1) cannot be read exactly",
    );
  });
}
