// Sweeps through a queue: `pnpm queue` kills sweep, workers and server at moments that seeds choose and
// holds what comes beside a sweep without a queue, and measures what a run costs through a queue.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { type KilledSweep, measureKills } from "./kills.ts";
import { measureQueue } from "./overhead.ts";

const usage =
  "pnpm queue [--only kills,overhead] [--first 1] [--sweeps 5] [--borders 1] [--kills 8] [--runs 8] [--rounds 3] [--steps 3000] [--save file.json]";
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    first: { type: "string", default: "1" },
    sweeps: { type: "string", default: "5" },
    borders: { type: "string", default: "1" },
    kills: { type: "string", default: "8" },
    runs: { type: "string", default: "8" },
    rounds: { type: "string", default: "3" },
    steps: { type: "string", default: "3000" },
    save: { type: "string" },
  },
});
const number = (name: Exclude<keyof typeof values, "only" | "save">) =>
  wholeNumber(name, values[name]);
const parts = some(values.only, ["kills", "overhead"]);

const sweeps: KilledSweep[] = [];
if (parts.includes("kills")) {
  const [borders, all] = [number("borders"), number("sweeps") + number("borders")];
  for (let i = 0; i < all; i++) {
    const seed = number("first") + i;
    const subject = i < borders ? "border" : "sweep";
    const came = await measureKills(seed, number("kills"), subject);
    const { sweep, worker, server } = came.kills;
    const how = came.isSame ? "the same bytes, each run once" : "OTHER BYTES";
    console.log(
      `seed ${seed}, ${came.runs} runs of a ${subject}: it was killed ${sweep} times, workers ${worker}, the server ${server}: ${how}, in ${came.seconds.toFixed(0)} s`,
    );
    sweeps.push(came);
  }
}
const overhead = parts.includes("overhead")
  ? await measureQueue(number("runs"), number("rounds"), number("steps"))
  : undefined;
if (overhead) {
  const { here, queued, rounds } = overhead;
  console.log(
    `a run of ${here.toFixed(2)} s takes ${queued.toFixed(2)} s through a queue on the same machine: ${(100 * (queued / here - 1)).toFixed(1)} % more, medians of ${rounds} rounds`,
  );
}
if (values.save) {
  const when = {
    command: ["pnpm queue", ...process.argv.slice(2)].join(" "),
    machine: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`,
    date: new Date().toISOString().slice(0, 10),
  };
  const told = {
    ...(existsSync(values.save) && JSON.parse(readFileSync(values.save, "utf8"))),
    ...(sweeps.length > 0 && { kills: { ...when, sweeps } }),
    ...(overhead && { overhead: { ...when, ...overhead } }),
  };
  writeFileSync(values.save, `${JSON.stringify(told, null, 2)}\n`);
}
if (sweeps.some(({ isSame }) => !isSame)) process.exitCode = 1;
