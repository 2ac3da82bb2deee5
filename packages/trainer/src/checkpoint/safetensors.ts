import { InputError } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";

/** Tensors and what is said about them, as a safetensors file holds both. */
export interface SafetensorsFile {
  readonly tensors: Tensors;
  /** Free text by name. */
  readonly metadata: Readonly<Record<string, string>>;
}

const kinds = {
  F32: { bytes: 4, view: Float32Array },
  F64: { bytes: 8, view: Float64Array },
} as const;

/** What the header says of one tensor; offsets count from the end of the header. */
interface Entry {
  readonly dtype: keyof typeof kinds;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * A file in the safetensors format (huggingface.co/docs/safetensors): 8 bytes header length, a
 * JSON header padded with blanks to a multiple of 8, then each tensor's little-endian bytes. The
 * same tensors and metadata give the same bytes.
 */
export function encodeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array {
  const header: Record<string, Entry | SafetensorsFile["metadata"]> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const dtype = data instanceof Float32Array ? "F32" : "F64";
    header[name] = { dtype, shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(start + end).fill(0x20, 8, start);
  new DataView(file.buffer).setBigUint64(0, BigInt(start - 8), true);
  file.set(json, 8);
  let at = start;
  for (const { data } of Object.values(tensors)) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

/**
 * Reads a safetensors file of float32 and float64 tensors. The tensors are copies.
 *
 * @throws InputError for a file that is cut short, or not of this form
 */
export function decodeSafetensors(file: Uint8Array): SafetensorsFile {
  const damaged = (why: string) => new InputError(`no readable safetensors file: ${why}`);
  if (file.length < 8) throw damaged(`${file.length} bytes, fewer than its first field`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = 8 + Number(view.getBigUint64(0, true));
  if (start > file.length) throw damaged(`its header ends at byte ${start} of ${file.length}`);
  let header: Record<string, Entry>;
  let metadata: SafetensorsFile["metadata"];
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file.subarray(8, start));
    ({ __metadata__: metadata = {}, ...header } = JSON.parse(text));
  } catch {
    throw damaged("its header is no JSON");
  }
  const tensors: Record<string, Tensor> = {};
  for (const [name, entry] of Object.entries(header)) {
    const kind = kinds[entry?.dtype];
    if (!kind) throw damaged(`tensor ${name} is of type ${entry?.dtype}, not F32 or F64`);
    const { shape, data_offsets: offsets } = entry;
    if (!Array.isArray(shape) || !Array.isArray(offsets))
      throw damaged(`tensor ${name} has no place`);
    const bytes = shape.reduce((product, length) => product * length, kind.bytes);
    const [from, to] = offsets;
    if (to - from !== bytes || start + to > file.length || !(from >= 0)) {
      throw damaged(
        `tensor ${name} should be at bytes ${start + from} to ${start + to} of ${file.length}`,
      );
    }
    const copy = Uint8Array.from(file.subarray(start + from, start + to));
    tensors[name] = { shape, data: new kind.view(copy.buffer) };
  }
  return { tensors, metadata };
}
