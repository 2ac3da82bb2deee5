import { InputError } from "@grokscape/group-datasets";
import { admit } from "../admit.ts";
import type { Engine } from "../engine.ts";
import { openSession } from "../session.ts";

/** Another version may have other bytes. */
const knownVersion = "4.22.0";

const packages = ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-wasm"] as const;

/**
 * Trains on TensorFlow.js's wasm backend, float32 with SIMD, one thread, with the kernels of
 * `installTfjsKernels`, on a backend of its own: whatever else is done with TensorFlow.js on this page
 * or in this process does not change its bytes, and is left as it was. It needs `@tensorflow/tfjs` and
 * `@tensorflow/tfjs-backend-wasm` beside this package. In Node it needs nothing else; in a browser it
 * needs `wasmUrl`, where your site serves `tfjs-backend-wasm-simd.wasm` of
 * @tensorflow/tfjs-backend-wasm. Nothing is ever fetched from another host.
 */
export function tfjsEngine(options: { readonly wasmUrl?: string } = {}): Engine {
  const engine: Engine = {
    name: "tfjs",
    numericVersion: `3-${knownVersion}`,
    async open(problem, start) {
      admit(engine, problem, start);
      const { version, ownBackend, tfjsNetwork } = await load();
      if (version !== knownVersion) {
        throw new InputError(
          `TensorFlow.js is version ${version}, whose bits may be others than those of ${knownVersion}`,
          `npm install ${packages.map((name) => `${name}@${knownVersion}`).join(" ")}`,
        );
      }
      const backend = await ownBackend(options.wasmUrl ?? installedFile());
      return openSession(problem, start, tfjsNetwork(problem, backend));
    },
  };
  return engine;
}

/** @throws InputError if TensorFlow.js is not there */
async function load() {
  try {
    return await import("./with-tensorflow.ts");
  } catch (error) {
    const [missing] = /@tensorflow\/[\w-]+/.exec(error instanceof Error ? error.message : "") ?? [];
    if (!missing) throw error;
    throw new InputError(
      `the tfjs engine needs ${missing}, which is not there`,
      `npm install ${packages.join(" ")}`,
    );
  }
}

function installedFile(): string {
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
