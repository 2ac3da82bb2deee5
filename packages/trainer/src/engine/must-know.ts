import { InputError } from "@grokscape/group-datasets";
import type { ModelSpec } from "@grokscape/models";
import { namesOf } from "../optimiser/link.ts";
import type { Engine, Recipe } from "./engine.ts";

/** @throws InputError if the engine does not train such networks in this way */
export function mustKnow(engine: Pick<Engine, "name" | "knows">, recipe: Recipe): void {
  if (engine.knows(recipe)) return;
  throw new InputError(
    `the ${engine.name} engine does not know this network, or not this way to train it (${describe(recipe)})`,
    "use the reference engine",
  );
}

/** What tells networks apart, the usual left out. */
function describeModel(model: ModelSpec): string[] {
  if (model.kind === "transformer") return ["a transformer", `activation ${model.activation}`];
  const { activation, hiddenLayers, weights, bias, batchNorm, embedding, combine } = model;
  return [
    `activation ${activation}`,
    `${hiddenLayers} further layers`,
    ...(weights === "complex" ? ["complex weights"] : []),
    ...(bias ? ["bias"] : []),
    ...(batchNorm ? ["batch norm"] : []),
    `embedding ${embedding}`,
    `combine ${combine}`,
  ];
}

/** What tells recipes apart, the usual left out. */
function describe(recipe: Recipe): string {
  const { optimiser, loss, schedule, gradientFilters } = recipe;
  return [
    ...describeModel(recipe.model),
    `loss ${loss}`,
    `optimiser ${namesOf(recipe.links)?.join(" + ") ?? optimiser.kind}`,
    ...(schedule.kind === "constant" && schedule.warmUp === 0 ? [] : [`schedule ${schedule.kind}`]),
    ...gradientFilters.map(({ kind }) => `filter ${kind}`),
    ...(["batchSize", "normClamp", "ridge"] as const)
      .filter((name) => recipe[name] !== null)
      .map((name) => `${name} ${recipe[name]}`),
  ].join(", ");
}
