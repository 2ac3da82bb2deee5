// A graphics card beside PyTorch on the same card, and beside the processor: `pnpm card`. It needs Node, the
// package webgpu and, on Linux, the Vulkan loader; no network.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { configurations } from "../configurations.ts";
import { contestantsOnCard } from "../contestants/index.ts";
import { names } from "../contestants/names.ts";
import { machine } from "../machine.ts";
import { type Absence, race, type Timing } from "../measure/race.ts";
import { markdownOfCard } from "./report.ts";
import type { CardResults } from "./results.ts";

const problems = configurations.map(({ name }) => name);
const usage = `pnpm card [--only ${problems.join(",")}] [--rounds 7] [--keep <file.json>]

PyTorch takes part if $GROKSCAPE_PYTHON, or else python3, has it and it finds a card of CUDA's.`;
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "7" },
    keep: { type: "string" },
  },
});
const rounds = wholeNumber("rounds", values.rounds);
const only = some(values.only, problems);

/** A card gets faster the longer it is at work, and is asked for numbers seldom. */
const longTurn = { milliseconds: 400, mostSteps: 4000 };

const timings: Timing[] = [];
const absences: Absence[] = [];
for (const name of only) {
  console.error(`${name} …`);
  const configuration = configurations.find((one) => one.name === name)!;
  const outcome = await race(configuration, contestantsOnCard, rounds, longTurn);
  timings.push(...outcome.timings);
  absences.push(...outcome.absences);
}
const results: CardResults = {
  command: `pnpm card --only ${only.join(",")} --rounds ${rounds}`,
  machine: machine(),
  card: timings.find(({ contestant }) => contestant === names.card)?.library ?? null,
  date: new Date().toISOString().slice(0, 10),
  configurations: configurations.filter(({ name }) => only.includes(name)),
  timings,
  absences,
};
console.log(markdownOfCard(results));
if (values.keep) writeFileSync(values.keep, `${JSON.stringify(results, null, 2)}\n`);
