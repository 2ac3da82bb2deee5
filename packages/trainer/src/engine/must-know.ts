import { InputError } from "@grokscape/group-datasets";
import type { Engine, Problem } from "./engine.ts";

/** @throws InputError if the engine does not train such networks in this way */
export function mustKnow(
  engine: Pick<Engine, "name" | "knows">,
  network: Pick<Problem, "model" | "loss" | "optimiser">,
): void {
  if (engine.knows(network)) return;
  const { activation, hiddenLayers, embedding, combine } = network.model;
  throw new InputError(
    `the ${engine.name} engine does not know this network (activation ${activation}, ${hiddenLayers} further layers, embedding ${embedding}, combine ${combine}, ${network.optimiser.kind})`,
    "use the tfjs engine",
  );
}
