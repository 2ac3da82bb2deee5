import type { GradConfig, KernelConfig, KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { convolutionGradients } from "./convolution.ts";
import { einsum, einsumGradient } from "./einsum.ts";
import { elementwise } from "./elementwise.ts";
import { gathers } from "./gather.ts";
import { batchMatMulGradient, cumsumGradient, unpackGradient } from "./gradients.ts";
import { findBackend, type Heap, openHeap, type WasmBackend } from "./heap.ts";
import type { Kernel, KernelArguments } from "./kernel.ts";
import { products } from "./mat-mul.ts";
import { maxima } from "./maxima.ts";
import { instantiate } from "./native.ts";
import { reductions } from "./reduce.ts";
import type { Tf } from "./tf.ts";
import { Unsuitable } from "./unsuitable.ts";

const kernels: readonly Kernel[] = [
  ...products,
  ...reductions,
  ...gathers,
  einsum,
  ...elementwise,
  ...convolutionGradients,
  ...maxima,
];

const gradients = (tf: Tf): readonly GradConfig[] => [
  einsumGradient(tf),
  batchMatMulGradient(tf),
  unpackGradient(tf),
  cumsumGradient(tf),
];

/** What `installTfjsKernels` has done. */
export interface TfjsKernels {
  /** TensorFlow.js's names of the kernels that are ours now in place of its own. */
  readonly replaced: readonly string[];
  /** The names of kernels that its wasm backend lacks, and that ours add. */
  readonly added: readonly string[];
  /** Why TensorFlow.js was left as it was; absent if it was not. */
  readonly declined?: string;
  /**
   * Puts TensorFlow.js's own kernels back, once everybody who installed ours has called it. A second
   * call does nothing.
   */
  restore(): void;
}

/** Kernels that are registered, until `undo`. */
interface Registration extends Pick<TfjsKernels, "replaced" | "added"> {
  undo(): void;
}

const shared = "wasm";

/** The kernels that are registered for the page's wasm backend, and how many callers use them. */
let current: { backend: WasmBackend; registration: Registration; users: number } | undefined;

/** @param tf TensorFlow.js, all of it */
export async function install(tf: Tf): Promise<TfjsKernels> {
  await tf.ready();
  try {
    const { backend, memory } = findBackend(tf, shared);
    const native = await instantiate(memory);
    if (findBackend(tf, shared).backend !== backend) {
      throw new Unsuitable("another backend was set meanwhile");
    }
    if (current?.backend !== backend) {
      current?.registration.undo();
      current = undefined;
      const kernels = register(tf, openHeap(backend, shared, native));
      const restoreGradients = registerGradients(tf);
      const undo = () => {
        kernels.undo();
        restoreGradients();
      };
      current = { backend, registration: { ...kernels, undo }, users: 0 };
    }
    return use(current);
  } catch (error) {
    if (!(error instanceof Unsuitable)) throw error;
    return { replaced: [], added: [], declined: error.message, restore() {} };
  }
}

/** One more user of what is registered. */
function use(installed: NonNullable<typeof current>): TfjsKernels {
  const { replaced, added, undo } = installed.registration;
  let using = true;
  installed.users++;
  return {
    replaced,
    added,
    restore() {
      if (!using) return;
      using = false;
      installed.users--;
      if (installed.users > 0 || installed !== current) return;
      current = undefined;
      undo();
    },
  };
}

/**
 * Registers our kernels, for good, for a wasm backend that is in use while `run` works.
 *
 * @param tf TensorFlow.js, all of it
 */
export async function registerFor(
  tf: Tf,
  backendName: string,
  run: <Result>(work: () => Result) => Result,
): Promise<void> {
  const native = await instantiate(run(() => findBackend(tf, backendName).memory));
  run(() => register(tf, openHeap(findBackend(tf, backendName).backend, backendName, native)));
}

/**
 * Registers our kernels for the heap's backend, which must be the one in use.
 *
 * @throws Unsuitable, with nothing registered, if one gives other numbers than it must
 */
function register(tf: Tf, heap: Heap): Registration {
  const replaced: string[] = [];
  const added: string[] = [];
  const steps: (() => void)[] = [];
  let installed = true;
  for (const kernel of kernels) {
    const { name } = kernel;
    const former = tf.getKernel(name, heap.backendName) as KernelConfig | undefined;
    const ours = configOf(tf, heap, kernel, () => installed, former);
    if (former) tf.unregisterKernel(name, heap.backendName);
    tf.registerKernel(ours);
    (former ? replaced : added).push(name);
    steps.push(() => {
      if (tf.getKernel(name, heap.backendName) !== ours) return; // somebody's since
      tf.unregisterKernel(name, heap.backendName);
      if (former) tf.registerKernel(former);
    });
  }
  function undo(): void {
    installed = false;
    for (const step of steps) step();
    heap.release();
  }
  const wrong = kernels.find((kernel) => !holds(tf, kernel));
  if (!wrong) return { replaced, added, undo };
  undo();
  throw new Unsuitable(
    `our ${wrong.name} gives other numbers than it should under TensorFlow.js ${tf.version_core}`,
  );
}

/** Puts our gradients in the place of TensorFlow.js's, for all backends; returns what takes them back. */
function registerGradients(tf: Tf): () => void {
  const undo = gradients(tf).map((ours) => {
    const { kernelName } = ours;
    const former = tf.getGradient(kernelName) as GradConfig | undefined;
    tf.registerGradient(ours);
    return () => {
      if (tf.getGradient(kernelName) !== ours) return; // somebody's since
      tf.unregisterGradient(kernelName);
      if (former) tf.registerGradient(former);
    };
  });
  return () => {
    for (const step of undo) step();
  };
}

/** Ours on our heap while `installed`, else the former: somebody may have kept it and call it yet. */
function configOf(
  tf: Tf,
  heap: Heap,
  kernel: Kernel,
  installed: () => boolean,
  former: KernelConfig | undefined,
): KernelConfig {
  const kernelFunc = (args: KernelArguments & { backend: object }) => {
    const own = () => {
      if (former) return former.kernelFunc(args) as TensorInfo;
      throw new Error(`${kernel.name} is not there for this backend; install the kernels again`);
    };
    const ours = installed() && args.backend === heap.backend;
    return ours ? kernel.run(tf, heap, args, own) : own();
  };
  return {
    ...former, // what sets it up whenever the backend is set
    kernelName: kernel.name,
    backendName: heap.backendName,
    kernelFunc: kernelFunc as KernelFunc,
  };
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
