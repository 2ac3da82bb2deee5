import type { ModelInput } from "@grokscape/models";
import { type Engine, runConfig, train } from "@grokscape/trainer";
import { additionTask } from "../toy-task.ts";

const task = additionTask(7);

/**
 * Final weights of short runs of networks beyond the paper's two layers, made with Node 24 on
 * x86-64. They are the same on every machine, in Node and in the browser.
 */
export const networkBytes: readonly {
  readonly name: string;
  readonly model: ModelInput;
  readonly tfjs: string;
  readonly wasm: string;
  readonly reference: string;
}[] = [
  {
    name: "complex weights",
    model: { width: 12, weights: "complex", bias: true, hiddenLayers: 1 },
    tfjs: "806e9e1d0785b869435a2516260f7e5ff104641e9c928d6645c42182dd4c5fcb",
    wasm: "4affce8b90b1adfb80d107fe9edf9460600060346abb87790c1b43ccfa167e73",
    reference: "e8cdd71b09be9eab629300cc06bb1ead54ca16fa43e6353f4db80959727f5c5e",
  },
  {
    name: "batch norm",
    model: { width: 12, batchNorm: true, embedding: "per-operand", activation: "silu" },
    tfjs: "6798462bee7822199a58fbb3d2d94bb47dfeef1de069a55d2228755d96788a7b",
    wasm: "36e54e820f9f0215240479af87ce09dabde3ea54ff57ba44c0238f4ecb6fe596",
    reference: "582f3ce21354b8b4af24f3a08a17f9297cb178d188d3533575c484f641646921",
  },
  {
    name: "products",
    model: { width: 12, combine: "product", hiddenLayers: 1 },
    tfjs: "9a99bb746417d5afddab0a9fb72f8498625eefec4912f2ea92ecc0584535508e",
    wasm: "9a99bb746417d5afddab0a9fb72f8498625eefec4912f2ea92ecc0584535508e",
    reference: "52170832def3525cd3687cfb45a90ec6eca9cd9ce00e30103e84d7c0ef4a2bc1",
  },
  {
    name: "a transformer",
    model: {
      kind: "transformer",
      layers: 2,
      width: 12,
      heads: 3,
      mlpWidth: 16,
      activation: "gelu",
      layerNorm: "pre",
    },
    tfjs: "45a8cecac3f9d9e9577fbff4c11c19370d5c2bf2ca19341783f1328b6d0d5219",
    wasm: "59f6b588809c9f1e951b9c69ad5e726143d0f1c959733b7d6fc103e064294c6b",
    reference: "fa14758bc166a18f08f66a2bceaa5e057a73fcc75d009617e02cad95f3efd183",
  },
];

/** The hash of the final weights of 20 steps, with something done between the rows. */
export async function bytesOf(
  engine: Engine,
  model: ModelInput,
  meanwhile: (step: number) => unknown = () => {},
): Promise<string> {
  const config = runConfig({
    task: task.id,
    split: { fraction: 0.6 },
    model,
    loss: "cross-entropy",
    optimiser: { kind: "adamw", learningRate: 0.01 },
    steps: 20,
    goal: null,
  });
  const run = train(config, { engine, task });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value.weightsHash;
    await meanwhile(next.value.step);
  }
}
