import type { FirstStep } from "./first-step.ts";

const begin = performance.now();
const [{ wasmEngine }, { configurations, problemOf }] = await Promise.all([
  import("@grokscape/trainer/wasm"),
  import("../../configurations.ts"),
]);
const imported = performance.now();
const { problem, start } = problemOf(configurations.find(({ name }) => name === "A")!);
const prepared = performance.now();
const session = await wasmEngine({ threads: 1 }).open(problem, start);
session.measure();
session.update();
const stepped = performance.now();

const times: FirstStep = {
  importing: imported - begin,
  preparing: prepared - imported,
  stepping: stepped - prepared,
};
Object.assign(globalThis, { times });
