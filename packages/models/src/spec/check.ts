import { InputError } from "@grokscape/group-datasets";
import { parseActivation } from "../activation/activation.ts";
import { modelFields } from "./fields.ts";
import { choice, unmet } from "./form.ts";
import type { MlpSpec, ModelSpec, TransformerSpec } from "./model.ts";
import { checkRecord, type Requirement, type Requirements } from "./requirement.ts";

const kinds = choice("mlp", "transformer");

/** What each field of this kind of network must be. */
function formOf(kind: ModelSpec["kind"]): Requirements<Record<string, unknown>> {
  const entries = Object.entries(modelFields).flatMap(([name, { form, [kind]: usual }]) =>
    usual === undefined ? [] : [[name, (value: unknown) => unmet(form, value)] as const],
  );
  const isKind: Requirement = (value) => unmet(kinds, value);
  return { kind: isKind, ...Object.fromEntries(entries) };
}

const forms = { mlp: formOf("mlp"), transformer: formOf("transformer") };

/** @throws InputError naming a field that is not as it must be, or options that contradict each other */
export function checkModel(spec: ModelSpec): void {
  if ((spec as ModelSpec | null)?.kind === "transformer") {
    checkRecord("model", spec, forms.transformer);
    refuseUnevenHeads(spec as TransformerSpec);
  } else {
    checkRecord("model", spec, forms.mlp);
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
