import { type Engine, type RunConfigInput, runConfig, train } from "@grokscape/trainer";
import { additionTask } from "./toy-task.ts";

/**
 * Final weights of one short run of each recipe, made with Node 24 on x86-64. They are the same on
 * every machine, in Node and in the browser; a change here changes every user's runs and needs a
 * new numericVersion of the engine.
 */
export const golden = {
  reference: {
    mse: "15a206bd7a4f49e46f8a56333032d5b3865fdca1349461d5f6c8417c309995fd",
    "cross-entropy": "506577734caedcbb5baf5ffa098a1ca092a616079048626e3219085fb3bbc588",
    "Muon in batches": "c410c858ea45e9c89808454a380c204d01f7d6cd197cc6b5167239f7dc4f4b63",
    "Muon and ridge": "a562870cbc15b810570d3ec02e2957a5ccb239aa316400f878ae19e875686f44",
    "ridge and the exact polar factor":
      "912f58eb870b83bdcdf3c33e846d552f31d72515ac2c82a83dcff13edc138e72",
  },
  tfjs: {
    mse: "9acca3e42d41690b1fd12660aa0fcd859d8baf51b1ff3ad351f4b4a8b6a434f9",
    "cross-entropy": "b01e88c47f74b2875c47b5718c94e0fc398c6ccb96143ed53f30113a9466c7a8",
    "Muon in batches": "2611f53a0daad34667bf192e251b59bf264991eb25410b4078e1d6373e5ea6ad",
    "Muon and ridge": "548b965adc8b0cc40e6fc1f6c88a9622539c00193bd92c1414b95b8ddeb63e89",
    "ridge and the exact polar factor":
      "bf57b5c51c389d9d0c27d6de30f430385c904d9bc4645ab842f2f92f72d984a1",
  },
  wasm: {
    mse: "9140d2916fed32cec97f32bf95fccedc77b9e9bee9475cfe715c1331b6e4ee30",
    "cross-entropy": "b95c181638faf8d190e49a02ba7ad16086e44d343db37134848f8d417371eafe",
    "Muon in batches": "2611f53a0daad34667bf192e251b59bf264991eb25410b4078e1d6373e5ea6ad",
    "Muon and ridge": "50b6b97f64df065e06ca0a039466d1f29db47f1c4a67d1f84721aa6d19f61754",
    "ridge and the exact polar factor":
      "bf57b5c51c389d9d0c27d6de30f430385c904d9bc4645ab842f2f92f72d984a1",
  },
} as const;

const task = additionTask(11);

const recipes = {
  mse: {
    model: { width: 24, activation: "quadratic" },
    optimiser: { kind: "adam", learningRate: 0.01 },
  },
  "cross-entropy": {
    model: { width: 24, activation: "silu" },
    loss: "cross-entropy",
    optimiser: { kind: "adamw", learningRate: 0.01 },
  },
  "Muon in batches": {
    model: { width: 24 },
    loss: "stablemax",
    optimiser: { kind: "muon" },
    schedule: { kind: "cosine", warmUp: 10 },
    batchSize: 16,
    gradientFilters: [
      { kind: "grokfast-ma", window: 6 },
      { kind: "orthogonal" },
      { kind: "clip", norm: 0.5 },
    ],
    penalty: { l1: 1e-4, l2: 1e-3 },
    normClamp: 0.9,
  },
  "Muon and ridge": {
    model: { width: 24 },
    optimiser: { kind: "muon" },
    schedule: { kind: "cosine", warmUp: 5 },
    ridge: 0.1,
  },
  "ridge and the exact polar factor": {
    model: { width: 24, activation: "relu" },
    optimiser: { kind: "muon", polar: "exact" },
    schedule: { kind: "exponential", factor: 0.98 },
    gradientFilters: [{ kind: "grokfast-ema" }],
    ridge: 0.3,
    labelScale: 2,
  },
} as const satisfies Record<string, Partial<RunConfigInput>>;

export type GoldenRecipe = keyof typeof recipes;
export const goldenRecipes = Object.keys(recipes) as GoldenRecipe[];

/** The hash of the final weights of a golden run. */
export async function goldenRun(engine: Engine, recipe: GoldenRecipe): Promise<string> {
  const config = runConfig({
    task: task.id,
    split: { fraction: 0.6 },
    steps: 50,
    goal: null,
    ...recipes[recipe],
  });
  const run = train(config, { engine, task });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value.weightsHash;
  }
}
