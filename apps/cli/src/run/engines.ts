import { InputError } from "@grokscape/group-datasets";
import type { Engine } from "@grokscape/trainer";
import type { Options } from "../arguments/command.ts";

/** Fastest first. Each is loaded when it is wanted: TensorFlow.js alone takes half a second. */
const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  wasm: async () => (await import("@grokscape/trainer/wasm")).wasmEngine(),
  tfjs: async () => (await import("@grokscape/trainer/tfjs")).tfjsEngine(),
  reference: async () => (await import("@grokscape/trainer")).referenceEngine,
};

const names = Object.keys(engines);

export const engineOption: Options = {
  engine: { value: "name", says: names.join(", "), otherwise: `${names[0]}, the fastest` },
};

/** @throws InputError for an engine that is not there */
export async function engineNamed(name: string = names[0]): Promise<Engine> {
  if (Object.hasOwn(engines, name)) return engines[name]();
  throw new InputError(`unknown engine "${name}"`, `the engines are ${names.join(", ")}`);
}
