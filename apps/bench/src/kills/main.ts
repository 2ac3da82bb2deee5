// Kills and other misfortunes, by the hundred: `pnpm kills` ends commands by `kill -9` at moments that seeds choose,
// starts them again, and holds what they come to in the end beside what nobody disturbed. Sequences of other seeds
// that a file has already stay in it.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { machine } from "../machine.ts";
import { killAlone, type Sequence } from "./alone.ts";
import { killThroughQueue } from "./through-queue.ts";
import { troubles } from "./troubles/index.ts";
import type { Trouble } from "./troubles/trouble.ts";

const usage =
  "pnpm kills [--kills 500] [--seed 1] [--only train,sweep,reproduce,report,queue,full-disk,…] [--jobs 2] [--save file.json]";
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    jobs: { type: "string", default: "2" },
    save: { type: "string" },
  },
});

/** Kills of one sequence at most, after which it is left to its end. */
const mostOfASequence = 20;
/** Of all kills, those of each subject. */
const shares = { train: 0.34, sweep: 0.18, reproduce: 0.08, report: 0.12, queue: 0.28 };

type Name = keyof typeof shares;
const parts = some(values.only, [...Object.keys(shares), ...Object.keys(troubles)]);
const names = parts.filter((name) => name in shares) as Name[];
const seed = wholeNumber("seed", values.seed);
const kills = wholeNumber("kills", values.kills);
const whole = names.reduce((sum, name) => sum + shares[name], 0);

const left = names.map((name) => ({ name, wanted: Math.ceil((kills * shares[name]) / whole) }));
type Came = Sequence & { readonly subject: Name };
/** As it is kept: of its faults, how many. */
type KeptSequence = Omit<Came, "faults"> & { readonly faults: number };
const came: Came[] = [];
const troubled: Trouble[] = [];
let next = seed;
const lane = async () => {
  for (;;) {
    const one = left.find(({ wanted }) => wanted > 0);
    if (!one) return;
    const [own, most] = [next++, Math.min(mostOfASequence, one.wanted)];
    one.wanted -= most;
    const sequence = await (one.name === "queue"
      ? killThroughQueue(own, most)
      : killAlone(one.name, own, most));
    one.wanted += most - sum(sequence.kills);
    came.push({ subject: one.name, ...sequence });
    const killed = Object.entries(sequence.kills).map(([name, count]) => `${name} ${count}`);
    console.log(
      `seed ${own}: killed ${killed.join(", ")}: ${sequence.faults.length === 0 ? "to the same bytes" : `${sequence.faults.length} FAULTS`}`,
    );
    for (const fault of sequence.faults.slice(0, 5)) console.log(`  FAULT: ${fault}`);
    save();
  }
};
await Promise.all(Array.from({ length: wholeNumber("jobs", values.jobs) }, lane));

for (const [name, make] of Object.entries(troubles)) {
  if (!parts.includes(name)) continue;
  const trouble = await make(name);
  troubled.push(trouble);
  const { times, faults, skipped } = trouble;
  console.log(`${name}: ${skipped ?? `${times} times, ${faults.length} faults`}`);
  for (const fault of faults.slice(0, 5)) console.log(`  FAULT: ${fault}`);
  save();
}

const faults = [...came, ...troubled].flatMap(({ faults }) => faults);
console.log(
  `${came.reduce((total, { kills }) => total + sum(kills), 0)} kills in ${came.length} sequences, ${faults.length} faults`,
);
save();
process.exitCode = faults.length > 0 ? 1 : 0;

/** Adds what came so far to what the file has of other seeds. */
function save(): void {
  if (!values.save) return;
  const before = existsSync(values.save) ? JSON.parse(readFileSync(values.save, "utf8")) : {};
  const own = new Set(came.map(({ seed }) => seed));
  const others: KeptSequence[] = (before.sequences ?? []).filter(
    ({ seed }: KeptSequence) => !own.has(seed),
  );
  const sequences = [
    ...others,
    ...came.map(({ faults, ...sequence }) => ({ ...sequence, faults: faults.length })),
  ].sort((a, b) => a.seed - b.seed);
  const all = sequences.reduce((total, { kills }) => total + sum(kills), 0);
  const kept = {
    ...before,
    command: `pnpm --filter @grokscape/bench kills --kills ${all}`,
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    sequences,
    troubles: [
      ...(before.troubles ?? []).filter(({ name }: Trouble) =>
        troubled.every((trouble) => trouble.name !== name),
      ),
      ...troubled.map(({ faults, ...trouble }) => ({ ...trouble, faults: faults.length })),
    ],
  };
  writeFileSync(values.save, `${JSON.stringify(kept, null, 2)}\n`);
}

function sum(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((total, count = 0) => total + count, 0);
}
