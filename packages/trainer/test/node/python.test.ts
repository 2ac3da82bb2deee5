import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataset, split, task } from "@grokscape/group-datasets";
import { type RunRecord, runConfig } from "@grokscape/trainer";
import { latestCheckpoint, trainInFolder } from "@grokscape/trainer/node";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drain } from "./long-run.ts";

const knows = (module: string) => spawnSync("python3", ["-c", `import ${module}`]).status === 0;
const config = runConfig({
  task: "cyclic:23",
  split: { fraction: 0.7 },
  model: { width: 32 },
  steps: 200,
  goal: null,
});

let place: string;
let record: RunRecord;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "grokscape-python-"));
  const run = trainInFolder(join(place, "runs", "mine"), config, {
    engine: wasmEngine({ threads: 1 }),
  });
  record = (await drain(run)).record;
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** What a program prints, run where the folder `runs` is. */
function python(program: string): string {
  const env = { ...process.env, PYTHONPATH: place };
  const { status, stdout, stderr } = spawnSync("python3", ["-c", program], { cwd: place, env });
  expect(`${stderr}`).toBe("");
  expect(status).toBe(0);
  return `${stdout}`;
}

describe.runIf(knows("numpy"))("the guide's lines for Python", () => {
  beforeAll(async () => {
    if (knows("safetensors.numpy")) return;
    await mkdir(join(place, "safetensors"));
    await writeFile(join(place, "safetensors", "numpy.py"), standIn);
  });

  test.each(["en", "zh-cn"])("give the last row's loss again, in %s", async (language) => {
    const guide = new URL(
      `../../../../docs/src/content/docs/${language}/guides/trainer.mdx`,
      import.meta.url,
    );
    const [, program] = /```python\n(.*?)```/s.exec(await readFile(guide, "utf8")) ?? [];
    const [again, measured] = python(program).trim().split(" ").map(Number);
    expect(measured).toBe(record.metrics.at(-1)?.trainLoss);
    expect(Math.abs(again / measured - 1)).toBeLessThan(1e-5);
  });
});

test.runIf(knows("struct"))("Python alone reads split and weights byte for byte", async () => {
  const read = JSON.parse(python(byHand));
  const parts = split(task(config.task), { ...config.split, seed: config.seed });
  expect(read.train).toEqual([...parts.train]);
  expect(read.test).toEqual([...parts.test]);
  expect(dataset(task(config.task), read.train).count).toBe(parts.train.length);
  const state = await latestCheckpoint(join(place, "runs", "mine"));
  expect(state?.step).toBe(200);
  for (const [name, { shape, data }] of Object.entries(state?.weights ?? {})) {
    expect(read.weights[name]).toEqual({ shape, data: [...data] });
  }
});

/** For where that package is not installed: what its `load_file` does, from the format's definition. */
const standIn = `
import json, struct
import numpy as np
def load_file(path):
    raw = open(path, "rb").read()
    (n,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8:8 + n])
    header.pop("__metadata__", None)
    types = {"F32": "<f4", "F64": "<f8"}
    return {k: np.frombuffer(raw[8 + n + v["data_offsets"][0]:8 + n + v["data_offsets"][1]], types[v["dtype"]]).reshape(v["shape"]) for k, v in header.items()}
`;

const byHand = `
import ast, json, struct
def npy(path):
    raw = open(path, "rb").read()
    assert raw[:8] == b"\\x93NUMPY\\x01\\x00"
    (n,) = struct.unpack("<H", raw[8:10])
    header = ast.literal_eval(raw[10:10 + n].decode("latin1"))
    assert header["descr"] == "<u4" and not header["fortran_order"]
    return list(struct.unpack("<%dI" % header["shape"][0], raw[10 + n:]))
raw = open("runs/mine/checkpoints/200.safetensors", "rb").read()
(n,) = struct.unpack("<Q", raw[:8])
weights = {}
for name, entry in json.loads(raw[8:8 + n]).items():
    if name != "__metadata__":
        begin, end = entry["data_offsets"]
        data = struct.unpack("<%df" % ((end - begin) // 4), raw[8 + n + begin:8 + n + end])
        weights[name] = {"shape": entry["shape"], "data": data}
print(json.dumps({"train": npy("runs/mine/train.npy"), "test": npy("runs/mine/test.npy"), "weights": weights}))
`;
