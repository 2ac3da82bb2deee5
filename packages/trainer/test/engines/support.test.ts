import { readFileSync } from "node:fs";
import { type Engine, type RunConfigInput, referenceEngine, runConfig } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { expect, test } from "vitest";
import { isFused } from "../../src/engines/wasm/recipe.ts";

type Recipe = Omit<RunConfigInput, "task">;

/** What an engine may be asked for, in the README's words. */
const wishes: readonly (readonly [string, Recipe])[] = [
  [
    "two layers; x², ReLU, relu², SiLU, linear, x^q, ax + bx²",
    { model: { activation: "power:3" } },
  ],
  ["gelu", { model: { activation: "gelu" } }],
  ["further hidden layers", { model: { hiddenLayers: 1 } }],
  ["trained embeddings", { model: { embedding: "trainable" } }],
  ["products of operands", { model: { combine: "product" } }],
  ["complex weights", { model: { weights: "complex" } }],
  ["biases", { model: { bias: true } }],
  ["batch norm", { model: { batchNorm: true } }],
  ["transformers", { model: { kind: "transformer" } }],
  ["mse, cross-entropy", { loss: "cross-entropy" }],
  ["cross-entropy-float32, stablemax", { loss: "cross-entropy-float32" }],
  ["SGD, Adam, AdamW, Muon", { optimiser: { kind: "muon" } }],
  ["Muon with exact polar factors", { optimiser: { kind: "muon", polar: "exact" } }],
  ["ridge top layer", { ridge: 1 }],
  ["mini-batches, schedules, label scale", { batchSize: 8, labelScale: 2 }],
  ["L1 and L2 penalties", { penalty: { l1: 1 } }],
  ["Grokfast, ⊥Grad, clipping", { gradientFilters: [{ kind: "orthogonal" }] }],
  ["norm clamp", { normClamp: 1 }],
];

function answer(engine: Engine, recipe: Recipe): string {
  const config = runConfig({ task: "cyclic:7", ...recipe });
  if (engine.lacks?.(config)) return "—";
  return engine.name === "wasm" && !isFused(config) ? "yes, update in plain code" : "yes";
}

test("the README's table says what each engine has", () => {
  const engines = [wasmEngine(), tfjsEngine(), referenceEngine];
  const lines = [
    `| | ${engines.map(({ name }) => `\`${name}\``).join(" | ")} |`,
    `|---|${engines.map(() => "---|").join("")}`,
    ...wishes.map(
      ([wish, recipe]) =>
        `| ${wish} | ${engines.map((engine) => answer(engine, recipe)).join(" | ")} |`,
    ),
  ];
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(lines.join("\n"));
});
