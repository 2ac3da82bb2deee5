import { fetchTask } from "@grokscape/group-datasets";
import { initialise, type Tensors } from "@grokscape/models";
import { type RunConfigInput, runConfig } from "@grokscape/trainer";

/** The weights that a run begins with. */
export async function initialWeights(config: RunConfigInput): Promise<Tensors> {
  const { model, task, seed } = runConfig(config);
  return initialise(model, await fetchTask(task), seed);
}
