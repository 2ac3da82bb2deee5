import { InputError } from "@grokscape/group-datasets";
import { activationRequirement, parseActivation } from "../activation/activation.ts";
import type { MlpSpec } from "./mlp.ts";
import type { ModelSpec } from "./model.ts";
import {
  checkRecord,
  type Form,
  notNegative,
  oneOf,
  positive,
  trueOrFalse,
  wholeNumber,
} from "./requirement.ts";
import type { TransformerSpec } from "./transformer.ts";

/** More than one array of weights can hold for any task. */
const mostNodes = 2 ** 24;
/** Each is tensors of its own, and a part of the graph that every step goes through. */
const mostLayers = 1024;

const size = wholeNumber(1, mostNodes);

const both = {
  kind: oneOf("mlp", "transformer"),
  width: size,
  activation: activationRequirement,
  bias: trueOrFalse,
  outputScale: positive,
  initScale: positive,
  topInit: notNegative,
};

const mlpForm: Form<MlpSpec> = {
  ...both,
  hiddenLayers: wholeNumber(0, mostLayers),
  weights: oneOf("real", "complex"),
  batchNorm: trueOrFalse,
  embedding: oneOf("one-hot", "trainable", "per-operand"),
  combine: oneOf("sum", "product"),
};

const transformerForm: Form<TransformerSpec> = {
  ...both,
  layers: wholeNumber(1, mostLayers),
  heads: size,
  mlpWidth: size,
  layerNorm: oneOf("none", "pre", "post"),
};

/** @throws InputError naming a field that is not as it must be, or options that contradict each other */
export function checkModel(spec: ModelSpec): void {
  if ((spec as ModelSpec | null)?.kind === "transformer") {
    checkRecord("model", spec, transformerForm);
    refuseUnevenHeads(spec as TransformerSpec);
  } else {
    checkRecord("model", spec, mlpForm);
    refuseImpossibleComplex(spec as MlpSpec);
  }
}

function refuseUnevenHeads({ width, heads }: TransformerSpec): void {
  if (width % heads === 0) return;
  throw new InputError(
    `heads ${heads} contradicts width ${width}: every head has width/heads columns`,
    "take a width that is a multiple of heads",
  );
}

const polynomials: readonly string[] = ["quadratic", "linear", "power", "mixed"];

function refuseImpossibleComplex({ weights, batchNorm, activation }: MlpSpec): void {
  if (weights !== "complex") return;
  if (batchNorm) {
    throw new InputError(
      "batchNorm true contradicts weights complex: a complex z has no one variance to scale by",
      "take real weights, or no batch norm",
    );
  }
  if (!polynomials.includes(parseActivation(activation).kind)) {
    throw new InputError(
      `activation ${activation} contradicts weights complex: it is not defined for complex numbers`,
      "take quadratic, linear, power:<q>, mixed:<a>,<b>, or real weights",
    );
  }
}
