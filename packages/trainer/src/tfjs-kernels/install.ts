import type { KernelConfig, KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { einsum, einsumGradient } from "./einsum.ts";
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
  einsum,
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

/** @param tf TensorFlow.js, all of it */
export async function install(tf: Tf): Promise<TfjsKernels> {
  await tf.ready();
  try {
    const { backend, memory } = findBackend(tf);
    const native = await instantiate(memory);
    if (!native) throw new Unsuitable("WebAssembly has no SIMD here");
    if (current?.backend === backend) return current.record;
    current?.record.restore();
    const record = register(tf, openHeap(backend, native));
    current = { backend, record };
    const wrong = kernels.find((kernel) => !holds(tf, kernel));
    if (wrong) {
      record.restore();
      throw new Unsuitable(
        `our ${wrong.name} gives other numbers than it should under TensorFlow.js ${tf.version_core}`,
      );
    }
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
  let installed = true;
  for (const kernel of kernels) {
    const { name } = kernel;
    const former = tf.getKernel(name, "wasm") as KernelConfig | undefined;
    const ours = configOf(tf, heap, kernel, () => installed, former?.kernelFunc);
    if (former) tf.unregisterKernel(name, "wasm");
    tf.registerKernel(ours);
    (former ? replaced : added).push(name);
    undo.push(() => {
      if (tf.getKernel(name, "wasm") !== ours) return; // somebody's since
      tf.unregisterKernel(name, "wasm");
      if (former) tf.registerKernel(former);
    });
  }
  if (!tf.getGradient("Einsum")) {
    tf.registerGradient(einsumGradient(tf));
    undo.push(() => tf.unregisterGradient("Einsum"));
  }
  const record: TfjsKernels = {
    replaced,
    added,
    restore() {
      if (!installed) return;
      installed = false;
      for (const step of undo) step();
      heap.release();
      if (current?.record === record) current = undefined;
    },
  };
  return record;
}

/** Ours on our heap while `installed`, else the former: somebody may have kept it and call it yet. */
function configOf(
  tf: Tf,
  heap: Heap,
  kernel: Kernel,
  installed: () => boolean,
  former?: KernelFunc,
): KernelConfig {
  const kernelFunc = (args: KernelArguments & { backend: object }): TensorInfo => {
    const own = () => {
      if (former) return former(args) as TensorInfo;
      throw new Error(`${kernel.name} is not there for this backend; install the kernels again`);
    };
    const ours = installed() && args.backend === heap.backend;
    return ours ? kernel.run(tf, heap, args, own) : own();
  };
  return { kernelName: kernel.name, backendName: "wasm", kernelFunc: kernelFunc as KernelFunc };
}

/** Whether a kernel gives the numbers it must. */
function holds(tf: Tf, kernel: Kernel): boolean {
  return tf.tidy(() => {
    try {
      const [result, right] = kernel.example(tf);
      return [...result.dataSync()].join() === right.join();
    } catch {
      return false;
    }
  }) as never;
}
