import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { train } from "@grokscape/trainer";
import {
  checkpointSteps,
  latestCheckpoint,
  RunFolderError,
  readCheckpoint,
  readCheckpoints,
  readRun,
  trainInFolder,
} from "@grokscape/trainer/node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { drain, longRun, toyOptions } from "./long-run.ts";

/** What was done on the disk, in its order, such as "write config.json". */
const done: string[] = [];
/** Is called before a file is read. */
let beforeReading: (name: string) => Promise<void> = async () => {};

/** Paths of open files. */
const opened = new Map<number, unknown>();

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  return {
    ...real,
    appendFileSync(file: number, text: string) {
      const name = basename(String(opened.get(file)));
      const lines = text.split("\n").length - 1;
      done.push(...Array.from({ length: lines }, () => `append to ${name}`));
      return real.appendFileSync(file, text);
    },
  };
});

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const log = (what: string, path: unknown) => done.push(`${what} ${basename(String(path))}`);
  return {
    ...real,
    writeFile(...given: Parameters<typeof real.writeFile>) {
      log("write", given[0]);
      return real.writeFile(...given);
    },
    rm(...given: Parameters<typeof real.rm>) {
      log("remove", given[0]);
      return real.rm(...given);
    },
    async readFile(...given: Parameters<typeof real.readFile>) {
      await beforeReading(basename(String(given[0])));
      return real.readFile(...given);
    },
    async open(...given: Parameters<typeof real.open>) {
      const file = await real.open(...given);
      const { sync } = file;
      opened.set(file.fd, given[0]);
      return Object.assign(file, {
        sync() {
          log("flush", given[0]);
          return sync.apply(file);
        },
      });
    },
  };
});

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "grokscape-order-")), "run");
  done.length = 0;
});

afterEach(async () => {
  beforeReading = async () => {};
  await rm(join(folder, ".."), { recursive: true, force: true });
});

const start = (changes = {}) => trainInFolder(folder, longRun, { ...toyOptions, ...changes });

/** Trains until a row is due for this step, and stops there. */
async function stopAt(step: number) {
  const stop = new AbortController();
  const run = start({ signal: stop.signal });
  for (let next = await run.next(); !next.done; next = await run.next()) {
    if (next.value.step >= step) stop.abort();
  }
}

describe("whatever moment the power fails at,", () => {
  test("the rows before a checkpoint are on the disk before it", async () => {
    await drain(start());
    const told = done.filter((what) => /safetensors|\.jsonl$/.test(what));
    const written = told.flatMap((what, i) => (what.startsWith("write") ? [i] : []));
    expect(written).toHaveLength(13);
    for (const i of written) {
      const flushed = told.slice(0, i).filter((what) => !what.startsWith("append"));
      expect(flushed.slice(-2)).toEqual(["flush metrics.jsonl", "flush readings.jsonl"]);
    }
    const appended = (until?: number) =>
      told.slice(0, until).filter((what) => what === "append to metrics.jsonl").length;
    const rowsBefore = written.map((_, i) => Math.min(31, Math.ceil((10 * (i + 1)) / 4)));
    expect(written.map(appended)).toEqual(rowsBefore);
  });

  test("a folder says first of which run it is, and last how that ended", async () => {
    await drain(start());
    const written = done.filter((what) => what.startsWith("write") && !what.includes("lock"));
    expect(written[0]).toBe("write config.json.unfinished");
    expect(written.at(-1)).toBe("write summary.json.unfinished");
  });

  test("a run that goes on says no more that it was stopped, before its rows are touched", async () => {
    await stopAt(40);
    done.length = 0;
    await drain(start());
    const removed = done.indexOf("remove summary.json");
    expect(removed).toBeGreaterThanOrEqual(0);
    expect(done.indexOf("write metrics.jsonl.unfinished")).toBeGreaterThan(removed);
  });
});

describe("while another process trains", () => {
  test("a run that was stopped is under way again", async () => {
    await stopAt(40);
    expect((await readRun(folder)).record?.stopped).toBe("aborted");
    const run = start();
    await run.next();
    expect(await readRun(folder)).toMatchObject({ record: null, session: null });
    await drain(run);
    const { record } = await drain(train(longRun, toyOptions));
    expect((await readRun(folder)).record).toEqual(record);
  });

  /** Moves a checkpoint on when it is about to be read for the first time, as training would. */
  const trainsOn = (from: number, to: number) => {
    beforeReading = async (name) => {
      if (name !== `${from}.safetensors`) return;
      beforeReading = async () => {};
      await drain(start());
      expect(await checkpointSteps(folder)).toEqual([to - 10, to]);
    };
  };

  test("the latest checkpoint is that which is there when it is read", async () => {
    await stopAt(40);
    trainsOn(41, 120);
    expect((await latestCheckpoint(folder))?.step).toBe(120);
  });

  test("all checkpoints are those that are there when they are read", async () => {
    await stopAt(40);
    trainsOn(40, 120);
    expect((await readCheckpoints(folder)).map(({ step }) => step)).toEqual([110, 120]);
  });

  test("there is no checkpoint before the first, and a missing one is named", async () => {
    const run = start();
    await run.next();
    expect(await latestCheckpoint(folder)).toBeUndefined();
    expect(await readCheckpoints(folder)).toEqual([]);
    await expect(readCheckpoint(folder, 10)).rejects.toThrow(/could not read .*10\.safetensors/);
    await run.return(undefined as never);
  });

  test("one that is there and cannot be read is an error, not a wait", async () => {
    await stopAt(40);
    const places = join(folder, "checkpoints");
    expect(await readdir(places)).toContain("41.safetensors");
    await rename(join(places, "41.safetensors"), join(places, "50.safetensors"));
    await expect(latestCheckpoint(folder)).rejects.toThrow(/50\.safetensors is damaged/);
    await expect(latestCheckpoint(folder)).rejects.toBeInstanceOf(RunFolderError);
  });

  test("rows and outcome that are read belong together", async () => {
    await stopAt(40);
    beforeReading = async (name) => {
      if (name !== "metrics.jsonl") return;
      beforeReading = async () => {};
      await drain(start());
    };
    const stored = await readRun(folder);
    expect(stored.record?.stopped).toBe("steps");
    expect(stored.record?.metrics.at(-1)?.step).toBe(120);
  });
});
