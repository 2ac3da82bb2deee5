import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunRecord, referenceEngine, runConfig, runId } from "@grokscape/trainer";
import { readRun, trainInFolder } from "@grokscape/trainer/node";
import { afterAll, expect, test } from "vitest";
import { conclude } from "../../src/run/conclude.ts";

const folder = mkdtempSync(join(tmpdir(), "grokscape-conclude-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a run is told as its last checkpoint has it, not as a summary that it has outgrown", async () => {
  const config = runConfig({
    task: "cyclic:5",
    split: { fraction: 0.6 },
    model: { kind: "mlp", width: 8 },
    steps: 20,
    goal: null,
  });
  const run = trainInFolder(folder, config, { engine: referenceEngine });
  for (let next = await run.next(); !next.done; ) next = await run.next();
  const stored = await readRun(folder);
  const ended = await conclude(stored);
  expect(ended.record).toBe(stored.record);
  const stopped = { ...(stored.record as RunRecord), stopped: "aborted", steps: 10 } as const;
  const { record, learned } = await conclude({ ...stored, record: stopped });
  expect(record).toMatchObject({ steps: 20, weightsHash: stored.record?.weightsHash });
  expect(learned).toEqual(ended.learned);
  const links = ["mine"];
  const { record: linked } = await conclude({ ...stored, record: null, links });
  expect(linked).toMatchObject({ links, id: runId(config, referenceEngine, links) });
});
