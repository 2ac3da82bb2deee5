import {
  dataset,
  InputError,
  loadSmallGroups,
  loadTaskFamilies,
  task as taskById,
} from "@grokscape/group-datasets";
import { expose } from "comlink";
import { type RunConfigInput, runConfig } from "../config/run-config.ts";
import type { Engine } from "../engines/engine.ts";
import { train } from "../train.ts";
import type { TrainingService, TrainingStep } from "./protocol.ts";

/**
 * Offers training to the page that started this worker; the page's side is `connectTraining`. It
 * listens at once, and fetches the task families and small groups that are not there when a run is
 * opened. Await nothing before calling it: the page's first message would come before anyone listens.
 *
 * @example the whole of a worker file
 * import { tfjsEngine } from "@grokscape/trainer/tfjs";
 * import { serveTraining } from "@grokscape/trainer/worker";
 * serveTraining(tfjsEngine({ wasmUrl: "/tfjs-backend-wasm-simd.wasm" }));
 */
export function serveTraining(engine: Engine): void {
  expose(trainingService(engine));
}

interface OpenRun {
  readonly rows: ReturnType<typeof train>;
  predictions(): Uint16Array;
}

/** The service itself, for a thread that is not a web worker and for tests. */
export function trainingService(engine: Engine): TrainingService {
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
      await Promise.all([loadTaskFamilies(), loadSmallGroups()]);
      await close();
      run = openRun(engine, input);
    },
    next: () => opened().rows.next() as Promise<TrainingStep>,
    predictions: async () => opened().predictions(),
    close,
  };
}

function openRun(engine: Engine, input: RunConfigInput): OpenRun {
  const config = runConfig(input);
  const task = taskById(config.task);
  const all = dataset(task);
  let predict = (): Uint16Array => {
    throw new InputError("nothing is trained yet", "call next() first");
  };
  const rows = train(config, {
    engine,
    task,
    onOpen(session) {
      predict = () => session.predict(all);
    },
    onCheckpoint() {
      const final = predict();
      predict = () => final;
    },
  });
  return { rows, predictions: () => predict() };
}
