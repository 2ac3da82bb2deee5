// Engines side by side: `pnpm bench` prints a table and keeps it in results/; `--check` fails below the floor.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { configurations } from "./configurations.ts";
import { measure, type Timing } from "./measure.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "15" }, check: { type: "boolean" } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds must be a whole number from 1, got ${values.rounds}`);
  process.exit(2);
}

/** How much faster than our tfjs engine the kernels must be at Figure 3, one thread each. */
const floor = 3;

const contestants = [
  { name: "wasm, 1 thread", engine: wasmEngine({ threads: 1 }) },
  { name: "wasm, 2 threads", engine: wasmEngine({ threads: 2 }) },
  { name: "tfjs", engine: tfjsEngine() },
];

const timings: Timing[] = [];
for (const configuration of configurations) {
  timings.push(...(await measure(configuration, contestants, rounds)));
}

const row = (timing: Timing) =>
  `| ${timing.configuration} | ${timing.contestant} | ${timing.stepMedian.toFixed(2)} | ${timing.stepMinimum.toFixed(2)} | ${timing.evaluateMedian.toFixed(2)} | ${timing.rate.toFixed(1)} |`;
const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
const date = new Date().toISOString().slice(0, 10);
const table = [
  "| | engine | step, median ms | step, minimum ms | evaluate, median ms | GFLOP/s |",
  "|---|---|---|---|---|---|",
  ...timings.map(row),
].join("\n");
const shapes = configurations.map(({ name, M, K, n }) => `${name}: M=${M}, K=${K}, n=${n}`);
console.log(`${table}\n\n${machine}, ${date}`);

const folder = join(import.meta.dirname, "../results");
mkdirSync(folder, { recursive: true });
const command = `pnpm bench --rounds ${rounds}`;
writeFileSync(
  join(folder, "engines.json"),
  `${JSON.stringify({ command, machine, date, timings }, null, 2)}\n`,
);
writeFileSync(
  join(folder, "engines.md"),
  `# Engines side by side\n\nOne full-batch step (forward, mse, backward, Adam) and one evaluation. ${shapes.join("; ")}.\n\n${table}\n\n\`${command}\`, ${machine}, ${date}.\n`,
);

if (values.check) {
  const stepAt = (contestant: string) =>
    timings.find((t) => t.configuration === "A" && t.contestant === contestant)?.stepMedian ?? 0;
  const ratio = stepAt("tfjs") / stepAt("wasm, 1 thread");
  console.log(`A: ${ratio.toFixed(1)} times as fast as tfjs; the floor is ${floor}`);
  if (!(ratio >= floor)) process.exitCode = 1;
}
