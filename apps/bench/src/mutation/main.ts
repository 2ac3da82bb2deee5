// Do the tests notice when a source is wrong? `pnpm mutation` changes sources in one place each, as Stryker does,
// and runs the tests that reach it: all mutants, which takes a night, or a random sample of them.
// `pnpm mutation --planted` puts in the faults of planted.ts instead, one by one.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { wilsonInterval } from "@grokscape/theory";
import { commandLine } from "../command-line.ts";
import { machine } from "../machine.ts";
import { copyOfRepository } from "./copy.ts";
import { type Mutant, type Mutated, mutantsOf, mutated, sampleOf } from "./mutants.ts";
import { replayPlanted } from "./planted.ts";
import { type Ended, runMutants } from "./stryker.ts";

const usage =
  "pnpm mutation [--sample 300 | --all] [--seed 1] [--only theory,trainer] [--threads 1] [--save file.json]\npnpm mutation --planted [--save file.json]";
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "300" },
    all: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    threads: { type: "string", default: "1" },
    planted: { type: "boolean", default: false },
    save: { type: "string" },
  },
});
const threads = wholeNumber("threads", values.threads);
const seed = wholeNumber("seed", values.seed);
const names = some(values.only, mutated) as readonly Mutated[];

const began = performance.now();
const { folder, remove } = copyOfRepository();
try {
  if (values.planted) {
    const planted = replayPlanted(folder);
    keep({ planted });
    if (planted.some(({ failed }) => failed === 0)) process.exitCode = 1;
  } else {
    await mutate();
  }
} finally {
  remove();
}

async function mutate(): Promise<void> {
  const all = new Map<Mutated, Mutant[]>();
  for (const name of names) all.set(name, await mutantsOf(folder, name));
  const everything = [...all.values()].flat();
  const count = values.all ? everything.length : wholeNumber("sample", values.sample);
  const sample = sampleOf(everything, count, seed);
  const packages: (Ended & { readonly name: Mutated; readonly mutants: number })[] = [];
  for (const [name, mutants] of all) {
    const part = sample.filter(({ fileName }) => fileName.startsWith(`packages/${name}/`));
    if (part.length === 0) continue;
    const ended = runMutants(folder, name, part, threads);
    packages.push({ name, mutants: mutants.length, ...ended });
    console.log(`${name}: ${ended.killed} of ${ended.tried} killed`);
    for (const { at, original, replacement, why } of ended.survivors)
      console.log(`  ${at}: ${original} → ${replacement}${why ? `  (${why})` : ""}`);
    keep({ seed, mutants: everything.length, ...together(packages), packages });
  }
  const { killed, tried, explained, score } = together(packages);
  const percent = (x: number) => (100 * x).toFixed(1);
  const [value, low, high] = [score.value, score.low, score.high].map(percent);
  console.log(
    `${killed} of ${tried} killed, ${explained} explained: ${value} % (${low} … ${high})`,
  );
}

/** The counts of several packages as one. */
function together(packages: readonly Ended[]) {
  const tried = packages.reduce((sum, one) => sum + one.tried, 0);
  const killed = packages.reduce((sum, one) => sum + one.killed, 0);
  const explained = packages.flatMap(({ survivors }) => survivors).filter(({ why }) => why).length;
  return { tried, killed, explained, score: share(killed, tried - explained) };
}

/** A share with its 95 % interval, to three decimals. */
function share(successes: number, trials: number) {
  const round = (x: number) => Math.round(x * 1000) / 1000;
  const { low, high } = wilsonInterval(successes, trials);
  return { value: round(successes / trials), low: round(low), high: round(high) };
}

/** Writes what came so far, if a file for it was named. */
function keep(came: object): void {
  if (!values.save) return;
  const report = {
    command: ["pnpm mutation", ...process.argv.slice(2)].join(" "),
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    seconds: Math.round((performance.now() - began) / 1000),
    ...came,
  };
  writeFileSync(values.save, `${JSON.stringify(report, null, 2)}\n`);
}
