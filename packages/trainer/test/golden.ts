import { type Engine, type RunConfig, runConfig, train } from "@grokscape/trainer";
import { additionTask } from "./toy-task.ts";

/**
 * Final weights of one short run of each loss, made with Node 24 on x86-64. They are the same on
 * every machine, in Node and in the browser; a change here changes every user's runs and needs a
 * new numericVersion of the engine.
 */
export const golden = {
  reference: {
    mse: "15a206bd7a4f49e46f8a56333032d5b3865fdca1349461d5f6c8417c309995fd",
    "cross-entropy": "506577734caedcbb5baf5ffa098a1ca092a616079048626e3219085fb3bbc588",
  },
  tfjs: {
    mse: "9acca3e42d41690b1fd12660aa0fcd859d8baf51b1ff3ad351f4b4a8b6a434f9",
    "cross-entropy": "b01e88c47f74b2875c47b5718c94e0fc398c6ccb96143ed53f30113a9466c7a8",
  },
  wasm: {
    mse: "9140d2916fed32cec97f32bf95fccedc77b9e9bee9475cfe715c1331b6e4ee30",
    "cross-entropy": "b95c181638faf8d190e49a02ba7ad16086e44d343db37134848f8d417371eafe",
  },
} as const;

const task = additionTask(11);

const config = (loss: RunConfig["loss"]): RunConfig =>
  runConfig({
    task: task.id,
    split: { fraction: 0.6 },
    model: { width: 24, activation: loss === "mse" ? "quadratic" : "silu" },
    loss,
    optimiser: { kind: loss === "mse" ? "adam" : "adamw", learningRate: 0.01 },
    steps: 50,
    goal: null,
  });

/** The hash of the final weights of the golden run. */
export async function goldenRun(engine: Engine, loss: RunConfig["loss"]): Promise<string> {
  const run = train(config(loss), { engine, task });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value.weightsHash;
  }
}
