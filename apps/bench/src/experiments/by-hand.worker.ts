import { parentPort, workerData } from "node:worker_threads";
import { type RunConfig, train } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";

for (const config of workerData as readonly RunConfig[]) {
  const run = train(config, { engine: await fastestEngine(config, { threads: 1 }) });
  while (!(await run.next()).done);
  parentPort?.postMessage("ended");
}
