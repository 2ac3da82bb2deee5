import { InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { buildTfjs, type TfjsInputs } from "@grokscape/models/tfjs";
import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import type { Engine, Problem } from "../engine/engine.ts";
import { type Network, openSession } from "../engine/session.ts";

/**
 * Trains on TensorFlow.js's wasm backend, float32 with SIMD, one thread. In Node it needs nothing;
 * in a browser it needs `wasmUrl`, where your site serves `tfjs-backend-wasm-simd.wasm` of
 * @tensorflow/tfjs-backend-wasm. Nothing is ever fetched from another host.
 */
export function tfjsEngine(options: { readonly wasmUrl?: string } = {}): Engine {
  return {
    name: "tfjs",
    numericVersion: `1-${tf.version_core}`,
    knows: () => true,
    async open(problem, start) {
      await useWasm(options.wasmUrl);
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
  const inputs = { train: graph.inputs(train), test: graph.inputs(test) };

  const upload = (weights: Tensors): tf.Tensor2D[] =>
    Object.values(weights).map(({ shape, data }) =>
      tf.tensor2d(data as Float32Array, shape as [number, number]),
    );

  function logits(weights: Tensors, data: TfjsInputs): Float32Array {
    return scoped(() => {
      const names = Object.keys(weights);
      const tensors = upload(weights);
      const named = Object.fromEntries(names.map((name, i) => [name, tensors[i]]));
      return graph.forward(named, data).dataSync() as Float32Array;
    });
  }

  return {
    precision: "float32",
    logits(weights, data) {
      if (data === "test") return logits(weights, inputs.test);
      const other = graph.inputs(data);
      try {
        return logits(weights, other);
      } finally {
        other.dispose();
      }
    },
    gradients(weights, lossGradient) {
      const names = Object.keys(weights);
      return scoped(() => {
        const objective = (...tensors: tf.Tensor[]) => {
          const named = Object.fromEntries(
            names.map((name, i) => [name, tensors[i] as tf.Tensor2D]),
          );
          return plainLoss(graph.forward(named, inputs.train), lossGradient);
        };
        const gradients = tf.grads(objective)(upload(weights));
        return Object.fromEntries(
          names.map((name, i) => [
            name,
            { shape: weights[name].shape, data: gradients[i].dataSync() as Float32Array },
          ]),
        );
      });
    },
    dispose() {
      inputs.train.dispose();
      inputs.test.dispose();
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
