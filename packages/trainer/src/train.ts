import type { Task } from "@grokscape/group-datasets";
import { mustBeOf } from "./checkpoint/must-be-of.ts";
import type { Progress, TrainingState } from "./checkpoint/training-state.ts";
import type { RunConfig } from "./config/config.ts";
import { diverged, firstNotFinite, refuseNotFinite } from "./engines/diverged-error.ts";
import type { AnySession, Engine, Measures, Session, Snapshot } from "./engines/engine.ts";
import { mustFitMemory } from "./engines/memory.ts";
import { checksumOfRows, hashExamples, hashTensors, runId } from "./identity.ts";
import { type Link, namesOf } from "./optimiser/link.ts";
import { type PlannedReading, type TakenReading, takeReadings } from "./reader.ts";
import { advance, milestonesOf, nothingReached } from "./record/milestones.ts";
import { norms } from "./record/norms.ts";
import type { MetricRow, RunRecord, StopReason } from "./record/record.ts";
import { turns } from "./record/turns.ts";
import { type SetUp, setUp } from "./set-up.ts";

export interface TrainOptions<Opened extends AnySession = Session> {
  readonly engine: Engine<Opened>;
  /** The task, where `config.task` is none that `task()` knows. Its id must be `config.task`. */
  readonly task?: Task;
  /**
   * Links of one's own in place of the chain that `config.optimiser` names; filters, schedule, ridge
   * and norm clamp of the config hold all the same. Their names become part of the run's identity.
   */
  readonly links?: readonly Link[];
  /** Ends the run after the present step; the record then says `stopped: "aborted"`. */
  readonly signal?: AbortSignal;
  /** Goes on from here, a state of this very run, instead of from the initial weights. */
  readonly resumeFrom?: TrainingState;
  /** The rows measured before `resumeFrom`, for the record. */
  readonly metrics?: readonly MetricRow[];
  /** Calls `onCheckpoint` every so many steps; it is called on abort and at the end in any case. */
  readonly checkpointEvery?: number;
  /** Leaves out those that would come sooner than so many seconds after another; 0 if not given. */
  readonly checkpointSeconds?: number;
  readonly onCheckpoint?: (state: TrainingState) => void | Promise<void>;
  /** What is to be read off the network on the way, by name. */
  readonly readings?: Readonly<Record<string, PlannedReading>>;
  /** Called with what was read at a row, before the row is yielded. */
  readonly onReading?: (reading: TakenReading) => void | Promise<void>;
  /** Called once the engine is ready, with the session that trains: for looking, not for changing. */
  readonly onOpen?: (session: Pick<Opened, "predict" | "snapshot" | "weights">) => void;
}

/**
 * Trains, and yields a row every `config.evaluateEvery` steps. The run only advances while rows
 * are asked for; not asking is a pause. Ends in the run's record.
 *
 * Same config and engine, same bytes: rows, states and weights.
 *
 * @throws InputError for a task or split that cannot be made, a task whose id is not `config.task`, an
 * engine that cannot run here, or a `resumeFrom` that is a state of another run
 * @throws DivergedError when a loss, gradient or weight stops being a finite number; no checkpoint
 * of such weights is handed out
 */
export async function* train<Opened extends AnySession = Session>(
  config: RunConfig,
  options: TrainOptions<Opened>,
): AsyncGenerator<MetricRow, RunRecord, void> {
  return yield* trainFrom(setUp(config, options), options);
}

