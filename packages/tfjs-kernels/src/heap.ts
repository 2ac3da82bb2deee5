import type { DataType, TensorInfo } from "@tensorflow/tfjs";
import type { Native } from "./native.ts";
import type { Tf } from "./tf.ts";
import { Unsuitable } from "./unsuitable.ts";

/** What we use of TensorFlow.js's wasm backend. Little of it is public, so `findBackend` looks. */
export interface WasmBackend {
  readonly wasm: {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(at: number): void;
  } | null;
  readonly dataIdMap: { get(dataId: object): { readonly memoryOffset: number } };
  makeOutput(shape: readonly number[], dtype: DataType): TensorInfo;
  disposeData(dataId: object): boolean;
  incRef(dataId: object): void;
}

const members = ["makeOutput", "disposeData", "incRef"] as const;

/**
 * The backend in use and its memory.
 *
 * @param name under which a wasm backend is registered
 * @throws Unsuitable if another backend is in use, or not the one we know
 */
export function findBackend(
  tf: Tf,
  name: string,
): { backend: WasmBackend; memory: WebAssembly.Memory } {
  if (!/^4\./.test(tf.version_core)) {
    throw new Unsuitable(`TensorFlow.js is version ${tf.version_core}; we know 4`);
  }
  if (tf.getBackend() !== name) {
    throw new Unsuitable(`the backend is ${tf.getBackend() ?? "not set"}; we know ${name}`);
  }
  const backend = tf.backend() as unknown as Partial<WasmBackend>;
  const wasm = backend.wasm;
  if (
    !wasm ||
    typeof wasm._malloc !== "function" ||
    typeof wasm._free !== "function" ||
    typeof backend.dataIdMap?.get !== "function" ||
    members.some((member) => typeof backend[member] !== "function")
  ) {
    throw new Unsuitable("the wasm backend has not the parts we know");
  }
  const memory = findMemory(wasm);
  probe(tf, backend as WasmBackend, memory);
  return { backend: backend as WasmBackend, memory };
}

/** A memory has no name that lasts, but only one export is a memory, and it is the heap's. */
function findMemory(wasm: object): WebAssembly.Memory {
  const heap = (wasm as { HEAPU8?: Uint8Array }).HEAPU8?.buffer;
  if (typeof SharedArrayBuffer !== "undefined" && heap instanceof SharedArrayBuffer) {
    throw new Unsuitable(
      "the wasm backend runs with threads and does not show its memory; set WASM_HAS_MULTITHREAD_SUPPORT to false first",
    );
  }
  const exports = Object.values((wasm as { asm?: object }).asm ?? {});
  const memory = exports.find((value) => value instanceof WebAssembly.Memory);
  if (!memory || memory.buffer !== heap) {
    throw new Unsuitable("the wasm backend does not show its memory");
  }
  return memory;
}

/** Whether tensors lie where we think they do. */
function probe(tf: Tf, backend: WasmBackend, memory: WebAssembly.Memory): void {
  const values = [1.5, -2, 2 ** 40];
  const tensor = tf.tensor1d(values);
  try {
    const at = backend.dataIdMap.get(tensor.dataId)?.memoryOffset;
    const seen = at % 4 === 0 ? [...new Float32Array(memory.buffer, at, values.length)] : [];
    if (seen.join() !== values.join()) {
      throw new Unsuitable("the wasm backend keeps tensors in another way than we know");
    }
  } finally {
    tensor.dispose();
  }
}

/** The backend's heap, and our kernels on it. */
export interface Heap {
  readonly backend: WasmBackend;
  /** The name under which the backend and its kernels are registered. */
  readonly backendName: string;
  readonly native: Native;
  /** Where our kernels may write while they run. */
  readonly scratch: number;
  /** Where a tensor lies, in bytes. */
  at(tensor: TensorInfo): number;
  /** A tensor's numbers, until the next tensor is made. */
  floats(tensor: TensorInfo): Float32Array;
  /** The numbers of an int32 tensor, until the next tensor is made. */
  integers(tensor: TensorInfo): Int32Array;
  /** A new tensor, its numbers not yet written. */
  output(shape: readonly number[], dtype: DataType): TensorInfo;
  /** Frees the scratch memory. */
  release(): void;
}

export function openHeap(backend: WasmBackend, backendName: string, native: Native): Heap {
  const scratch = (backend.wasm?._malloc(native.scratchBytes.value) ?? 0) >>> 0;
  if (scratch === 0) throw new Unsuitable("the wasm backend has no memory left");
  const at = (tensor: TensorInfo) => backend.dataIdMap.get(tensor.dataId).memoryOffset;
  const sizeOf = ({ shape }: TensorInfo) => shape.reduce((size, length) => size * length, 1);
  const buffer = () => backend.wasm?.HEAPU8.buffer as ArrayBuffer;
  return {
    backend,
    backendName,
    native,
    scratch,
    at,
    floats: (tensor) => new Float32Array(buffer(), at(tensor), sizeOf(tensor)),
    integers: (tensor) => new Int32Array(buffer(), at(tensor), sizeOf(tensor)),
    output(shape, dtype) {
      const tensor = backend.makeOutput(shape, dtype);
      if (backend.dataIdMap.get(tensor.dataId).memoryOffset === 0) {
        backend.disposeData(tensor.dataId);
        throw new Error(`the wasm backend has no memory left for ${dtype} [${shape}]`);
      }
      return tensor;
    },
    release: () => backend.wasm?._free(scratch),
  };
}
