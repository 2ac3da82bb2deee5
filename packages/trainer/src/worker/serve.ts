import { type Dataset, dataset, fetchTask, InputError } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { expose } from "comlink";
import type { RunConfigInput } from "../config/config.ts";
import { runConfig } from "../config/run-config.ts";
import type { AnySession, Engine } from "../engines/engine.ts";
import type { NetworkInTraining } from "../reader.ts";
import { advance, type Clock, nothingReached } from "../record/milestones.ts";
import { type SetUp, setUp } from "../set-up.ts";
import { train } from "../train.ts";
import type { Look, Readers, TrainingService, Wish } from "./protocol.ts";

/**
 * Offers training to the page that started this worker; the page's side is `connectTraining`. It
 * listens at once, and fetches task families and small groups that a run needs when it is opened. Await
 * nothing before calling it: the page's first message would come before anyone listens.
 *
 * @param readers what the page may wish to be read off the network, beside predictions and weights
 * @example the whole of a worker file
 * import { tfjsEngine } from "@grokscape/trainer/tfjs";
 * import { serveTraining } from "@grokscape/trainer/worker";
 * serveTraining(tfjsEngine({ wasmUrl: "/tfjs-backend-wasm-simd.wasm" }));
 */
export function serveTraining<Readings>(
  engine: Engine<AnySession>,
  readers: Readers<Readings> = {} as Readers<Readings>,
): void {
  expose(trainingService(engine, readers));
}

interface OpenRun {
  readonly setUp: SetUp;
  readonly rows: ReturnType<typeof train>;
  readonly all: Dataset;
  clock: Clock;
  session?: Pick<AnySession, "predict" | "weights">;
  /** What the network was when its session closed. */
  last?: { readonly predictions: Uint16Array; readonly weights: Tensors };
}

/** The service itself, for a thread that is not a web worker and for tests. */
export function trainingService<Readings>(
  engine: Engine<AnySession>,
  readers: Readers<Readings> = {} as Readers<Readings>,
): TrainingService<Readings> {
  let run: OpenRun | undefined;

  const opened = (): OpenRun => {
    if (!run) throw new InputError("no run is open", "call open(config) first");
    return run;
  };

  async function close(): Promise<void> {
    const closing = run;
    run = undefined;
    await closing?.rows.return(undefined as never);
  }

  return {
    async open(input) {
      await close();
      run = await openRun(engine, input);
      return engine.name;
    },
    async advance(most, milliseconds) {
      const run = opened();
      const measured = [];
      const until = performance.now() + milliseconds;
      do {
        const { value, done } = await run.rows.next();
        if (done) return { rows: measured, milestones: value, record: value };
        measured.push(value);
        run.clock = advance(run.clock, value);
      } while (measured.length < most && performance.now() < until);
      return { rows: measured, milestones: run.clock, record: null };
    },
    async look(wishes) {
      const { session, last, all, setUp } = opened();
      if (!session) throw new InputError("nothing is trained yet", "call advance(1, 0) first");
      const predictions = last?.predictions ?? (await session.predict(all));
      if (wishes.length === 0) return { predictions } as Look<Readings>;
      const weights = last?.weights ?? (await session.weights());
      return { predictions, ...(await read({ setUp, weights }, wishes)) } as Look<Readings>;
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

async function openRun(engine: Engine<AnySession>, input: RunConfigInput): Promise<OpenRun> {
  const task = await fetchTask(input.task);
  const config = runConfig(input);
  const all = dataset(task);
  const opening: OpenRun = {
    setUp: setUp(config, { task }),
    all,
    clock: nothingReached,
    rows: train(config, {
      engine,
      task,
      onOpen(session) {
        opening.session = session;
      },
      async onCheckpoint({ weights }) {
        if (!opening.session) return;
        opening.last = { predictions: await opening.session.predict(all), weights };
      },
    }),
  };
  return opening;
}
