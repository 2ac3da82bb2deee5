import { InputError } from "@grokscape/group-datasets";
import {
  type AnySession,
  type Engine,
  type Link,
  mustTrain,
  type RunConfig,
} from "@grokscape/trainer";
import type { Options } from "../arguments/command.ts";

/** Engines are imported on demand: loading TensorFlow.js takes half a second, and few have the package webgpu. */
const engines: Readonly<Record<string, () => Promise<Engine<AnySession>>>> = {
  wasm: async () => (await import("@grokscape/trainer/wasm")).wasmEngine(),
  "wasm-fast": async () => (await import("@grokscape/trainer/wasm")).wasmEngine({ fast: true }),
  webgpu: async () => {
    const { nodeGpu } = await import("@grokscape/trainer/node");
    return (await import("@grokscape/trainer/webgpu")).webgpuEngine({ gpu: await nodeGpu() });
  },
  tfjs: async () => (await import("@grokscape/trainer/tfjs")).tfjsEngine(),
  reference: async () => (await import("@grokscape/trainer")).referenceEngine,
};

const names = Object.keys(engines);

export const engineOption: Options = {
  engine: {
    value: "name",
    says: names.join(", "),
    otherwise: "the fastest that gives the same bits everywhere",
  },
};

/** @throws InputError for an unknown engine, or one that cannot train this run */
export async function engineNamed(
  name: string,
  config: RunConfig,
  links?: readonly Link[],
): Promise<Engine<AnySession>> {
  if (!Object.hasOwn(engines, name)) {
    throw new InputError(`unknown engine "${name}"`, `the engines are ${names.join(", ")}`);
  }
  const engine = await engines[name]();
  mustTrain(engine, { ...config, links });
  return engine;
}
