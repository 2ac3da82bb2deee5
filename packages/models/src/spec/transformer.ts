import { checkModel } from "./check.ts";
import { modelDefaults } from "./fields.ts";
import type { TransformerSpec } from "./model.ts";
import { given } from "./requirement.ts";

/**
 * A transformer as a person writes it: whatever differs from that of Nanda et al. A field that is
 * undefined counts as not given.
 *
 * @throws InputError naming a field that is not as it must be, or if the heads do not share the width
 *   out evenly
 */
export function transformer(spec: Partial<Omit<TransformerSpec, "kind">> = {}): TransformerSpec {
  const complete = { ...modelDefaults("transformer"), ...given("model", spec) } as TransformerSpec;
  checkModel(complete);
  return complete;
}
