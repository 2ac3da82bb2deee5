import { InputError } from "@grokscape/group-datasets";
import { type Tensors, weightLayout } from "@grokscape/models";
import type { Problem, Snapshot } from "../engine/engine.ts";
import { isTop } from "../engine/solve-top.ts";
import { linkOf } from "../optimiser/link-of.ts";
import type { Origin, TrainingState } from "../train.ts";

/**
 * Whether a state is of a run; one without an origin passes.
 *
 * @throws InputError naming what differs
 */
export function mustBeOf(run: Origin, { origin = run }: TrainingState): void {
  if (origin.run !== run.run) throw foreign(`is of the run ${origin.run}, not of ${run.run}`);
  if (origin.examples !== run.examples) {
    throw foreign("was trained on other examples of the task");
  }
  if (origin.rows !== run.rows) throw foreign("comes after other rows of metrics than those given");
}

type Shapes = Readonly<Record<string, { readonly shape: readonly number[] }>>;

/**
 * Whether a run can go on from a snapshot: it must have the very weights of the problem's network and
 * the very tensors that its optimiser keeps, in their shapes.
 *
 * @throws InputError naming the first tensor that differs
 */
export function mustFit(problem: Omit<Problem, "train" | "test">, snapshot: Snapshot): void {
  const { step, weights, optimiser } = snapshot;
  if (!(Number.isInteger(step) && step >= 0 && step <= problem.steps)) {
    throw foreign(`is of step ${step}, this run has steps 0 … ${problem.steps}`);
  }
  const layout = weightLayout(problem.model, problem.shape);
  mustMatch(weights, Object.fromEntries(layout.map((tensor) => [tensor.name, tensor])));
  const moved = Object.entries(weights).filter(([name]) => problem.ridge === null || !isTop(name));
  mustMatch(optimiser, linkOf(problem).init(Object.fromEntries(moved)));
}

function mustMatch(tensors: Tensors, wanted: Shapes): void {
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(tensors)])) {
    const is = describe(Object.hasOwn(tensors, name) ? tensors[name] : undefined);
    const due = describe(Object.hasOwn(wanted, name) ? wanted[name] : undefined);
    if (is !== due) throw foreign(`has ${is} for ${name}, this run has ${due}`);
    const count = tensors[name].shape.reduce((product, side) => product * side, 1);
    const { length } = tensors[name].data;
    if (count !== length) throw foreign(`has ${length} numbers for ${name}, not ${count}`);
  }
}

const describe = (tensor: Shapes[string] | undefined): string =>
  tensor ? `shape ${tensor.shape.join(" × ")}` : "nothing";

const foreign = (difference: string): InputError =>
  new InputError(
    `the state to go on from ${difference}`,
    "a run can only go on from a state of its own",
  );
