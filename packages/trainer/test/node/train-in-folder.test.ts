import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  DivergedError,
  hashTensors,
  type Link,
  type MetricRow,
  type Session,
  setUp,
  train,
} from "@grokscape/trainer";
import { RunFolderError, readRun, trainInFolder } from "@grokscape/trainer/node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readCheckpoint } from "../../src/node/checkpoints.ts";
import { drain, longReadings, longRun, toyOptions } from "./long-run.ts";

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "grokscape-run-")), "run");
});

afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const unbroken = drain(train(longRun, toyOptions));
/** What an unbroken run that keeps no folder has in its weights at the steps of the readings. */
const unbrokenReadings = (async () => {
  let session: Pick<Session, "weights"> | undefined;
  const onOpen = (opened: typeof session) => {
    session = opened;
  };
  const rows: MetricRow[] = [];
  const lines: string[] = [];
  for await (const row of train(longRun, { ...toyOptions, onOpen })) {
    rows.push(row);
    const due = Object.entries(longReadings).filter(([, { due }]) => due(rows));
    const network = { setUp: setUp(longRun, toyOptions), weights: session!.weights() };
    const taken = due.map(async ([name, { read }]) => [name, await read(network)]);
    const reading = { step: row.step, ...Object.fromEntries(await Promise.all(taken)) };
    if (due.length > 0) lines.push(`${JSON.stringify(reading)}\n`);
  }
  return lines.join("");
})();
const start = (changes = {}) => trainInFolder(folder, longRun, { ...toyOptions, ...changes });
const ended = [
  "checkpoints",
  "config.json",
  "metrics.jsonl",
  "readings.jsonl",
  "summary.json",
  "test.npy",
  "train.npy",
];
const text = (name: string) => readFile(join(folder, name), "utf8");
const checkpoints = () => readdir(join(folder, "checkpoints"));

/** Trains until the signal is given, a few rows in. */
async function abortAfter(rows: number) {
  const stop = new AbortController();
  const run = start({ signal: stop.signal });
  for (let i = 0; i < rows; i++) await run.next();
  stop.abort();
  return drain(run);
}

describe("a run folder", () => {
  test("holds the config, a line a row, the last two checkpoints and the outcome", async () => {
    const { record } = await drain(start());
    expect(record).toEqual((await unbroken).record);
    const stored = await readRun(folder);
    expect(stored).toMatchObject({ config: longRun, resumableFrom: 120, record });
    expect(stored.engine).toEqual({ name: "reference", numericVersion: "3" });
    expect(stored.session?.fromStep).toBe(0);
    expect((await text("metrics.jsonl")).split("\n")).toHaveLength(record.metrics.length + 1);
    expect((await checkpoints()).sort()).toEqual(["110.safetensors", "120.safetensors"]);
    expect(hashTensors((await readCheckpoint(folder, 120)).weights)).toBe(record.weightsHash);
    expect((await readdir(folder)).sort()).toEqual(ended);
  });

  test("says how long it took, whatever becomes of the clock", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2030-05-17T12:00:00Z") });
    try {
      const run = start();
      await run.next();
      vi.setSystemTime(Date.parse("2001-01-01T00:00:00Z"));
      await drain(run);
    } finally {
      vi.useRealTimers();
    }
    const { session } = await readRun(folder);
    expect(session?.startedAt).toBe("2030-05-17T12:00:00.000Z");
    expect(session?.seconds).toBeGreaterThan(0);
    expect(session?.seconds).toBeLessThan(3600);
  });

  test("that has ended is not trained again", async () => {
    const { record } = await drain(start());
    const before = await text("summary.json");
    expect(await drain(start())).toEqual({ rows: [], record });
    expect(await text("summary.json")).toBe(before);
  });

  test("that was stopped goes on to the bytes of an unbroken run", async () => {
    const { record } = await abortAfter(9);
    const fromStep = record.steps;
    expect(record.stopped).toBe("aborted");
    expect(record.steps).toBeLessThan(120);
    expect((await readRun(folder)).resumableFrom).toBe(record.steps);
    expect((await drain(start())).record).toEqual((await unbroken).record);
    expect((await readRun(folder)).session?.fromStep).toBe(fromStep);
    expect(await text("readings.jsonl")).toBe(await unbrokenReadings);
  });

  test("that is left in the middle by its caller is free again, and goes on", async () => {
    for await (const { step } of start()) if (step >= 24) break;
    expect((await readdir(folder)).filter((name) => name.startsWith("lock"))).toEqual([]);
    expect((await drain(start())).record).toEqual((await unbroken).record);
  });
});

