import { task as taskById } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { type RunRecord, type Session, train } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { networkOf, type ReadingName, readings, type Taken } from "../readings.ts";

/**
 * What is read off the network of a run that has ended. A folder keeps the last weights only: the run
 * is trained once more, to the same bytes, and read on the way.
 */
export async function readOff(record: RunRecord, names: readonly ReadingName[]): Promise<Taken> {
  const { config, metrics, steps } = record;
  const momentOf = (name: ReadingName) => {
    const { when } = readings[name];
    return when ? metrics.find(when)?.step : steps;
  };
  const network = networkOf(config);
  const taken: Partial<Record<ReadingName, number | null>> = {};
  for (const name of names) taken[name] = null;
  let session: Pick<Session, "snapshot"> | undefined;
  const rows = train(config, {
    engine: await fastestEngine(config, { threads: 1 }),
    task: taskById(config.task),
    onOpen(opened) {
      session = opened;
    },
  });
  for await (const { step } of rows) {
    const due = names.filter((name) => momentOf(name) === step);
    if (due.length === 0) continue;
    const weights = session?.snapshot().weights as Tensors;
    for (const name of due) taken[name] = readings[name].take({ ...network, weights });
  }
  return taken;
}
