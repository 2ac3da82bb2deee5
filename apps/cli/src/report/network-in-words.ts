import type { MlpSpec, ModelSpec, TransformerSpec } from "@grokscape/models";
import { count } from "../terminal/numbers.ts";

const list = new Intl.ListFormat("en", { type: "conjunction" });

const many = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? "" : "s"}`;

/** What a network is, as the beginning of a sentence: "A network with 2,048 hidden nodes". */
export const networkInWords = (model: ModelSpec): string =>
  model.kind === "mlp" ? mlpInWords(model) : transformerInWords(model);

function mlpInWords(model: MlpSpec): string {
  const { width, hiddenLayers, weights, embedding, combine, bias, batchNorm } = model;
  const traits: readonly [boolean, string][] = [
    [hiddenLayers === 0, many(width, "hidden node")],
    [hiddenLayers > 0, `${hiddenLayers + 1} hidden layers of ${many(width, "node")} each`],
    [weights === "complex", "complex weights"],
    [embedding === "shared", "one embedding for all operands"],
    [embedding === "trainable", "a trained embedding"],
    [embedding === "per-operand", "a trained embedding for each operand"],
    [combine === "product", "operands that are multiplied"],
    [batchNorm, "batch norm"],
    [bias, "biases"],
  ];
  return `A network with ${list.format(traits.filter(([has]) => has).map(([, trait]) => trait))}`;
}

function transformerInWords({
  layers,
  heads,
  width,
  mlpWidth,
  layerNorm,
}: TransformerSpec): string {
  const norm = { none: "no layer norm", pre: "layer norm before", post: "layer norm after" };
  const parts = [
    many(layers, "block"),
    `${many(heads, "attention head")} and ${many(mlpWidth, "hidden node")} in each`,
    `${many(width, "number")} for a token`,
    layerNorm === "none" ? norm.none : `${norm[layerNorm]} each part`,
  ];
  return `A transformer with ${parts.join(", ")},`;
}
