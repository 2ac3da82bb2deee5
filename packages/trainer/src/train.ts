import { dataset, split, type Task, task as taskById } from "@grokscape/group-datasets";
import { initialise } from "@grokscape/models";
import type { RunConfig } from "./config/config.ts";
import { diverged, firstNotFinite } from "./engine/diverged-error.ts";
import type { Engine, Session, Snapshot } from "./engine/engine.ts";
import { hashTensors, runId } from "./identity.ts";
import { cosineDistances } from "./measures/cosine-distance.ts";
import { tensorNorms } from "./measures/norms.ts";
import { type Link, namesOf } from "./optimiser/link.ts";
import type { MetricRow, RunRecord, StopReason } from "./record.ts";

/** Accuracy from which a set counts as memorised (train) or understood (test). */
export const threshold = 0.99;

/** When the milestones were reached, as far as the run has come: measured steps, or null. */
export interface Progress {
  readonly memorisedAt: number | null;
  readonly generalisedAt: number | null;
  /** Since when the test accuracy has stayed at the goal or above. */
  readonly goalSince: number | null;
}

/** Everything a run needs to go on bit for bit: weights, moments, step and milestones. */
export interface TrainingState extends Snapshot {
  readonly progress: Progress;
}

export interface TrainOptions {
  readonly engine: Engine;
  /** The task, where `config.task` is none that `task()` knows. */
  readonly task?: Task;
  /**
   * Links of one's own in place of the chain that `config.optimiser` names; filters, schedule, ridge
   * and norm clamp of the config hold all the same. Their names become part of the run's identity.
   */
  readonly links?: readonly Link[];
  /** Ends the run after the present step; the record then says `stopped: "aborted"`. */
  readonly signal?: AbortSignal;
  /** Goes on from here instead of from the initial weights. */
  readonly resumeFrom?: TrainingState;
  /** The rows measured before `resumeFrom`, for the record. */
  readonly metrics?: readonly MetricRow[];
  /** Calls `onCheckpoint` every so many steps; it is called on abort and at the end in any case. */
  readonly checkpointEvery?: number;
  readonly onCheckpoint?: (state: TrainingState) => void | Promise<void>;
  /** Called with every row, before it is yielded. */
  readonly onMetrics?: (row: MetricRow) => void;
  /** Called once the engine is ready, with the session that trains: for looking, not for changing. */
  readonly onOpen?: (session: Pick<Session, "predict" | "snapshot">) => void;
}

/**
 * Trains, and yields a row every `config.evaluateEvery` steps. The run only advances while rows
 * are asked for; not asking is a pause. Ends in the run's record.
 *
 * Same config and engine, same bytes: rows, states and weights.
 *
 * @throws InputError for a task or split that cannot be made, or an engine that cannot run here
 * @throws DivergedError when a loss, gradient or weight stops being a finite number; no checkpoint
 * of such weights is handed out
 */
export async function* train(
  config: RunConfig,
  options: TrainOptions,
): AsyncGenerator<MetricRow, RunRecord, void> {
  const { engine, links, signal, resumeFrom, checkpointEvery, onCheckpoint } = options;
  const names = namesOf(links);
  const task = options.task ?? taskById(config.task);
  const parts = split(task, { ...config.split, seed: config.seed });
  const initial = initialise(config.model, task, config.seed);
  const session = await engine.open(
    {
      ...config,
      links,
      shape: task,
      train: dataset(task, parts.train),
      test: dataset(task, parts.test),
    },
    resumeFrom ?? {
      step: 0,
      weights: initial,
      optimiser: {},
    },
  );
  try {
    options.onOpen?.(session);
    const metrics = [...(options.metrics ?? [])];
    let progress: Progress = resumeFrom?.progress ?? {
      memorisedAt: null,
      generalisedAt: null,
      goalSince: null,
    };
    const first = resumeFrom?.step ?? 0;
    const breathe = breather();
    let step = first;
    let stopped: StopReason = "steps";
    for (; ; step++) {
      await breathe();
      if (signal?.aborted) {
        stopped = "aborted";
        break;
      }
      const last = step === config.steps;
      const due = last || step % config.evaluateEvery === 0;
      const train = session.measure(due ? "all" : "batch");
      refuseNotFinite("the train loss", train.loss, session);
      if (checkpointEvery && step > first && step % checkpointEvery === 0) {
        await onCheckpoint?.({ ...finiteSnapshot(session), progress });
      }
      if (due) {
        const test = session.evaluate();
        refuseNotFinite("the test loss", test.loss, session);
        const weights = session.weights();
        const row: MetricRow = {
          step,
          trainLoss: train.loss,
          testLoss: test.loss,
          trainAccuracy: train.accuracy,
          testAccuracy: test.accuracy,
          weightNorms: tensorNorms(weights),
          weightTurns: cosineDistances(initial, weights),
          featureGradientNorm: session.featureGradientNorm(),
        };
        progress = advance(progress, row, config);
        metrics.push(row);
        options.onMetrics?.(row);
        yield row;
        if (config.goal && reached(progress, row, config.goal.hold)) {
          stopped = "goal";
          break;
        }
      }
      if (last) break;
      session.update();
    }
    const state = { ...finiteSnapshot(session), progress };
    await onCheckpoint?.(state);
    return {
      id: runId(config, engine, names),
      config,
      ...(names && { links: names }),
      engine: { name: engine.name, numericVersion: engine.numericVersion },
      metrics,
      stopped,
      steps: step,
      memorisedAt: progress.memorisedAt,
      generalisedAt: progress.generalisedAt,
      weightsHash: hashTensors(state.weights),
    };
  } finally {
    session.dispose();
  }
}

/** @throws DivergedError if a weight, or what the optimiser keeps, is no finite number */
function finiteSnapshot(session: Session): Snapshot {
  const snapshot = session.snapshot();
  const tensors = { ...snapshot.weights, ...snapshot.optimiser };
  const wrong = firstNotFinite(tensors);
  if (wrong) throw diverged(snapshot.step, "a weight", wrong.value, tensors);
  return snapshot;
}

function refuseNotFinite(what: string, loss: number, session: Session): void {
  if (Number.isFinite(loss)) return;
  const { step, weights } = session.snapshot();
  throw diverged(step, what, loss, weights);
}

function advance(progress: Progress, row: MetricRow, { goal }: RunConfig): Progress {
  const { step, trainAccuracy, testAccuracy } = row;
  const atGoal = goal !== null && testAccuracy >= goal.testAccuracy;
  return {
    memorisedAt: progress.memorisedAt ?? (trainAccuracy >= threshold ? step : null),
    generalisedAt: progress.generalisedAt ?? (testAccuracy >= threshold ? step : null),
    goalSince: atGoal ? (progress.goalSince ?? step) : null,
  };
}

const reached = ({ goalSince }: Progress, { step }: MetricRow, hold: number) =>
  goalSince !== null && step - goalSince >= hold;

/** Lets signals and messages through about 20 times a second, however long training takes. */
function breather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < 50) return undefined;
    return nextTask().then(() => {
      last = performance.now();
    });
  };
}

/** Resolves in a new task of the event loop, without the 4 ms a browser adds to a nested timer. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") {
      setImmediate(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
