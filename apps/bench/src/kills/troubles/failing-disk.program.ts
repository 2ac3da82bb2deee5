// With failing-disk.preload.ts before it. The disk fails at the first write of what is done, then at the second, and
// so on; each time that must be told in one line and, once the disk is sound, come to the bytes of an unbroken run.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planSweep } from "@grokscape/experiments";
import { type Execute, prepareStore, trainInStore } from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import { type RunConfig, type RunRecord, runConfig, runId } from "@grokscape/trainer";
import { trainInFolder } from "@grokscape/trainer/node";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { commandLine } from "../../../../cli/src/command-line.ts";
import { contents, differences } from "../contents.ts";
import { look } from "../look.ts";
import type { DiskFailure } from "./failing-disk.ts";

declare const breakDisk: (after: number, failure: DiskFailure) => void;
declare const mendDisk: () => boolean;

const failure = process.argv[2] as DiskFailure;
const reason = { ENOSPC: "no space left", EROFS: "read-only" }[failure];
const engine = wasmEngine({ threads: 1 });
const small = { task: "cyclic:7", model: { width: 16 }, steps: 60, goal: null } as const;
const config = runConfig(small);
const id = runId(config, engine);
const plan = planSweep({ id: "failing", base: small, seeds: 2 });

async function train(folder: string, config: RunConfig): Promise<RunRecord> {
  const run = trainInFolder(folder, config, { engine, checkpointEvery: 20 });
  for (;;) {
    const next = await run.next();
    if (next.done) return next.value;
  }
}

/** As threads do it, in this one: what fails is told of its run. */
const inThisThread: Execute = async function* (configs, { runs }) {
  for await (const config of configs) {
    try {
      const record = await train(join(runs, runId(config, engine)), config);
      yield { config, record, readings: [] };
    } catch (error) {
      yield { config, error: error as Error };
    }
  }
};

interface Subject {
  readonly before?: () => Promise<unknown>;
  readonly make: () => Promise<unknown>;
  readonly runs: string;
  readonly exact?: readonly string[];
}

const subjects: Readonly<Record<string, Subject>> = {
  train: { make: () => train(join("runs", id), config), runs: "runs" },
  sweep: {
    async make() {
      await prepareStore("store", plan);
      const { failed } = await trainInStore("store", plan.runs, { execute: inThisThread });
      if (failed.length > 0) throw failed[0].error;
    },
    runs: "store",
  },
  report: {
    before: () => train(join("runs", id), config),
    make: () => said(["report", id]),
    runs: "runs",
    exact: ["report.html"],
  },
};

const isTold = (error: Error) =>
  error instanceof InputError && error.message.includes(reason) && !error.message.includes("\n");

const scratch = mkdtempSync(join(tmpdir(), "grokscape-failing-"));
const faults: string[] = [];
let times = 0;
for (const [name, { before, make, runs, exact }] of Object.entries(subjects)) {
  const made = enter(`${name}-made`);
  await before?.();
  const unbroken = enter(`${name}-unbroken`, made);
  await make();
  const expected = contents(unbroken, exact);
  for (let after = 0; ; after++) {
    const folder = enter(`${name}-${after}`, made);
    const fault = (what: unknown) => faults.push(`${name}, write ${after + 1}: ${what}`);
    breakDisk(after, failure);
    const error = await make().catch((error: unknown) => error);
    if (!mendDisk()) break;
    times++;
    // what is derived of the folders may be left out without a word
    if (error instanceof Error && !isTold(error)) fault(error.stack);
    for (const what of (await look(runs)).faults) fault(what);
    await make().catch((error) => fault(`on the mended disk: ${error}`));
    for (const path of differences(contents(folder, exact), expected)) {
      fault(`${path} is not as in an unbroken run`);
    }
  }
}
process.chdir(tmpdir());
rmSync(scratch, { recursive: true, force: true });
console.log(JSON.stringify({ times, faults }));

/** Makes a folder, with what another holds, and goes there. */
function enter(name: string, from?: string): string {
  const folder = join(scratch, name);
  if (from) cpSync(from, folder, { recursive: true });
  else mkdirSync(folder);
  process.chdir(folder);
  return folder;
}

/** @throws InputError with what a command said, if it ended with the code for what a user can mend */
async function said(words: readonly string[]): Promise<void> {
  const [out, err] = [process.stdout.write, process.stderr.write];
  let told = "";
  process.stdout.write = () => true;
  process.stderr.write = (text: string | Uint8Array) => {
    told += text;
    return true;
  };
  let code: number;
  try {
    code = await commandLine(words);
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
  }
  if (code === 2) throw new InputError(told.trim());
  if (code !== 0) throw new Error(`it ended with ${code}: ${told}`);
}
