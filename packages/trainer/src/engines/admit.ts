import { InputError } from "@grokscape/group-datasets";
import { rateAt } from "../config/schedule.ts";
import { unknownKind } from "../config/unknown-kind.ts";
import { losses } from "../loss/loss.ts";
import { linkOf } from "../optimiser/link-of.ts";
import type { Engine, Problem, Recipe, Snapshot } from "./engine.ts";
import { mustFitData, mustFitState } from "./fits.ts";
import { mustFitMemory } from "./memory.ts";

/**
 * What every engine asks of a problem and of the state to start from, before it makes room for them.
 *
 * @param ofNumber bytes of the engine's numbers: 4 for float32, 8 for float64
 * @throws InputError for a kind that there is not, or that the engine has not, for more than this machine's memory, for data
 *   outside of the task's ranges, or for the state of another network or recipe
 */
export function admit(
  engine: Pick<Engine, "name" | "lacks">,
  problem: Problem,
  start: Snapshot,
  ofNumber = 4,
): void {
  mustHaveKnownKinds(problem);
  mustFitMemory(problem, ofNumber);
  mustFitData(problem);
  mustFitState(problem, start);
  mustTrain(engine, problem);
}

/** @throws InputError if the engine lacks something that the recipe asks for */
export function mustTrain(engine: Pick<Engine, "name" | "lacks">, recipe: Recipe): void {
  const lacking = engine.lacks?.(recipe) ?? null;
  if (lacking === null) return;
  throw new InputError(`the ${engine.name} engine has no ${lacking}`, "use the reference engine");
}

/** Asks for the recipe's loss, rate and links: each refuses a kind that has no definition. */
function mustHaveKnownKinds(recipe: Problem): void {
  if (!Object.hasOwn(losses, recipe.loss)) unknownKind("loss", recipe.loss as never);
  rateAt(recipe.schedule, 0, recipe.steps);
  linkOf(recipe);
}
