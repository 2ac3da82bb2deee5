import { type Dataset, InputError, type TaskShape } from "@grokscape/group-datasets";
import { namesOfRole, type Tensors, weightLayout } from "@grokscape/models";
import { linkOf } from "../optimiser/link-of.ts";
import type { Problem, Recipe, Snapshot } from "./engine.ts";

/**
 * Refuses examples that the task cannot have.
 *
 * @throws InputError naming the first operand, label or size that is wrong, and what it may be
 */
export function mustFitData({
  shape,
  train,
  test,
}: Pick<Problem, "shape" | "train" | "test">): void {
  for (const data of [train, test]) mustBeOf(shape, data);
}

function mustBeOf(shape: TaskShape, { count, arity, operands, labels }: Dataset): void {
  if (arity !== shape.operands) {
    throw new InputError(`examples must have ${shape.operands} operands each, got ${arity}`);
  }
  if (labels.length !== count || operands.length !== count * arity) {
    throw new InputError(
      `${count} examples must have ${count} labels and ${count * arity} operands, got ${labels.length} and ${operands.length}`,
    );
  }
  mustBeBelow(shape.vocabulary, operands, "operands", "the vocabulary");
  mustBeBelow(shape.classes, labels, "labels", "the classes");
}

function mustBeBelow(limit: number, numbers: ArrayLike<number>, what: string, why: string): void {
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (Number.isInteger(number) && number >= 0 && number < limit) continue;
    throw new InputError(
      `${what} must be whole numbers in [0, ${limit}) (${why}), got ${number} in place ${i}`,
    );
  }
}

type Shape = readonly number[];

/**
 * Refuses a state that is not one of this network, trained in this way: every weight must be there,
 * and whatever the optimiser keeps, in its shape, and nothing else. At step 0 what the optimiser keeps
 * may be left out altogether.
 *
 * @throws InputError naming the first tensor that differs, the shape seen, and the one that is right
 */
export function mustFitState(
  recipe: Recipe & Pick<Problem, "shape">,
  { step, weights, optimiser }: Snapshot,
): void {
  if (!(Number.isInteger(step) && step >= 0)) {
    throw new InputError(`the state to go on from must have a step ≥ 0, got ${step}`);
  }
  const layout = weightLayout(recipe.model, recipe.shape);
  mustHave(new Map(layout.map(({ name, shape }) => [name, shape])), weights, "this network has");
  if (step === 0 && Object.keys(optimiser).length === 0) return;
  const solved = recipe.ridge === null ? [] : namesOfRole(layout, "top");
  const moved = Object.entries(weights).filter(([name]) => !solved.includes(name));
  const kept = Object.entries(linkOf(recipe).init(Object.fromEntries(moved)));
  mustHave(new Map(kept.map(([name, { shape }]) => [name, shape])), optimiser, "this recipe keeps");
}

function mustHave(right: ReadonlyMap<string, Shape>, seen: Tensors, whose: string): void {
  const names = new Set([...right.keys(), ...Object.keys(seen)]);
  for (const name of names) {
    const [is, should] = [Object.hasOwn(seen, name) ? seen[name] : undefined, right.get(name)];
    const fits =
      is &&
      should?.length === is.shape.length &&
      should.every((size, i) => size === is.shape[i]) &&
      is.data.length === numbersIn(should);
    if (fits) continue;
    throw new InputError(
      `the state to go on from has ${is ? told(name, is.shape, is.data.length) : `no ${name}`}, where ${whose} ${should ? told(name, should) : "none"}`,
      "go on with the network and the recipe that it was saved by",
    );
  }
}

const numbersIn = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

/** "W (10 × 16)"; with the numbers there are, where they are not as many as the shape says. */
function told(name: string, shape: Shape, numbers = numbersIn(shape)): string {
  const but = numbers === numbersIn(shape) ? "" : `, but ${numbers} numbers`;
  return `${name} (${shape.join(" × ")}${but})`;
}
