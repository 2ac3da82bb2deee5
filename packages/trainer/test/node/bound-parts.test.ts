import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Task } from "@grokscape/group-datasets";
import { decodeCheckpoint, encodeCheckpoint, type RunConfig, train } from "@grokscape/trainer";
import { RunFolderError, readCheckpoint, readRun, trainInFolder } from "@grokscape/trainer/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { additionTask } from "../toy-task.ts";
import { drain, longRun, toyOptions } from "./long-run.ts";

let folder: string;
let other: string;

beforeEach(async () => {
  const place = await mkdtemp(join(tmpdir(), "grokscape-bound-"));
  [folder, other] = [join(place, "run"), join(place, "other")];
});

afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const goOn = (config: RunConfig = longRun, changes = {}) =>
  drain(trainInFolder(folder, config, { ...toyOptions, ...changes }));

/** Trains in a folder, for a few rows or to the end. */
async function trained(where: string, config: RunConfig, rows = Number.POSITIVE_INFINITY) {
  const stop = new AbortController();
  const run = trainInFolder(where, config, { ...toyOptions, signal: stop.signal });
  for (let i = 0; i < rows; i++) {
    const next = await run.next();
    if (next.done) return next.value;
  }
  stop.abort();
  return (await drain(run)).record;
}

async function edit(name: string, change: (text: string) => string) {
  const path = join(folder, name);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

const checkpoint = (where: string, step: number) =>
  join(where, "checkpoints", `${step}.safetensors`);

async function refused(message: RegExp, config?: RunConfig) {
  const error = await goOn(config).catch((caught) => caught);
  expect(error).toBeInstanceOf(RunFolderError);
  expect(error.message).toMatch(message);
}

describe("a stopped run whose folder was changed is refused", () => {
  test.each<[string, (config: RunConfig) => RunConfig]>([
    ["seed", (config) => ({ ...config, seed: 2 })],
    [
      "rate",
      ({ optimiser, ...rest }) => ({ ...rest, optimiser: { ...optimiser, learningRate: 1 } }),
    ],
    ["width", ({ model, ...rest }) => ({ ...rest, model: { ...model, width: 32 } }) as RunConfig],
  ])("in the %s of its config", async (_what, change) => {
    await trained(folder, longRun, 9);
    const edited = change(longRun);
    await edit("config.json", (text) => JSON.stringify({ ...JSON.parse(text), config: edited }));
    await refused(
      /config\.json has been changed: .* the run toy-addition-11-\w+, .* that of/,
      edited,
    );
    await expect(readRun(folder)).rejects.toThrow("config.json has been changed");
  });

  test.each<[string, Partial<RunConfig>]>([
    ["seed", { seed: 2 }],
    ["width", { model: { ...longRun.model, width: 32 } as RunConfig["model"] }],
  ])("by a checkpoint of another %s", async (_what, changes) => {
    const record = await trained(folder, longRun, 9);
    await trained(other, { ...longRun, ...changes }, 9);
    await copyFile(checkpoint(other, record.steps), checkpoint(folder, record.steps));
    await refused(new RegExp(`${record.steps}\\.safetensors is damaged: .* of the run .*, not of`));
    const read = readCheckpoint(folder, record.steps);
    await expect(read).rejects.toThrow(`not of ${record.id}`);
  });

  test("by another config together with its id", async () => {
    await trained(folder, longRun, 9);
    await trained(other, { ...longRun, seed: 2 }, 9);
    await copyFile(join(other, "config.json"), join(folder, "config.json"));
    await refused(/summary\.json is of the run/, { ...longRun, seed: 2 });
    await rm(join(folder, "summary.json"));
    await refused(/safetensors is damaged: .* is of the run/, { ...longRun, seed: 2 });
  });

  test("by a checkpoint that does not say of which run it is", async () => {
    const record = await trained(folder, longRun, 9);
    const path = checkpoint(folder, record.steps);
    const { origin: _origin, ...state } = decodeCheckpoint(await readFile(path));
    await writeFile(path, encodeCheckpoint(state));
    await refused(/it does not say of which run it is/);
  });

  test("in a measured value", async () => {
    const record = await trained(folder, longRun, 9);
    const lines = (await readFile(join(folder, "metrics.jsonl"), "utf8")).split("\n");
    const altered = JSON.stringify({ ...JSON.parse(lines[3]), testAccuracy: 0.5 });
    await writeFile(join(folder, "metrics.jsonl"), lines.with(3, altered).join("\n"));
    await refused(/metrics\.jsonl has been changed/);
    await rm(join(folder, "summary.json"));
    await refused(
      new RegExp(`metrics\\.jsonl is damaged: its rows before step ${record.steps} are not those`),
    );
  });

  test("in its split", async () => {
    await trained(folder, longRun, 9);
    await copyFile(join(folder, "test.npy"), join(folder, "train.npy"));
    await refused(/train\.npy has been changed/);
  });

  test("but rows that are written in another way are the same rows", async () => {
    await trained(folder, longRun, 9);
    await edit("metrics.jsonl", (text) => text.replaceAll(/^{("step":\d+),(.*)}$/gm, "{ $2, $1 }"));
    expect((await goOn()).record).toEqual((await drain(train(longRun, toyOptions))).record);
  });
});

describe("a run that has ended is refused", () => {
  test("if a measured value or a milestone was changed", async () => {
    const record = await trained(folder, longRun);
    expect(record.stopped).toBe("steps");
    await edit("summary.json", (text) => text.replace(/"memorisedAt": .*,/, '"memorisedAt": 4,'));
    await expect(readRun(folder)).rejects.toThrow(
      `memorisedAt is 4, the rows say ${record.memorisedAt}`,
    );
    await edit("summary.json", (text) =>
      text.replace('"memorisedAt": 4,', `"memorisedAt": ${record.memorisedAt},`),
    );
    await edit("summary.json", (text) =>
      text.replace(/"generalisedFrom": .*,/, '"generalisedFrom": 4,'),
    );
    await expect(readRun(folder)).rejects.toThrow(
      `generalisedFrom is 4, the rows say ${record.generalisedFrom}`,
    );
    await edit("summary.json", (text) => text.replace(/"(memorised|generalised)From": .*,/g, ""));
    expect((await readRun(folder)).record).toEqual(record); // as early versions wrote it
    await edit("metrics.jsonl", (text) => text.replace(/"trainLoss":0\./, '"trainLoss":1.'));
    await expect(readRun(folder)).rejects.toThrow("metrics.jsonl has been changed");
  });
});

describe("a task brought along", () => {
  const shifted: Task = {
    ...additionTask(11),
    example: (index) => {
      const { operands, label } = additionTask(11).example(index);
      return { operands, label: (label + 1) % 11 };
    },
  };

  test("is refused under another name than the config's, before anything is written", async () => {
    const run = goOn(longRun, { task: additionTask(7) });
    await expect(run).rejects.toThrow(
      "for the task toy-addition:11, the task itself is toy-addition:7",
    );
    await expect(readRun(folder)).rejects.toThrow("is no run folder");
  });

  test.each([9, 99])("is part of what a folder holds, after %i rows", async (rows) => {
    await trained(folder, longRun, rows);
    const run = goOn(longRun, { task: shifted });
    await expect(run).rejects.toThrow("holds a run on other examples of the task toy-addition:11");
  });
});

describe("a folder of an early version, which says nothing of this,", () => {
  test("goes on and is read", async () => {
    const record = await trained(folder, longRun, 9);
    const unbroken = (await drain(train(longRun, toyOptions))).record;
    await makeEarly(record.steps);
    expect((await readRun(folder)).record).toEqual(record);
    expect((await readCheckpoint(folder, record.steps)).step).toBe(record.steps);
    expect((await goOn()).record).toEqual(unbroken);
    expect((await readRun(folder)).record).toEqual(unbroken);
  });

  test("is refused all the same if its weights are not those of its network", async () => {
    const { steps } = await trained(folder, longRun, 9);
    await makeEarly(steps);
    const width = { ...longRun, model: { ...longRun.model, width: 32 } } as RunConfig;
    await edit("config.json", (text) => JSON.stringify({ ...JSON.parse(text), config: width }));
    await rm(join(folder, "summary.json"));
    await refused(/\d+\.safetensors is damaged: .* has W \(22 × 64\), where .* \(22 × 32\)/, width);
  });

  async function makeEarly(steps: number) {
    await edit("config.json", (text) => {
      const { id: _id, examples: _examples, ...rest } = JSON.parse(text);
      return JSON.stringify(rest);
    });
    await edit("summary.json", (text) => {
      const { rows: _rows, ...rest } = JSON.parse(text);
      return JSON.stringify(rest);
    });
    for (const part of ["train", "test"]) await rm(join(folder, `${part}.npy`));
    const path = checkpoint(folder, steps);
    const { origin: _origin, ...state } = decodeCheckpoint(await readFile(path));
    await writeFile(path, encodeCheckpoint(state));
  }
});
