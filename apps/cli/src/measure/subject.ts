import {
  type Dataset,
  dataset,
  type FiniteGroup,
  InputError,
  randomStream,
  shuffle,
  type Task,
} from "@grokscape/group-datasets";
import type { NetworkSpec } from "@grokscape/measures";
import type { Tensors } from "@grokscape/models";
import { setUp } from "@grokscape/trainer";
import { readCheckpoints, type StoredRun } from "@grokscape/trainer/node";

/** A run without its weights: what the measures need of it at every step. */
export interface Subject {
  readonly spec: NetworkSpec;
  readonly task: Task;
  readonly train: Dataset;
  readonly test: Dataset;
  /** The group whose product of two elements the network answers; null if it does not. */
  readonly group: FiniteGroup | null;
  /** The weights that the run began with. */
  readonly initial: Tensors;
}

/** The weights of a run at a step. */
export interface Look {
  readonly step: number;
  readonly weights: Tensors;
}

/** @throws InputError if the task is none that is known here */
export function subjectOf({ config }: StoredRun): Subject {
  const { task, problem, start } = setUp(config);
  const { operands, vocabulary, classes, group } = task;
  const isProduct = operands === 2 && vocabulary === group?.order && classes === group.order;
  return {
    spec: problem,
    task,
    train: problem.train,
    test: problem.test,
    group: isProduct ? group : null,
    initial: start().weights,
  };
}

/**
 * The start of a run and its checkpoints, or those of some steps.
 *
 * @throws InputError for a step that there is no checkpoint of, or if there is none at all
 */
export async function looksAt(
  { folder }: StoredRun,
  { initial }: Subject,
  wanted?: readonly number[],
): Promise<Look[]> {
  const kept = await readCheckpoints(folder);
  if (kept.length === 0) {
    throw new InputError(`${folder} has no checkpoint yet`, "wait until it has trained some steps");
  }
  const looks = [
    { step: 0, weights: initial },
    ...kept.filter(({ step }) => step > 0).map(({ step, weights }) => ({ step, weights })),
  ];
  return (wanted ?? looks.map(({ step }) => step)).map((step) => {
    const look = looks.find((one) => one.step === step);
    if (look) return look;
    throw new InputError(
      `${folder} has no checkpoint of step ${step}`,
      `there are the start, 0, and ${kept.map(({ step }) => step).join(", ")}`,
    );
  });
}

/** At most so many examples of a task, drawn without replacement by a fixed seed. */
export function someExamples(of: Task, most: number): Dataset {
  const indices = Uint32Array.from({ length: of.size }, (_, i) => i);
  shuffle(indices, randomStream(1, "monte-carlo"));
  return dataset(of, indices.subarray(0, most).toSorted());
}