describe("a process killed at any moment", () => {
  let child: ChildProcess;

  async function killAfter(step: number) {
    child = spawn(
      process.execPath,
      [
        "--conditions=@grokscape/source",
        fileURLToPath(new URL("train-forever.ts", import.meta.url)),
        folder,
      ],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let said = "";
    for await (const chunk of child.stdout!) {
      said += chunk;
      if (Number(said.trim().split("\n").at(-1)) >= step) break;
    }
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  test.each([0, 8, 40, 96])("loses nothing: killed after step %i", async (step) => {
    await killAfter(step);
    expect(existsSync(join(folder, "summary.json"))).toBe(false);
    expect(existsSync(join(folder, "lock"))).toBe(true);
    const { rows, record } = await drain(start());
    expect(record).toEqual((await unbroken).record);
    expect(rows.length).toBeLessThan(record.metrics.length + (step < 10 ? 1 : 0));
    expect(await text("readings.jsonl")).toBe(await unbrokenReadings);
    expect((await readdir(folder)).sort()).toEqual(ended);
  });

  test("what was half written goes when the run goes on", async () => {
    await abortAfter(9);
    for (const half of ["summary.json", "train.npy", join("checkpoints", "50.safetensors")]) {
      await writeFile(join(folder, `${half}.unfinished`), "{");
    }
    await drain(start());
    const left = (await readdir(folder, { recursive: true })).filter((name) =>
      name.includes("unf"),
    );
    expect(left).toEqual([]);
  });

  test("a row cut off in the middle is measured again", async () => {
    await abortAfter(20);
    await rm(join(folder, "summary.json"));
    const metrics = await text("metrics.jsonl");
    await writeFile(join(folder, "metrics.jsonl"), `${metrics}{"step":80,"trainLo`);
    const readings = await text("readings.jsonl");
    await writeFile(join(folder, "readings.jsonl"), `${readings}{"step":84,"to`);
    expect((await drain(start())).record).toEqual((await unbroken).record);
    expect(await text("readings.jsonl")).toBe(await unbrokenReadings);
  });

  test("a folder without readings goes on with those that are left to take", async () => {
    const { record } = await abortAfter(9);
    await rm(join(folder, "readings.jsonl"));
    expect((await readRun(folder)).readings).toEqual([]);
    expect((await drain(start())).record).toEqual((await unbroken).record);
    const left = (await unbrokenReadings).split("\n").filter((line) => {
      return line && JSON.parse(line).step >= record.steps;
    });
    expect((await readRun(folder)).readings).toEqual(left.map((line) => JSON.parse(line)));
  });
});

describe("a run that diverges", () => {
  const spoils: Link = {
    name: "spoils step 33",
    init: () => ({}),
    update(updates, _state, _weights, step) {
      if (step === 33) updates.W.data[5] = Number.POSITIVE_INFINITY;
    },
  };

  test("keeps its rows and its last good checkpoint, and says where both end", async () => {
    const run = start({ links: [spoils] });
    const error: DivergedError = await drain(run).catch((caught) => caught);
    expect(error).toBeInstanceOf(DivergedError);
    expect(error).toMatchObject({ step: 34, tensor: "W" });
    expect(error.message).toContain(join(folder, "checkpoints", "30.safetensors"));
    expect((await checkpoints()).sort()).toEqual(["20.safetensors", "30.safetensors"]);
    expect((await readCheckpoint(folder, 30)).step).toBe(30);
    const stored = await readRun(folder);
    expect(stored.metrics.at(-1)?.step).toBe(32);
    expect(stored.record).toBeNull();
    await expect(drain(start({ links: [spoils] }))).rejects.toThrow("at step 34, first in W");
  });

  test("before its first checkpoint says so", async () => {
    const run = start({ links: [spoils], checkpointEvery: 50 });
    await expect(drain(run)).rejects.toThrow("there was no checkpoint yet");
  });
});

describe("links brought along", () => {
  const halves: Link = {
    name: "halves 1",
    init: () => ({}),
    update(updates) {
      for (const { data } of Object.values(updates)) {
        for (let i = 0; i < data.length; i++) data[i] /= 2;
      }
    },
  };

  test("need a name, which tells their runs apart", async () => {
    const { name: _name, ...nameless } = halves;
    await expect(drain(start({ links: [nameless] }))).rejects.toThrow("a link without a name");
    expect(existsSync(folder)).toBe(false);
  });

  test("are part of what a folder holds", async () => {
    const { record } = await drain(start({ links: [halves] }));
    const stored = await readRun(folder);
    expect(stored.links).toEqual(["halves 1"]);
    expect(stored.record).toEqual(record);
    await expect(drain(start())).rejects.toThrow(/holds another run, .* and links halves 1; /);
    await expect(drain(start({ links: [{ ...halves, name: "halves 2" }] }))).rejects.toThrow(
      "and links halves 2: give it a folder of its own",
    );
  });
});

describe("nothing is overwritten", () => {
  const refused = async (message: RegExp) => {
    const files = await snapshotOf(folder);
    await expect(drain(start())).rejects.toThrow(message);
    await expect(drain(start())).rejects.toBeInstanceOf(RunFolderError);
    expect(await snapshotOf(folder)).toEqual(files);
  };

  async function snapshotOf(path: string) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Object.fromEntries(
      await Promise.all(
        files.map(async ({ parentPath, name }) => [
          join(parentPath, name),
          (await readFile(join(parentPath, name))).toString("base64"),
        ]),
      ),
    );
  }

  test("while another process trains there", async () => {
    const first = start();
    await first.next();
    await expect(drain(start())).rejects.toThrow(`in use by process ${process.pid}`);
    await expect(drain(start())).rejects.toBeInstanceOf(RunFolderError);
    expect((await drain(first)).record).toEqual((await unbroken).record);
  });

  test("when the folder holds another run", async () => {
    await abortAfter(3);
    const other = trainInFolder(folder, { ...longRun, seed: 2 }, toyOptions);
    await expect(drain(other)).rejects.toThrow("holds another run");
    const engine = { ...toyOptions.engine, numericVersion: "0" };
    await expect(drain(start({ engine }))).rejects.toThrow("holds another run");
  });

  test("when its config is gone, or no config", async () => {
    await abortAfter(3);
    await writeFile(join(folder, "config.json"), "{");
    await refused(/config\.json is damaged: it is no JSON/);
    await writeFile(join(folder, "config.json"), "{}");
    await refused(/config\.json is damaged/);
    await rm(join(folder, "config.json"));
    await refused(/is no run folder/);
  });

  test("when a row is missing or damaged", async () => {
    await abortAfter(9);
    await rm(join(folder, "summary.json"));
    const lines = (await text("metrics.jsonl")).split("\n");
    await writeFile(join(folder, "metrics.jsonl"), lines.toSpliced(2, 1).join("\n"));
    await refused(/line 3 is step 12, not step 8/);
    const odd = lines[2].replace('"step":8', '"step":7');
    await writeFile(join(folder, "metrics.jsonl"), lines.with(2, odd).join("\n"));
    await refused(/line 3 is step 7, not step 8/);
    await writeFile(join(folder, "metrics.jsonl"), lines.with(1, "{}").join("\n"));
    await refused(/line 2 is no row/);
    await writeFile(join(folder, "metrics.jsonl"), `${lines.slice(0, 2).join("\n")}\n`);
    await refused(/2 rows before step/);
  });

  test("when a reading is damaged", async () => {
    await abortAfter(9);
    await rm(join(folder, "summary.json"));
    const lines = (await text("readings.jsonl")).split("\n");
    await writeFile(join(folder, "readings.jsonl"), lines.with(1, "[]").join("\n"));
    await refused(/readings.jsonl is damaged: line 2 is no reading/);
    await writeFile(join(folder, "readings.jsonl"), lines.with(1, lines[0]).join("\n"));
    await refused(/line 2 is step 0 after step 0/);
  });

  test("when the last checkpoint is damaged; removing it helps", async () => {
    const { record } = await abortAfter(9);
    const last = join(folder, "checkpoints", `${record.steps}.safetensors`);
    const good = await readFile(last);
    await writeFile(last, good.with(good.length - 5, good[good.length - 5] ^ 1));
    await refused(/is damaged: .*checksum.*remove it to go on/);
    await truncate(last, good.length - 4);
    await refused(/is damaged: no readable safetensors file/);
    await truncate(last, 3);
    await refused(/is damaged/);
    await rm(last);
    expect((await drain(start())).record).toEqual((await unbroken).record);
  });

  test("when the engine lacks what the run asks for", async () => {
    const engine = { ...toyOptions.engine, lacks: () => "embedding" };
    await expect(drain(start({ engine }))).rejects.toThrow(
      "engine has no embedding; use the reference engine",
    );
    expect(existsSync(folder)).toBe(false);
  });

  test("when the folder cannot be made", async () => {
    await writeFile(folder, "a file");
    await expect(drain(start())).rejects.toThrow(/could not make .*run/);
  });

  test.each([
    "config.json",
    "metrics.jsonl",
    "readings.jsonl",
    "checkpoints",
    "train.npy",
    "summary.json",
  ])("when something else is where its %s should be", async (name) => {
    await abortAfter(9);
    const path = join(folder, name);
    await rm(path, { recursive: true });
    if (name === "checkpoints") await writeFile(path, "");
    else await mkdir(path);
    await refused(new RegExp(`could not read .*${name}`));
  });

  test.skipIf(process.platform !== "linux")("when the disk is full", async () => {
    await mkdir(join(folder, "checkpoints"), { recursive: true });
    const run = start();
    await expect(run.next()).rejects.toThrow(/is no run folder/); // checkpoints of no known run
    await rm(folder, { recursive: true });
    const full = start();
    await full.next();
    await mkdir(join(folder, "checkpoints"), { recursive: true });
    await symlink("/dev/full", join(folder, "checkpoints", "30.safetensors.unfinished"));
    await expect(drain(full)).rejects.toThrow(/no space left on the disk; .*then resume/);
    expect((await checkpoints()).sort()).toEqual(["10.safetensors", "20.safetensors"]);
    expect((await drain(start())).record).toEqual((await unbroken).record);
  });
});
