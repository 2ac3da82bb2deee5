import { type Dataset, dataset, fetchTask, InputError } from "@grokscape/group-datasets";
import { expose } from "comlink";
import type { TrainingState } from "../checkpoint/training-state.ts";
import { runConfig } from "../config/run-config.ts";
import { DivergedError } from "../engines/diverged-error.ts";
import type { AnySession, Engine } from "../engines/engine.ts";
import type { NetworkInTraining } from "../reader.ts";
import { advance, type Clock, nothingReached } from "../record/milestones.ts";
import type { MetricRow } from "../record/record.ts";
import { type SetUp, setUp } from "../set-up.ts";
import { trainFrom } from "../train.ts";
import type {
  Advance,
  Look,
  Readers,
  TakenOver,
  TrainingService,
  TrainingStep,
  Wish,
} from "./protocol.ts";

/**
 * Offers training to the page that started this worker; the page's side is `connectTraining`. It
 * listens at once, and fetches task families and small groups that a run needs when it is opened. Await
 * nothing before calling it: the page's first message would come before anyone listens.
 *
 * @param readers what the page may wish to be read off the network, beside predictions and weights
 * @param reserve goes on with a run that `engine` cannot open, or fails in (a graphics card may be lost),
 *   from a state at most some seconds old
 * @example the whole of a worker file
 * import { tfjsEngine } from "@grokscape/trainer/tfjs";
 * import { serveTraining } from "@grokscape/trainer/worker";
 * serveTraining(tfjsEngine({ wasmUrl: "/tfjs-backend-wasm-simd.wasm" }));
 */
export function serveTraining<Readings>(
  engine: Engine<AnySession>,
  readers: Readers<Readings> = {} as Readers<Readings>,
  reserve?: Engine<AnySession>,
): void {
  expose(trainingService(engine, readers, reserve));
}

/** Seconds between two states that are kept for a reserve. */
const secondsBetweenStates = 2;

interface OpenRun {
  readonly engine: Engine<AnySession>;
  readonly setUp: SetUp;
  readonly all: Dataset;
  readonly rows: ReturnType<typeof trainFrom>;
  /** What was measured so far. */
  readonly metrics: MetricRow[];
  clock: Clock;
  session?: Pick<AnySession, "predict" | "weights">;
  /** The last state that was kept, and what the network predicted then. */
  kept?: { readonly state: TrainingState; readonly predictions: Uint16Array };
  hasEnded: boolean;
}

/** The service itself, for a thread that is not a web worker and for tests. */
export function trainingService<Readings>(
  engine: Engine<AnySession>,
  readers: Readers<Readings> = {} as Readers<Readings>,
  reserve?: Engine<AnySession>,
): TrainingService<Readings> {
  let run: OpenRun | undefined;
  let takenOver: TakenOver | undefined;
  /** What the reserve measured as it took over. */
  let ahead: TrainingStep | undefined;

  const opened = (): OpenRun => {
    if (!run) throw new InputError("no run is open", "call open(config) first");
    return run;
  };

  async function close(): Promise<void> {
    const closing = run;
    run = takenOver = ahead = undefined;
    await closing?.rows.return(undefined as never);
  }

  /** Asks the engine; if it fails, the reserve, which takes the run over. */
  async function ask<Answer>(question: (run: OpenRun) => Promise<Answer>): Promise<Answer> {
    const asked = opened();
    try {
      return await question(asked);
    } catch (error) {
      const isFinal = !reserve || asked.engine === reserve || error instanceof DivergedError;
      if (isFinal || run !== asked) throw error;
      const state = asked.kept?.state;
      const step = state?.step ?? 0;
      const before = asked.metrics.filter((row) => row.step < step);
      run = openRun(reserve, asked.setUp, { state, metrics: before });
      takenOver = { engine: reserve.name, step, reason: (error as Error).message };
      ahead = await run.rows.next();
      return question(run);
    }
  }

  async function next({ rows }: OpenRun): Promise<TrainingStep> {
    const first = ahead;
    ahead = undefined;
    return first ?? rows.next();
  }

  return {
    async open(input) {
      await close();
      const task = await fetchTask(input.task);
      const keptEvery = reserve && secondsBetweenStates;
      run = openRun(engine, setUp(runConfig(input), { task }), { keptEvery });
      return engine.name;
    },
    async advance(most, milliseconds) {
      let first = opened().metrics.length;
      const until = performance.now() + milliseconds;
      for (;;) {
        const { value, done } = await ask(next);
        const run = opened();
        first = Math.min(first, run.metrics.length); // fewer, if it was taken over
        if (done) run.hasEnded = true;
        else {
          run.metrics.push(value);
          run.clock = advance(run.clock, value);
          if (run.metrics.length - first < most && performance.now() < until) continue;
        }
        const answer: Advance = {
          rows: run.metrics.slice(first),
          milestones: done ? value : run.clock,
          record: done ? value : null,
          ...(takenOver && { takenOver }),
        };
        takenOver = undefined;
        return answer;
      }
    },
    async look(wishes) {
      const { setUp, session } = opened();
      if (!session) throw new InputError("nothing is trained yet", "call advance(1, 0) first");
      const { predictions, weights } = await ask((run) => seen(run, wishes.length > 0));
      const wished = weights && (await read({ setUp, weights }, wishes));
      return { predictions, ...wished } as Look<Readings>;
    },
    close,
  };

  async function read(network: NetworkInTraining, wishes: readonly Wish<Readings>[]) {
    const entries = wishes.map(async (name) => [
      name,
      name === "weights" ? network.weights : await readers[name as keyof Readings](network),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  }
}

async function seen({ session, kept, hasEnded, all }: OpenRun, withWeights: boolean) {
  if (kept && hasEnded) return { predictions: kept.predictions, weights: kept.state.weights };
  const open = session as NonNullable<typeof session>;
  const predictions = await open.predict(all);
  return { predictions, weights: withWeights ? await open.weights() : undefined };
}

/**
 * @param from.state of another engine, to go on from, and the rows measured before it
 * @param from.keptEvery seconds between the states that are kept; only the last one unless given
 */
function openRun(
  engine: Engine<AnySession>,
  of: SetUp,
  from: {
    readonly state?: TrainingState;
    readonly metrics?: readonly MetricRow[];
    readonly keptEvery?: number;
  },
): OpenRun {
  const { state, metrics = [], keptEvery } = from;
  const all = dataset(of.task);
  const run: OpenRun = {
    engine,
    setUp: of,
    all,
    metrics: [...metrics],
    clock: metrics.reduce(advance, nothingReached),
    hasEnded: false,
    rows: trainFrom(of, {
      engine,
      ...(state && { resumeFrom: { ...state, origin: undefined }, metrics }),
      ...(keptEvery && { checkpointEvery: 1, checkpointSeconds: keptEvery }),
      onOpen(session) {
        run.session = session;
      },
      async onCheckpoint(state) {
        if (run.session) run.kept = { state, predictions: await run.session.predict(all) };
      },
    }),
  };
  return run;
}
