import { type Dataset, dataset, split, type Task } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import type { ActivationName } from "@grokscape/theory";
import { type Engine, type RunConfig, runConfig, type Session, train } from "@grokscape/trainer";
import { fetchedTask } from "./fetched-task.ts";
import type { LeakedGradient, LiveService } from "./protocol.ts";

interface OpenRun {
  readonly config: RunConfig;
  readonly rows: ReturnType<typeof train>;
  readonly all: Dataset;
  readonly shown: Dataset;
  readonly heldOut: Dataset;
  readonly task: Task;
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
      const all = dataset(
        task,
        Uint32Array.from({ length: task.size }, (_, index) => index),
      );
      const parts = split(task, { ...config.split, seed: config.seed });
      const opening: OpenRun = {
        config,
        all,
        shown: dataset(task, parts.train),
        heldOut: dataset(task, parts.test),
        task,
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
      const { rows } = opened();
      const measured = [];
      const until = performance.now() + milliseconds;
      do {
        const { value, done } = await rows.next();
        if (done) return { rows: measured, record: value };
        measured.push(value);
      } while (measured.length < most && performance.now() < until);
      return { rows: measured, record: null };
    },
    async look(wishes) {
      const { session, last, all, shown, heldOut, task, config } = opened();
      if (!session) throw new Error("nothing is trained yet");
      const predictions = last?.predictions ?? session.predict(all);
      if (wishes.length === 0) return { predictions };
      const weights = last?.weights ?? session.snapshot().weights;
      const gradient = wishes.includes("gradient")
        ? await leakedGradient(weights, shown, task.classes, config)
        : undefined;
      const message = wishes.includes("message")
        ? (await import("./shortest-message.ts")).shortestMessage({
            spec: { shape: task, model: config.model, loss: config.loss },
            weights,
            shown,
            heldOut,
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
  data: Dataset,
  classes: number,
  { model }: RunConfig,
): Promise<LeakedGradient> {
  const { backpropagatedGradient, hiddenFeatures, targetDirection } = await import(
    "@grokscape/theory"
  );
  const matrix = ({ shape, data }: Tensors[string]) => ({
    rows: shape[0]!,
    columns: shape[1]!,
    data: Float64Array.from(data),
  });
  const features = hiddenFeatures(data, matrix(W!), model.activation as ActivationName);
  const labelled = { features, labels: data.labels, classes };
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
