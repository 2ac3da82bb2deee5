import { type Dataset, InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { buildTfjs, type TfjsGraph, type TfjsInputs } from "@grokscape/models/tfjs";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { admit } from "../engine/admit.ts";
import type { Engine, Problem } from "../engine/engine.ts";
import { type Network, openSession } from "../engine/session.ts";
import { install } from "../tfjs-kernels/install.ts";

/**
 * Trains on TensorFlow.js's wasm backend, float32 with SIMD, one thread, with our kernels where
 * `installTfjsKernels` puts them (for all of this page's TensorFlow.js). In Node it needs nothing; in
 * a browser it needs `wasmUrl`, where your site serves `tfjs-backend-wasm-simd.wasm` of
 * @tensorflow/tfjs-backend-wasm. Nothing is ever fetched from another host.
 */
export function tfjsEngine(options: { readonly wasmUrl?: string } = {}): Engine {
  return {
    name: "tfjs",
    numericVersion: `3-${tf.version_core}`,
    knows: () => true,
    async open(problem, start) {
      admit(problem, start);
      await useWasm(options.wasmUrl);
      await install(tf);
      return openSession(problem, start, tfjsNetwork(problem));
    },
  };
}

async function useWasm(wasmUrl: string | undefined): Promise<void> {
  if (tf.getBackend() === "wasm") return;
  if (!(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"))) {
    throw new InputError(
      "WebAssembly has no SIMD here",
      "use the reference engine, or a newer browser",
    );
  }
  const file = wasmUrl ?? (await installedFile());
  setWasmPaths({
    "tfjs-backend-wasm.wasm": file,
    "tfjs-backend-wasm-simd.wasm": file,
    "tfjs-backend-wasm-threaded-simd.wasm": file,
  });
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.setBackend("wasm"))) {
    throw new InputError(
      `TensorFlow.js could not start its wasm backend from ${file}`,
      "check that the file is served there and that WebAssembly is allowed",
    );
  }
}

async function installedFile(): Promise<string> {
  const module = globalThis.process?.getBuiltinModule?.("node:module");
  if (!module) {
    throw new InputError(
      "the tfjs engine needs wasmUrl in a browser",
      "give the address under which your site serves tfjs-backend-wasm-simd.wasm",
    );
  }
  return module
    .createRequire(import.meta.url)
    .resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm");
}

function tfjsNetwork({ model, shape, train, test }: Problem): Network {
  const graph = buildTfjs(model, shape);
  const prepared = new Map<Dataset, TfjsInputs>(
    [train, test].map((data) => [data, graph.inputs(data)]),
  );

  /** Calls `work` with a data set as input, which is freed unless it is one of those prepared. */
  function withInputs<Result>(data: Dataset, work: (inputs: TfjsInputs) => Result): Result {
    const ready = prepared.get(data);
    if (ready) return work(ready);
    const inputs = graph.inputs(data);
    try {
      return work(inputs);
    } finally {
      inputs.dispose();
    }
  }

  const upload = (weights: Tensors): tf.Tensor2D[] =>
    Object.values(weights).map(({ shape, data }) =>
      tf.tensor2d(data as Float32Array, shape as [number, number]),
    );

  const named = (weights: Tensors, tensors: readonly tf.Tensor[]) =>
    Object.fromEntries(Object.keys(weights).map((name, i) => [name, tensors[i] as tf.Tensor2D]));

  /** What one of the graph's functions gives; batch norm goes by the training set. */
  const evaluate = (of: TfjsGraph["forward"], weights: Tensors, data: Dataset): Float32Array =>
    withInputs(data, (inputs) =>
      scoped(
        () =>
          of(
            named(weights, upload(weights)),
            inputs,
            prepared.get(train),
          ).dataSync() as Float32Array,
      ),
    );

  return {
    precision: "float32",
    logits: (weights, data) => evaluate(graph.forward, weights, data),
    features: (weights, data) => evaluate(graph.features, weights, data),
    gradients: (weights, data, lossGradient) =>
      withInputs(data, (inputs) =>
        scoped(() => {
          const objective = (...tensors: tf.Tensor[]) =>
            plainLoss(graph.forward(named(weights, tensors), inputs), lossGradient);
          const gradients = tf.grads(objective)(upload(weights));
          return Object.fromEntries(
            Object.entries(weights).map(([name, { shape }], i) => [
              name,
              { shape, data: gradients[i].dataSync() as Float32Array },
            ]),
          );
        }),
      ),
    dispose() {
      for (const inputs of prepared.values()) inputs.dispose();
    },
  };
}

/** Runs `work` and frees every tensor it made; what it returns is plain data. */
function scoped<Result>(work: () => Result): Result {
  let result: Result | undefined;
  tf.tidy(() => {
    result = work();
  });
  return result as Result;
}

/** A loss computed outside TensorFlow.js, whose gradient TensorFlow.js then carries backward. */
function plainLoss(
  logits: tf.Tensor2D,
  lossGradient: (logits: Float32Array) => ArrayLike<number>,
): tf.Scalar {
  const operation = tf.customGrad((...args: unknown[]) => {
    const input = args[0] as tf.Tensor2D;
    const gradient = lossGradient(input.dataSync() as Float32Array) as Float32Array;
    return {
      value: tf.scalar(0),
      gradFunc: (() => tf.tensor2d(gradient, input.shape)) as never,
    };
  });
  return operation(logits) as tf.Scalar;
}
