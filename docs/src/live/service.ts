import { type Dataset, dataset } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { ActivationName } from "@grokscape/theory";
import {
  advance,
  type Clock,
  type Engine,
  nothingReached,
  type Problem,
  runConfig,
  type Session,
  type SetUp,
  setUp,
  train,
} from "@grokscape/trainer";
import { fetchedTask } from "./fetched-task.ts";
import type { LeakedGradient, LiveService } from "./protocol.ts";

interface OpenRun {
  readonly setUp: SetUp;
  readonly rows: ReturnType<typeof train>;
  readonly all: Dataset;
  clock: Clock;
  session?: Pick<Session, "predict" | "snapshot">;
  /** What the network was when its session closed. */
  last?: { readonly predictions: Uint16Array; readonly weights: Tensors };
}

export function liveService(engine: Engine): LiveService {
  let run: OpenRun | undefined;

  const opened = (): OpenRun => {
    if (!run) throw new Error("no run is open");
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
      const config = runConfig(input);
      const task = await fetchedTask(config.task);
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
          onCheckpoint({ weights }) {
            if (opening.session)
              opening.last = { predictions: opening.session.predict(all), weights };
          },
        }),
      };
      run = opening;
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
      if (!session) throw new Error("nothing is trained yet");
      const predictions = last?.predictions ?? session.predict(all);
      if (wishes.length === 0) return { predictions };
      const { task, problem } = setUp;
      const weights = last?.weights ?? session.snapshot().weights;
      const gradient = wishes.includes("gradient")
        ? await leakedGradient(weights, problem)
        : undefined;
      const message = wishes.includes("message")
        ? (await import("@grokscape/measures")).shortestMessage({
            spec: problem,
            weights,
            shown: problem.train,
            heldOut: problem.test,
            group: task.group,
          })
        : undefined;
      return { predictions, weights, gradient, message };
    },
    close,
  };
}

/** ‖G_F‖ and its cosine with ỸỸᵀF̃, of a network with one hidden layer. */
async function leakedGradient(
  { W, V }: Tensors,
  { model, shape, train }: Problem,
): Promise<LeakedGradient> {
  const { backpropagatedGradient, hiddenFeatures, targetDirection } = await import(
    "@grokscape/theory"
  );
  const matrix = ({ shape, data }: Tensors[string]) => ({
    rows: shape[0]!,
    columns: shape[1]!,
    data: Float64Array.from(data),
  });
  const features = hiddenFeatures(train, matrix(W!), model.activation as ActivationName);
  const labelled = { features, labels: train.labels, classes: shape.classes };
  const gradient = backpropagatedGradient(labelled, matrix(V!), model.outputScale).data;
  const direction = targetDirection(labelled).data;
  let [dot, own, target] = [0, 0, 0];
  for (let i = 0; i < gradient.length; i++) {
    dot += gradient[i]! * direction[i]!;
    own += gradient[i]! ** 2;
    target += direction[i]! ** 2;
  }
  const norms = Math.sqrt(own * target);
  return { norm: Math.sqrt(own), alignment: norms > 0 ? dot / norms : 0 };
}
