import { InputError } from "@grokscape/group-datasets";

/** Threads that help with the kernels' work, and what became of them. */
export interface Helpers {
  /** Why one has ended before its time, if one has. */
  failure(): Error | undefined;
  terminate(): void;
}

interface Thread {
  onMessage(listener: () => void): void;
  onEnd(listener: (reason: Error) => void): void;
  post(message: unknown): void;
  terminate(): void;
}

/** What a thread runs: small enough to carry as text, so that no file must be found or served. */
const program = `
  const help = ({ module, memory, plan }, ready) => {
    const { exports } = new WebAssembly.Instance(module, { env: { memory, abort() {} } });
    exports.plan(...plan);
    ready();
    exports.serve();
  };
`;
const nodeProgram = `${program}
  const { parentPort } = require("node:worker_threads");
  parentPort.once("message", (work) => help(work, () => parentPort.postMessage("ready")));
`;
const webProgram = `${program}
  onmessage = ({ data }) => { help(data, () => postMessage("ready")); close(); };
`;

function startThread(): Thread {
  const node = globalThis.process?.getBuiltinModule?.("node:worker_threads");
  if (node) {
    const worker = new node.Worker(nodeProgram, { eval: true });
    return {
      onMessage(listener) {
        worker.once("message", () => {
          worker.unref();
          listener();
        });
      },
      onEnd(listener) {
        worker.once("error", listener);
        worker.once("exit", (code) => listener(new Error(`it exited with code ${code}`)));
      },
      post: (message) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
    };
  }
  const url = URL.createObjectURL(new Blob([webProgram], { type: "text/javascript" }));
  const worker = new Worker(url);
  return {
    onMessage(listener) {
      worker.onmessage = () => {
        URL.revokeObjectURL(url);
        listener();
      };
    },
    onEnd(listener) {
      worker.onerror = (event) => listener(new Error(event.message || "it could not be started"));
    },
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
}

/**
 * Starts threads 1 … count − 1 on the same memory.
 *
 * @throws InputError if one cannot start
 */
export async function startHelpers(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  planOf: (thread: number) => readonly (number | boolean)[],
  count: number,
): Promise<Helpers> {
  let failure: Error | undefined;
  const threads: Thread[] = [];
  const terminate = () => {
    for (const thread of threads) thread.terminate();
  };
  try {
    const started = Array.from({ length: count - 1 }, (_, i) => {
      const thread = startThread();
      threads.push(thread);
      return new Promise<void>((resolve, reject) => {
        thread.onMessage(resolve);
        thread.onEnd((reason) => {
          failure ??= new Error(`thread ${i + 1} of the wasm engine ended: ${reason.message}`);
          reject(failure);
        });
        thread.post({ module, memory, plan: planOf(i + 1) });
      });
    });
    await Promise.all(started);
  } catch (error) {
    terminate();
    throw new InputError(
      `${count} threads could not be started (${(error as Error).message})`,
      "a page's Content-Security-Policy must have worker-src blob: for them; or leave threads out",
    );
  }
  return { failure: () => failure, terminate };
}

/** Threads this machine runs at once. */
export function availableThreads(): number {
  const os = globalThis.process?.getBuiltinModule?.("node:os");
  return os ? os.availableParallelism() : (globalThis.navigator?.hardwareConcurrency ?? 1);
}
