import { checkModel } from "./check.ts";
import { modelDefaults } from "./fields.ts";
import type { MlpSpec } from "./model.ts";
import { given } from "./requirement.ts";

/**
 * A network as a person writes it: whatever differs from the paper's, of 512 nodes. A field that is
 * undefined counts as not given.
 *
 * @throws InputError naming a field that is not as it must be, or options that contradict each other
 */
export function mlp(spec: Partial<Omit<MlpSpec, "kind">> = {}): MlpSpec {
  const complete = { ...modelDefaults("mlp"), ...given("model", spec) } as MlpSpec;
  checkModel(complete);
  return complete;
}
