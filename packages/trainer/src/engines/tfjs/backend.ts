import { InputError } from "@grokscape/group-datasets";
import { registerTfjsKernels, Unsuitable } from "@grokscape/tfjs-kernels";
import type { GradConfig } from "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs";
import { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import createModule from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js";
import { checkKnownAnswers } from "./known-answer.ts";
import type { OwnBackend } from "./own-backend.ts";

/*
 * TensorFlow.js has one backend in use and one list of gradients for everybody on a page. Ours is a
 * wasm backend beside the page's own, in use only while a step of ours runs: whatever others set,
 * install or take away, the same run has the same bytes, and they find all as they left it.
 */

/** What TensorFlow.js keeps of the backend in use. */
interface InUse {
  readonly backendName?: string | null;
  readonly backendInstance?: object | null;
  readonly pendingBackendInit?: Promise<boolean> | null;
}

const inUse = () => tf.engine() as unknown as InUse;

let starting: Promise<OwnBackend> | undefined;

/**
 * Our own backend. The first call starts it.
 *
 * @param file name or address of tfjs-backend-wasm-simd.wasm
 * @throws InputError if it cannot be started
 */
export async function ownBackend(file: string): Promise<OwnBackend> {
  await inUse().pendingBackendInit;
  starting ??= start(file);
  const mine = starting;
  const own = await mine.catch(() => undefined);
  if (own?.isAlive()) return own;
  if (starting === mine) starting = undefined;
  return own ? ownBackend(file) : (mine as Promise<never>);
}

async function start(file: string): Promise<OwnBackend> {
  try {
    const backend = new BackendWasm(await loadModule(file));
    const name = freeName();
    tf.registerBackend(name, () => backend, Number.NEGATIVE_INFINITY);
    tf.copyRegisteredKernels("wasm", name);
    const kernels = tf.getKernelsForBackend(name).map(({ kernelName }) => kernelName);
    const gradients = new Map(kernels.map((kernel) => [kernel, tf.getGradient(kernel)]));
    const own: OwnBackend = {
      isAlive: () => (backend.wasm as object | null) !== null,
      run(work) {
        if (!own.isAlive()) {
          throw new InputError(
            "TensorFlow.js was reset under a run",
            "open the run again, from what was saved of it",
          );
        }
        return onBackend(name, () => withGradients(gradients, work));
      },
    };
    await registerTfjsKernels(name, own.run);
    checkKnownAnswers(own);
    return own;
  } catch (error) {
    if (!(error instanceof Unsuitable)) throw error;
    throw new InputError(
      `TensorFlow.js cannot be used for training here: ${error.message}`,
      "use the wasm or the reference engine",
    );
  }
}

/** TensorFlow.js's compiled module, as its own start would make it, but for its paths and flags. */
async function loadModule(file: string): Promise<BackendWasm["wasm"]> {
  try {
    const silent = { print() {}, printErr() {} };
    const module = (await createModule({ ...silent, locateFile: () => file })) as Awaited<
      ReturnType<typeof createModule>
    > & { cwrap(name: string, result: "number" | null, parameters: "number"[]): never };
    const number = "number";
    module.tfjs = {
      init: module.cwrap("init", null, []),
      initWithThreadsCount: module.cwrap("init_with_threads_count", null, [number]),
      getThreadsCount: module.cwrap("get_threads_count", number, []),
      registerTensor: module.cwrap("register_tensor", null, [number, number, number]),
      disposeData: module.cwrap("dispose_data", null, [number]),
      dispose: module.cwrap("dispose", null, []),
    };
    return module;
  } catch (error) {
    throw new InputError(
      `TensorFlow.js could not start its wasm backend from ${file} (${error instanceof Error ? error.message : error})`,
      "check that the file is served there and that WebAssembly is allowed",
    );
  }
}

/** TensorFlow.js takes the name of a kernel's backend to end at the first "_". */
function freeName(): string {
  for (let i = 1; ; i++) {
    const name = `grokscape-${i}`;
    if (!tf.findBackendFactory(name)) return name;
  }
}

/** Does `work` with a started backend in use, and then puts back the one that was. */
function onBackend<Result>(name: string, work: () => Result): Result {
  const { backendName = null, backendInstance = null, pendingBackendInit } = inUse();
  if (pendingBackendInit) {
    throw new InputError(
      `TensorFlow.js is just starting its ${backendName ?? "first"} backend`,
      "await tf.setBackend(…) or tf.ready() before the run goes on",
    );
  }
  // it is there already, so that this is done when the call returns
  void tf.setBackend(name);
  try {
    return work();
  } finally {
    if (backendName && backendInstance) void tf.setBackend(backendName);
    else Object.assign(tf.engine(), { backendName, backendInstance });
  }
}

type Gradients = ReadonlyMap<string, GradConfig | undefined>;

/** Does `work` with these gradients registered, and then puts back those that were. */
function withGradients<Result>(ours: Gradients, work: () => Result): Result {
  const theirs = new Map<string, GradConfig | undefined>();
  for (const [kernel, gradient] of ours) {
    const other = tf.getGradient(kernel);
    if (other !== gradient) theirs.set(kernel, other);
  }
  for (const kernel of theirs.keys()) setGradient(kernel, ours.get(kernel));
  try {
    return work();
  } finally {
    for (const [kernel, gradient] of theirs) setGradient(kernel, gradient);
  }
}

function setGradient(kernel: string, gradient: GradConfig | undefined): void {
  if (gradient) tf.registerGradient(gradient);
  else if (tf.getGradient(kernel)) tf.unregisterGradient(kernel);
}
