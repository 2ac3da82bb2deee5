import { parentPort, workerData } from "node:worker_threads";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { problemOf } from "../configurations.ts";

const { problem, start } = problemOf(workerData);
const session = await wasmEngine({ threads: 1 }).open(problem, start);

function train(steps: number): void {
  for (let step = 0; step < steps; step++) {
    session.measure();
    session.update();
  }
  parentPort!.postMessage(steps);
}

parentPort!.on("message", train);
train(100); // until everything is compiled
