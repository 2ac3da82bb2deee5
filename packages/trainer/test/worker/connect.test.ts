import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { referenceEngine } from "@grokscape/trainer";
import { connectTraining, trainingService } from "@grokscape/trainer/worker";
import { expose } from "comlink";
import { expect, test } from "vitest";

test("answers that were given are let go, however long the worker lives", async () => {
  const { port1, port2 } = new MessageChannel();
  expose(trainingService(referenceEngine), port2);
  const worker = Object.assign(port1, { terminate: () => port1.close() });
  const training = connectTraining(worker as unknown as Worker);
  const run = await training.open({ task: "cyclic:5", model: { width: 8 }, steps: 9 });
  await run.advance(1, 0);
  const answers: WeakRef<object>[] = [];
  for (let i = 0; i < 5; i++) answers.push(new WeakRef(await run.look()));
  setFlagsFromString("--expose-gc");
  await setImmediate();
  runInNewContext("gc")();
  expect(answers.filter((answer) => answer.deref())).toEqual([]);
  training.terminate();
  port2.close();
});
