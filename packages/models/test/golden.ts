import { initialise, type ModelSpec, mlp, transformer } from "@grokscape/models";

const shape = { operands: 2, vocabulary: 23, classes: 23 };

/**
 * SHA-256 of the initial weights of seed 1, made with Node 24 on x86-64. They are the same on every
 * machine, in Node and in the browser; a change here changes every user's runs.
 */
export const golden: readonly (readonly [name: string, spec: ModelSpec, hash: string])[] = [
  [
    "the paper's network",
    mlp({ width: 64 }),
    "1038b85a0103ec632f4c811cba52eaa1c1cca7d00f48aa1c2d8469cb74f806b1",
  ],
  [
    "complex weights with biases",
    mlp({ width: 16, weights: "complex", bias: true, hiddenLayers: 1, initScale: 0.5 }),
    "521a7c1a16fc9ff4e73d445e3d44913551792f44eb0e907df7caa79901b8dff4",
  ],
  [
    "batch norm with embeddings",
    mlp({ width: 16, batchNorm: true, bias: true, embedding: "per-operand", topInit: 0.1 }),
    "e5369f9729082514e86207f3a06f1bfec8f9efd70b1cdaed0d917ca332445715",
  ],
  [
    "one embedding for both operands",
    mlp({ width: 16, embedding: "shared", combine: "product", activation: "linear" }),
    "6bc60ac4a46db79949cd0a08eec2aff8967399431de670cba6e90687cc6ba212",
  ],
  [
    "the transformer of Nanda et al.",
    transformer(),
    "286b610034c2de29b75c6ca754594a81933b78f8abb243223eabe7320e75d1fb",
  ],
  [
    "a transformer with layer norm",
    transformer({ layers: 2, width: 32, mlpWidth: 64, layerNorm: "pre", topInit: 2 }),
    "90fafc3c1b12a3e6c387b131de7fa3c42de7f34610800e1caec4ff8698d70345",
  ],
];

/** SHA-256 (hex) over names and little-endian bytes, in order. */
export async function goldenHash(spec: ModelSpec): Promise<string> {
  const parts = Object.entries(initialise(spec, shape, 1)).flatMap(([name, { data }]) => [
    new TextEncoder().encode(name),
    new Uint8Array(data.buffer.slice(0) as ArrayBuffer),
  ]);
  const bytes = await new Blob(parts).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
