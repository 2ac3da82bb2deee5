import { PerformanceObserver } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { configurations, problemOf } from "../configurations.ts";
import type { Allocations } from "./allocations.ts";

const steps = 1000;
const { problem, start } = problemOf(configurations[0]);
const session = await wasmEngine({ threads: 1 }).open(problem, start);

function train(): void {
  for (let step = 0; step < steps; step++) {
    session.measure();
    session.update();
  }
}

for (let i = 0; i < 3; i++) train(); // until everything is compiled
// what opening left behind is gone only after several collections
for (let i = 0; i < 3; i++) {
  globalThis.gc!();
  await setImmediate();
}
let collections = 0;
const observer = new PerformanceObserver((list) => {
  collections += list.getEntries().length;
});
observer.observe({ entryTypes: ["gc"] });
const before = process.memoryUsage();
train();
const after = process.memoryUsage();
await setImmediate();
const allocations: Allocations = {
  steps,
  bytesOfAStep: (after.heapUsed - before.heapUsed) / steps,
  collections,
  outsideBytes: after.external - before.external,
};
console.log(JSON.stringify(allocations));
