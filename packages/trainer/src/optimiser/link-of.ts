import { weightLayout } from "@grokscape/models";
import { rateAt } from "../config/schedule.ts";
import type { Problem, Recipe } from "../engines/engine.ts";
import { filter } from "./filters.ts";
import { chain, type Link } from "./link.ts";
import { clampNorm, scaleBy } from "./links.ts";
import { optimiser } from "./optimiser.ts";

/**
 * All that happens between a gradient and the weights: the recipe's filters, its optimiser (or the
 * links brought along in its place), its schedule and its norm clamp.
 */
export function linkOf(recipe: Recipe & Pick<Problem, "shape">): Link {
  const { model, shape, gradientFilters, links, schedule, steps, normClamp } = recipe;
  return chain(
    ...gradientFilters.map(filter),
    ...(links ?? [optimiser(recipe.optimiser, weightLayout(model, shape))]),
    scaleBy((step) => rateAt(schedule, step, steps)),
    ...(normClamp === null ? [] : [clampNorm(normClamp)]),
  );
}
