import { InputError } from "@grokscape/group-datasets";
import { activations, type MlpSpec, type ModelSpec, type TransformerSpec } from "@grokscape/models";
import type { RunConfigInput } from "@grokscape/trainer";
import type { Given, Options } from "../arguments/command.ts";
import { numberGiven, yesOrNo } from "./values.ts";

type Kind = ModelSpec["kind"];
type ModelInput = NonNullable<RunConfigInput["model"]>;

/** Where each kind of network keeps what an option says, for the kinds that know of it. */
interface Place {
  readonly mlp?: keyof MlpSpec;
  readonly transformer?: keyof TransformerSpec;
  readonly reads?: (options: Given["options"], name: string) => unknown;
}

/** A field of the same name in both. */
const both = <Field extends keyof MlpSpec & keyof TransformerSpec>(field: Field) => ({
  mlp: field,
  transformer: field,
});

const places: Readonly<Record<string, Place>> = {
  width: { ...both("width"), reads: numberGiven },
  activation: both("activation"),
  layers: { mlp: "hiddenLayers", transformer: "layers", reads: numberGiven },
  weights: { mlp: "weights" },
  embedding: { mlp: "embedding" },
  combine: { mlp: "combine" },
  "batch-norm": { mlp: "batchNorm", reads: yesOrNo },
  bias: { ...both("bias"), reads: yesOrNo },
  heads: { transformer: "heads", reads: numberGiven },
  "mlp-width": { transformer: "mlpWidth", reads: numberGiven },
  "layer-norm": { transformer: "layerNorm" },
  "init-scale": { ...both("initScale"), reads: numberGiven },
  "top-init": { ...both("topInit"), reads: numberGiven },
  "output-scale": { ...both("outputScale"), reads: numberGiven },
};

/** Options that say what the network is. */
export const modelOptions: Options = {
  model: { value: "kind", says: "mlp, transformer", otherwise: "mlp" },
  width: {
    value: "K",
    says: "hidden nodes; of a transformer, numbers a token",
    otherwise: "2048; 128 for a transformer",
  },
  layers: {
    value: "n",
    says: "hidden layers after the first; of a transformer, its blocks",
    otherwise: "0; 1 for a transformer",
  },
  activation: {
    value: "σ",
    says: `${activations.join(", ")}, power:<q>, mixed:<a>,<b>`,
    otherwise: "quadratic; relu for a transformer",
  },
  bias: { value: "yes|no", says: "trained biases", otherwise: "no; yes for a transformer" },
  "init-scale": { value: "α", says: "multiplies all weights at the start", otherwise: "1" },
  "top-init": {
    value: "a",
    says: "multiplies the top layer at the start, beside α; 0 for none",
    otherwise: "1",
  },
  "output-scale": { value: "β", says: "multiplies the output", otherwise: "1" },
  weights: { value: "numbers", says: "of an mlp: real, complex", otherwise: "real" },
  embedding: {
    value: "how",
    says: "of an mlp: one-hot, trainable, per-operand",
    otherwise: "one-hot",
  },
  combine: {
    value: "how",
    says: "of an mlp: operands meet by sum, product",
    otherwise: "sum",
  },
  "batch-norm": { value: "yes|no", says: "of an mlp", otherwise: "no" },
  heads: { value: "n", says: "of a transformer: heads of a block", otherwise: "4" },
  "mlp-width": { value: "n", says: "of a transformer: nodes of a block's MLP", otherwise: "512" },
  "layer-norm": { value: "where", says: "of a transformer: none, pre, post", otherwise: "none" },
};

/** What holds of each kind where nothing is said: the mlp is that of the paper's Figure 3. */
export const usualModels: Readonly<Record<Kind, ModelInput>> = {
  mlp: { kind: "mlp", width: 2048 },
  transformer: { kind: "transformer" },
};

/**
 * The network that a person asked for.
 *
 * @param base what holds where nothing is said, if it is of the kind that is asked for
 * @throws InputError for an option that this kind of network does not have, or that is no value
 */
export function modelFrom(options: Given["options"], base: ModelInput): ModelInput {
  const kind = (options.model ?? base.kind ?? "mlp") as Kind;
  if (!Object.hasOwn(usualModels, kind)) return { kind }; // the config's check names the kinds
  const given = Object.entries(places).flatMap(([name, place]): [string, unknown][] => {
    const text = options[name];
    if (text === undefined) return [];
    const field = place[kind];
    if (field !== undefined) return [[field, place.reads ? place.reads(options, name) : text]];
    const other = kind === "mlp" ? "transformer" : "mlp";
    throw new InputError(
      `--${name} is of the model ${other}, and this one is ${kind}`,
      `leave it out, or add --model ${other}`,
    );
  });
  return { ...(kind === base.kind ? base : usualModels[kind]), ...Object.fromEntries(given) };
}

/** What of a network each option says; undefined where it does not have it. */
export const saidOfModel: Readonly<
  Record<string, (model: ModelSpec) => string | number | undefined>
> = {
  model: ({ kind }) => kind,
  ...Object.fromEntries(
    Object.entries(places).map(([name, place]) => [
      name,
      (model: ModelSpec) => {
        const field = place[model.kind];
        const value =
          field && (model as unknown as Record<string, string | number | boolean>)[field];
        return typeof value === "boolean" ? (value ? "yes" : "no") : value;
      },
    ]),
  ),
};
