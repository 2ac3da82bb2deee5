import { contradictions, refuseContradictions } from "./contradiction.ts";
import { type ModelField, modelFields } from "./fields.ts";
import { choice, unmet } from "./form.ts";
import type { ModelSpec } from "./model.ts";
import { checkRecord, type Requirement, type Requirements } from "./requirement.ts";

const kinds = choice("mlp", "transformer");

/** What each field of this kind of network must be. */
function formOf(kind: ModelSpec["kind"]): Requirements<Record<string, unknown>> {
  const entries = Object.entries<ModelField>(modelFields).flatMap(
    ([name, { form, [kind]: usual }]) =>
      usual === undefined ? [] : [[name, (value: unknown) => unmet(form, value)] as const],
  );
  const isKind: Requirement = (value) => unmet(kinds, value);
  return { kind: isKind, ...Object.fromEntries(entries) };
}

const forms = { mlp: formOf("mlp"), transformer: formOf("transformer") };

/** @throws InputError naming a field that is not as it must be, or options that contradict each other */
export function checkModel(spec: ModelSpec): void {
  const { kind } = (spec as ModelSpec | null) ?? {};
  checkRecord("model", spec, kind === "transformer" ? forms.transformer : forms.mlp);
  const valueAt = (field: string) => spec[field as keyof ModelSpec];
  refuseContradictions(
    contradictions(modelFields, valueAt, () => kind),
    valueAt,
  );
}
