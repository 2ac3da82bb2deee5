import type { ModelInput } from "@grokscape/models";
import { type Engine, runConfig, train } from "@grokscape/trainer";
import { additionTask } from "../toy-task.ts";

const task = additionTask(7);

/**
 * Final weights of short runs of networks that only the reference and tfjs engines know, made with
 * Node 24 on x86-64. They are the same on every machine, in Node and in the browser.
 */
export const networkBytes: readonly {
  readonly name: string;
  readonly model: ModelInput;
  readonly tfjs: string;
  readonly reference: string;
}[] = [
  {
    name: "complex weights",
    model: { width: 12, weights: "complex", bias: true, hiddenLayers: 1 },
    tfjs: "806e9e1d0785b869435a2516260f7e5ff104641e9c928d6645c42182dd4c5fcb",
    reference: "e8cdd71b09be9eab629300cc06bb1ead54ca16fa43e6353f4db80959727f5c5e",
  },
  {
    name: "batch norm",
    model: { width: 12, batchNorm: true, embedding: "per-operand", activation: "silu" },
    tfjs: "6798462bee7822199a58fbb3d2d94bb47dfeef1de069a55d2228755d96788a7b",
    reference: "582f3ce21354b8b4af24f3a08a17f9297cb178d188d3533575c484f641646921",
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
    tfjs: "6f4b4f926d0d5cb260ccf35e6d86b256b7b8c985d233f067f81d4b8e42cb248e",
    reference: "9aeb27a270e0a04a1a406dcc17581bbfe16d5f032f8aca205b2feaede3535864",
  },
];

/** The hash of the final weights of 20 steps. */
export async function bytesOf(engine: Engine, model: ModelInput): Promise<string> {
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
  }
}
