import { connectTraining } from "@grokscape/trainer/worker";

/** Opens a training of a task in a worker; says how many steps its record has, or what went wrong. */
async function trainInWorker(task: string): Promise<string> {
  const training = connectTraining(
    new Worker(new URL("../toy.worker.ts", import.meta.url), { type: "module" }),
  );
  try {
    const run = await training.open({ task, model: { width: 8 }, steps: 2, evaluateEvery: 1 });
    for (;;) {
      const next = await run.next();
      if (next.done) return `${next.value.steps} steps of ${next.value.config.task}`;
    }
  } catch (error) {
    return String(error);
  } finally {
    training.terminate();
  }
}

Object.assign(globalThis, { trainInWorker });
