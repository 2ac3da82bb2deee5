import { activationForm } from "../activation/activation.ts";
import { choice, type Form, flag, notNegative, positive, whole } from "./form.ts";
import type { MlpSpec, TransformerSpec } from "./model.ts";

/** A field of a network: its form, and what holds where nothing is said, for each kind that has it. */
export interface ModelField {
  readonly form: Form;
  readonly mlp?: number | string | boolean;
  readonly transformer?: number | string | boolean;
}

/** More than one array of weights can hold for any task. */
const size = whole(1, 2 ** 24);
/** Each is tensors of its own, and a part of the graph that every step goes through. */
const mostLayers = 1024;

type FieldName = Exclude<keyof MlpSpec | keyof TransformerSpec, "kind">;

/** All fields of networks. The defaults are the paper's network, and that of Nanda et al. */
export const modelFields: Readonly<Record<FieldName, ModelField>> = {
  width: { form: size, mlp: 512, transformer: 128 },
  hiddenLayers: { form: whole(0, mostLayers), mlp: 0 },
  layers: { form: whole(1, mostLayers), transformer: 1 },
  heads: { form: size, transformer: 4 },
  mlpWidth: { form: size, transformer: 512 },
  activation: { form: activationForm, mlp: "quadratic", transformer: "relu" },
  weights: { form: choice("real", "complex"), mlp: "real" },
  embedding: { form: choice("one-hot", "trainable", "per-operand"), mlp: "one-hot" },
  combine: { form: choice("sum", "product"), mlp: "sum" },
  layerNorm: { form: choice("none", "pre", "post"), transformer: "none" },
  batchNorm: { form: flag, mlp: false },
  bias: { form: flag, mlp: false, transformer: true },
  initScale: { form: positive, mlp: 1, transformer: 1 },
  topInit: { form: notNegative, mlp: 1, transformer: 1 },
  outputScale: { form: positive, mlp: 1, transformer: 1 },
};

/** What each kind of network has where nothing is said. */
export function modelDefaults(kind: "mlp" | "transformer"): Record<string, unknown> {
  const entries = Object.entries(modelFields).flatMap(([name, { [kind]: usual }]) =>
    usual === undefined ? [] : [[name, usual]],
  );
  return { kind, ...Object.fromEntries(entries) };
}
