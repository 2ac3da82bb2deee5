import { dataset, split, task as taskById } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import {
  type RunConfigInput,
  type RunRecord,
  runConfig,
  type Session,
  train,
} from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { type ReadingName, readings } from "./readings.ts";

/** By name; null for a moment that never came. */
export type Taken = Readonly<Partial<Record<ReadingName, number | null>>>;

/** A run trained to its end, on our kernels. */
export async function measure(input: RunConfigInput): Promise<RunRecord> {
  const { record } = await measureAndRead(input, []);
  return record;
}

/** The same, with what is read off the network on the way. */
export async function measureAndRead(
  input: RunConfigInput,
  names: readonly ReadingName[],
): Promise<{ readonly record: RunRecord; readonly taken: Taken }> {
  const config = runConfig(input);
  const task = taskById(config.task);
  const parts = split(task, { ...config.split, seed: config.seed });
  const network = {
    spec: { shape: task, model: config.model, loss: config.loss },
    shown: dataset(task, parts.train),
    heldOut: dataset(task, parts.test),
    group: task.group,
  };

  const taken: Partial<Record<ReadingName, number | null>> = {};
  for (const name of names) taken[name] = null;
  const read = (name: ReadingName, weights: Tensors) => {
    taken[name] = readings[name].take({ ...network, weights });
  };

  let session: Pick<Session, "snapshot"> | undefined;
  const rows = train(config, {
    engine: wasmEngine({ threads: 1 }),
    task,
    onOpen(opened) {
      session = opened;
    },
    onCheckpoint({ weights }) {
      for (const name of names) if (!readings[name].when) read(name, weights);
    },
  });
  for (;;) {
    const { value, done } = await rows.next();
    if (done) return { record: value, taken };
    for (const name of names) {
      const due = taken[name] === null && readings[name].when?.(value);
      if (due && session) read(name, session.snapshot().weights);
    }
  }
}
