import type { KernelConfig, KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { cast, identity, square } from "./elementwise.ts";
import { gatherV2, unsortedSegmentSum } from "./gather.ts";
import { findBackend, type Heap, openHeap, Unsuitable, type WasmBackend } from "./heap.ts";
import { batchMatMul, fusedMatMul } from "./mat-mul.ts";
import { instantiate } from "./native.ts";
import { mean, sum } from "./reduce.ts";
import type { Kernel, KernelArguments, Tf } from "./tf.ts";

const kernels: readonly Kernel[] = [
  batchMatMul,
  fusedMatMul,
  sum,
  mean,
  gatherV2,
  unsortedSegmentSum,
  identity,
  cast,
  square,
];

/** What `installTfjsKernels` has done. */
export interface TfjsKernels {
  /** TensorFlow.js's names of the kernels that are ours now in place of its own. */
  readonly replaced: readonly string[];
  /** Those that its wasm backend has not, and that are there now. */
  readonly added: readonly string[];
  /** Why TensorFlow.js was left as it was; absent if it was not. */
  readonly declined?: string;
  /** Puts TensorFlow.js's own kernels back. */
  restore(): void;
}

let current: { readonly backend: WasmBackend; readonly record: TfjsKernels } | undefined;

export async function install(tf: Tf): Promise<TfjsKernels> {
  await tf.ready();
  try {
    const { backend, memory } = findBackend(tf);
    if (current?.backend === backend) return current.record;
    current?.record.restore();
    const native = await instantiate(memory);
    if (!native) throw new Unsuitable("WebAssembly has no SIMD here");
    const record = register(tf, openHeap(backend, native));
    current = { backend, record };
    return record;
  } catch (error) {
    if (!(error instanceof Unsuitable)) throw error;
    return { replaced: [], added: [], declined: error.message, restore() {} };
  }
}

function register(tf: Tf, heap: Heap): TfjsKernels {
  const replaced: string[] = [];
  const added: string[] = [];
  const undo: (() => void)[] = [];
  for (const kernel of kernels) {
    const former = tf.getKernel(kernel.name, "wasm") as KernelConfig | undefined;
    const ours = configOf(tf, heap, kernel, former?.kernelFunc);
    if (former) tf.unregisterKernel(kernel.name, "wasm");
    tf.registerKernel(ours);
    (former ? replaced : added).push(kernel.name);
    undo.push(() => {
      tf.unregisterKernel(kernel.name, "wasm");
      if (former) tf.registerKernel(former);
    });
  }
  return {
    replaced,
    added,
    restore() {
      for (const step of undo.splice(0)) step();
      heap.release();
      current = undefined;
    },
  };
}

function configOf(tf: Tf, heap: Heap, kernel: Kernel, former?: KernelFunc): KernelConfig {
  const kernelFunc = (args: KernelArguments & { backend: object }): TensorInfo => {
    return kernel.run(tf, heap, args, () => former?.(args) as TensorInfo);
  };
  return { kernelName: kernel.name, backendName: "wasm", kernelFunc: kernelFunc as KernelFunc };
}
