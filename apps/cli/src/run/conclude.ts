import type { Task } from "@grokscape/group-datasets";
import { type Best, bestOfRun, type Prediction, predict } from "@grokscape/theory";
import { hashTensors, type RunRecord, runId, type TrainingState, taskOf } from "@grokscape/trainer";
import { latestCheckpoint, type StoredRun } from "@grokscape/trainer/node";
import { type Comparison, compare } from "../outcome/comparison.ts";
import {
  type FeaturesLearned,
  featuresLearned,
  type HiddenNode,
  hasReadableNodes,
  hiddenNodes,
} from "../outcome/features-learned.ts";

/** A run with its prediction, its network and the comparison of both: all that a report is made of. */
export interface Conclusion {
  readonly run: StoredRun;
  readonly record: RunRecord;
  readonly task: Task;
  readonly prediction: Prediction;
  /** The last checkpoint; null if there is none yet. */
  readonly state: TrainingState | null;
  /** The hidden nodes; null if the task is no group's, they are no functions on it, or there is no checkpoint yet. */
  readonly nodes: readonly HiddenNode[] | null;
  /** The features that the nodes have learnt. */
  readonly learned: FeaturesLearned | null;
  readonly comparison: readonly Comparison[];
  /** What any learner could do with the run's examples; null where nothing can be said of that. */
  readonly best: Best | null;
}

/** Compares a stored run, ended or under way, with what the theory predicts. */
export async function conclude(run: StoredRun): Promise<Conclusion> {
  const chosen = taskOf(run.config);
  const prediction = predict(chosen, run.config);
  const state = await latestCheckpoint(run.folder);
  const { group } = chosen;
  const readable = group && state && hasReadableNodes(run.config.model);
  const nodes = readable ? hiddenNodes(group, state.weights) : null;
  const learned = nodes && featuresLearned(nodes);
  const isLast = state === undefined || state.step === run.record?.steps;
  const record = run.record && isLast ? run.record : soFar(run, state);
  return {
    run,
    record,
    task: chosen,
    prediction,
    state: state ?? null,
    nodes,
    learned,
    comparison: compare(prediction, record, learned),
    best: bestOfRun(chosen, run.config),
  };
}

/** The record of a run that is under way, or whose process was killed. */
function soFar(
  { config, engine, links, metrics, milestones }: StoredRun,
  state: TrainingState | undefined,
): RunRecord {
  return {
    id: runId(config, engine, links),
    config,
    ...(links && { links }),
    engine,
    metrics,
    stopped: "aborted",
    steps: metrics.at(-1)?.step ?? 0,
    ...milestones,
    weightsHash: state ? hashTensors(state.weights) : "",
  };
}
