import { InputError } from "@grokscape/group-datasets";
import type { Tensor, Tensors } from "@grokscape/models";
import { elementTypes } from "./element-types.ts";
import { parseStrictJson, type StrictJson } from "./strict-json.ts";

/** Tensors and what is said about them, as a safetensors file holds both. */
export interface SafetensorsFile {
  readonly tensors: Tensors;
  /** Free text by name. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Longest header that is read, in bytes: enough for 100,000 tensors. */
const longestHeader = 10_000_000;
/** Largest tensor there could be in a file, in bytes. */
const largestSize = 2n ** 53n - 1n;
const metadataName = "__metadata__";

/** What the header says of one tensor; offsets count from the end of the header. */
interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * A file in the safetensors format (huggingface.co/docs/safetensors): 8 bytes header length, a
 * JSON header padded with blanks to a multiple of 8, then each tensor's little-endian bytes. The
 * same tensors and metadata give the same bytes.
 *
 * @throws InputError for a tensor whose numbers do not fill its shape, or what the format cannot hold
 */
export function encodeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array {
  for (const [name, text] of Object.entries(metadata)) {
    if (typeof text !== "string") throw new InputError(`metadata ${name} is ${text}, no text`);
  }
  const header: [string, Entry | SafetensorsFile["metadata"]][] = [[metadataName, metadata]];
  let end = 0;
  for (const [name, { shape, data }] of Object.entries(tensors)) {
    const dtype = { Float32Array: "F32", Float64Array: "F64" }[data.constructor.name];
    if (!dtype) {
      throw new InputError(
        `tensor ${name} is a ${data.constructor.name}`,
        "give a Float32Array or a Float64Array",
      );
    }
    if (name === metadataName) throw new InputError(`no tensor can be named ${metadataName}`);
    if (shape.reduce((product, side) => product * side, 1) !== data.length) {
      throw new InputError(
        `tensor ${name} has ${data.length} numbers for shape ${shape.join(" × ")}`,
      );
    }
    header.push([name, { dtype, shape, data_offsets: [end, end + data.byteLength] }]);
    end += data.byteLength;
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
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
 * Reads a safetensors file, and refuses what the format's own reader refuses: a header that is no JSON
 * object (or has more than 10 MB; there 100 MB), names that are there twice, metadata that are no text, shapes that are no whole numbers, and
 * tensors that overlap or leave bytes between or after them. The tensors are copies: F64 as float64, F32
 * as it is, F16, BF16, BOOL and integers of up to 16 bits as float32, longer integers as float64, every
 * number exactly. Neither of the objects returned has a prototype.
 *
 * @throws InputError for a file that is cut short or not of this form, or a type that is not read here
 */
export function decodeSafetensors(file: Uint8Array): SafetensorsFile {
  const header = readHeader(file);
  const entries = header.entries.map(([name, entry]) => [name, entryOf(name, entry)] as const);
  mustCover(entries, file.length - header.end);
  const tensors: Record<string, Tensor> = Object.create(null);
  for (const [name, { dtype, shape, data_offsets }] of entries) {
    const [from, to] = data_offsets;
    const { buffer } = Uint8Array.from(file.subarray(header.end + from, header.end + to));
    tensors[name] = { shape, data: elementTypes[dtype].read(buffer, name) };
  }
  return { tensors, metadata: header.metadata };
}

const damaged = (why: string) => new InputError(`no readable safetensors file: ${why}`);

function readHeader(file: Uint8Array) {
  if (file.length < 8) throw damaged(`${file.length} bytes, fewer than its first field`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > longestHeader) {
    throw damaged(`a header of ${length} bytes, where ${longestHeader} are the most`);
  }
  const end = 8 + length;
  if (end > file.length) throw damaged(`its header ends at byte ${end} of ${file.length}`);
  let header: StrictJson;
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    header = parseStrictJson(decoder.decode(file.subarray(8, end)));
  } catch (error) {
    const why = error instanceof SyntaxError ? `: ${error.message}` : "";
    throw damaged(`its header is no JSON${why}`);
  }
  if (!isMap(header) || file[8] !== 0x7b) throw damaged("its header is no JSON object");
  const metadata: Record<string, string> = Object.create(null);
  const given = header.get(metadataName) ?? new Map();
  if (!isMap(given)) throw damaged("its metadata are no object");
  for (const [name, text] of given) {
    if (typeof text !== "string") throw damaged(`its metadata ${name} is no text`);
    metadata[name] = text;
  }
  return { end, metadata, entries: [...header].filter(([name]) => name !== metadataName) };
}

function entryOf(name: string, entry: StrictJson): Entry {
  if (!isMap(entry)) throw damaged(`tensor ${name} is not described`);
  const dtype = entry.get("dtype");
  if (typeof dtype !== "string") throw damaged(`tensor ${name} has no type`);
  if (!Object.hasOwn(elementTypes, dtype)) {
    throw damaged(
      `tensor ${name} is of type ${dtype}, where ${Object.keys(elementTypes).join(", ")} are read`,
    );
  }
  const shape = entry.get("shape");
  if (!isCounts(shape)) throw damaged(`tensor ${name} has a shape that is no whole numbers`);
  const offsets = entry.get("data_offsets");
  if (!isCounts(offsets) || offsets.length !== 2) {
    throw damaged(`tensor ${name} has no place in the file`);
  }
  const [from, to] = offsets;
  let due = BigInt(elementTypes[dtype].bytes);
  for (const side of shape) {
    due *= side;
    if (due > largestSize)
      throw damaged(`tensor ${name} has a shape that takes over ${largestSize} bytes`);
  }
  if (to - from !== due) {
    throw damaged(`tensor ${name} is at bytes ${from} to ${to}, where its shape takes ${due}`);
  }
  return { dtype, shape: shape.map(Number), data_offsets: [Number(from), Number(to)] };
}

/** Refuses holes, overlaps and what comes after the last tensor. */
function mustCover(entries: readonly (readonly [string, Entry])[], bytes: number): void {
  const byPlace = entries
    .map(([name, { data_offsets }]) => [name, ...data_offsets] as const)
    .sort(([, from, to], [, otherFrom, otherTo]) => from - otherFrom || to - otherTo);
  let end = 0;
  for (const [name, from, to] of byPlace) {
    if (from !== end) throw damaged(`tensor ${name} begins at byte ${from}, not at ${end}`);
    end = to;
  }
  if (end !== bytes) throw damaged(`its tensors take ${end} bytes, of ${bytes} that are there`);
}

const isMap = (value: unknown): value is ReadonlyMap<string, StrictJson> => value instanceof Map;

const isCounts = (value: StrictJson | undefined): value is bigint[] =>
  Array.isArray(value) && value.every((count) => typeof count === "bigint");