/** `train`, of what is set up already. */
export async function* trainFrom<Opened extends AnySession = Session>(
  run: SetUp,
  options: Omit<TrainOptions<Opened>, "task" | "links">,
): AsyncGenerator<MetricRow, RunRecord, void> {
  const { config, task, problem, start } = run;
  const { engine, signal, resumeFrom, checkpointEvery, checkpointSeconds = 0 } = options;
  const { onCheckpoint, readings = {} } = options;
  const names = namesOf(problem.links);
  const examples = hashExamples(task, problem.train, problem.test);
  const id = runId(config, engine, names);
  const metrics = [...(options.metrics ?? [])];
  let rows = checksumOfRows(metrics);
  if (resumeFrom) {
    const known = options.metrics ? rows : (resumeFrom.origin?.rows ?? rows);
    mustBeOf({ run: id, examples, rows: known }, config.steps, resumeFrom);
    rows = known;
  }
  let progress = resumeFrom?.progress ?? nothingYet;
  if (resumeFrom && options.metrics) {
    progress = metrics.reduce((before, row) => proceed(before, row, config), nothingYet);
  }
  mustFitMemory(problem, 4); // before the weights are drawn, which alone can take minutes
  const initial = start();
  const session = await engine.open(problem, resumeFrom ?? initial);
  const state = async (): Promise<TrainingState> => ({
    ...(await finiteSnapshot(session)),
    progress,
    origin: { run: id, examples, rows },
  });
  try {
    options.onOpen?.(session);
    const first = resumeFrom?.step ?? 0;
    const breathe = breather();
    let step = first;
    let kept = performance.now();
    let stopped: StopReason = "steps";
    for (; ; step++) {
      await breathe();
      if (signal?.aborted) {
        stopped = "aborted";
        break;
      }
      const last = step === config.steps;
      const due = last || step % config.evaluateEvery === 0;
      const seen = await session.measure(due ? "all" : "batch");
      if (seen) await refuseNotFinite("the train loss", seen.loss, session);
      if (checkpointEvery && step > first && step % checkpointEvery === 0) {
        if (performance.now() - kept >= checkpointSeconds * 1000) {
          await onCheckpoint?.(await state());
          kept = performance.now();
        }
      }
      let row: MetricRow | undefined;
      if (due) {
        const train = seen as Measures;
        const test = await session.evaluate();
        await refuseNotFinite("the test loss", test.loss, session);
        const weights = await session.weights();
        row = {
          step,
          trainLoss: train.loss,
          testLoss: test.loss,
          trainAccuracy: train.accuracy,
          testAccuracy: test.accuracy,
          weightNorms: norms(weights),
          weightTurns: turns(initial.weights, weights),
          featureGradientNorm: await session.featureGradientNorm(),
        };
        await refuseNotFinite("a norm", largestNorm(row), session);
        progress = proceed(progress, row, config);
        metrics.push(row);
        const isAtGoal = config.goal !== null && reached(progress, row, config.goal.hold);
        const isLast = last || isAtGoal;
        const read = await takeReadings(readings, metrics, isLast, { setUp: run, weights });
        if (read) await options.onReading?.(read);
        yield row;
        if (isAtGoal) {
          stopped = "goal";
          break;
        }
      }
      if (last) break;
      await session.update();
      if (row) rows = checksumOfRows([row], rows);
    }
    const final = await state();
    await onCheckpoint?.(final);
    return {
      id,
      config,
      ...(names && { links: names }),
      engine: { name: engine.name, numericVersion: engine.numericVersion },
      metrics,
      stopped,
      steps: step,
      ...milestonesOf(progress, stopped !== "aborted"),
      weightsHash: hashTensors(final.weights),
    };
  } finally {
    session.dispose();
  }
}

/** @throws DivergedError if a weight, or what the optimiser keeps, is no finite number */
async function finiteSnapshot(session: AnySession): Promise<Snapshot> {
  const snapshot = await session.snapshot();
  const tensors = { ...snapshot.weights, ...snapshot.optimiser };
  const wrong = firstNotFinite(tensors);
  if (wrong) throw diverged(snapshot.step, "a weight", wrong.value, tensors);
  return snapshot;
}

const largestNorm = ({ weightNorms, weightTurns, featureGradientNorm }: MetricRow): number =>
  Math.max(featureGradientNorm, ...Object.values(weightNorms), ...Object.values(weightTurns));

const nothingYet: Progress = { ...nothingReached, goalSince: null };

function proceed(progress: Progress, row: MetricRow, { goal }: RunConfig): Progress {
  const atGoal = goal !== null && row.testAccuracy >= goal.testAccuracy;
  return {
    ...advance(progress, row),
    goalSince: atGoal ? (progress.goalSince ?? row.step) : null,
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
