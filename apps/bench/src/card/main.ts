// A graphics card beside the processor: `pnpm card` times a step of each problem on both. It needs Node, the
// package webgpu and, on Linux, the Vulkan loader; no network.

import { parseArgs } from "node:util";
import type { AnySession, Engine } from "@grokscape/trainer";
import { nodeGpu } from "@grokscape/trainer/node";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { webgpuEngine } from "@grokscape/trainer/webgpu";
import { commandLine } from "../command-line.ts";
import { configurations, problemOf } from "../configurations.ts";
import { machine } from "../machine.ts";
import { median } from "../statistics.ts";

const names = configurations.map(({ name }) => name);
const usage = `pnpm card [--only ${names.join(",")}] [--rounds 7] [--seconds 1]

  --seconds  that a round of each engine takes, about`;
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "7" },
    seconds: { type: "string", default: "1" },
  },
});
const rounds = wholeNumber("rounds", values.rounds);
const seconds = wholeNumber("seconds", values.seconds);

/** Does steps on a session, and waits until they are done; returns milliseconds a step. */
async function timed(session: AnySession, steps: number): Promise<number> {
  const begin = performance.now();
  for (let step = 0; step < steps; step++) {
    await session.measure("batch");
    await session.update();
  }
  await session.measure(); // its numbers come after all that was asked before
  return (performance.now() - begin) / (steps + 1);
}

let card = "";
const engines: readonly Engine<AnySession>[] = [
  webgpuEngine({
    gpu: await nodeGpu(),
    onCard(name) {
      card = name;
    },
  }),
  wasmEngine(),
];
const rows: string[] = [];
for (const name of some(values.only, names)) {
  const { problem, start } = problemOf(configurations.find((one) => one.name === name)!);
  const sessions = await Promise.all(engines.map((engine) => engine.open(problem, start)));
  const steps: number[] = [];
  for (const session of sessions) {
    await timed(session, 3); // until everything is compiled
    steps.push(Math.max(1, Math.round((1000 * seconds) / (await timed(session, 3)))));
  }
  const times: number[][] = sessions.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, session] of sessions.entries()) times[i].push(await timed(session, steps[i]));
  }
  for (const session of sessions) session.dispose();
  const [onCard, onProcessor] = times.map(median);
  const gain = (onProcessor / onCard).toFixed(1);
  rows.push(`| ${name} | ${onCard.toFixed(3)} | ${onProcessor.toFixed(3)} | ${gain} |`);
  console.error(rows.at(-1));
}
console.log(`Milliseconds a step, medians of ${rounds} rounds by turns; ${card}; ${machine()}; ${new Date().toISOString().slice(0, 10)}

| problem | card | processor | processor / card |
| --- | --- | --- | --- |
${rows.join("\n")}`);
if (/swiftshader|llvmpipe|software/i.test(card)) {
  console.log("\nThis card is software: its times tell nothing about a real one.");
}
process.exit(0);
