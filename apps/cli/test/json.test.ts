import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../src/commands/index.ts";
import { here, start } from "./grokscape.ts";

const run = "--task cyclic:7 --fraction 0.6 --width 16 --goal none";
let cwd: string;
let id: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "grokscape-json-"));
  await here(`train ${run} --steps 60`.split(" "), cwd);
  [id] = await readdir(join(cwd, "runs"));
}, 60_000);

afterAll(() => rm(cwd, { recursive: true, force: true }));

async function told(words: string) {
  const { code, out, err } = await here([...words.split(" "), "--json"], cwd);
  expect(code, err).toBe(0);
  return { told: JSON.parse(out), err };
}

test("every command has it, or formats", () => {
  for (const { name, options } of commands) {
    if (!("format" in options)) expect(options, name).toHaveProperty("json");
  }
});

test.each([`train ${run} --steps 3`, `train ${run} --steps 60`, "resume RUN", "report RUN"])(
  "%s: what the run came to",
  async (words) => {
    const { told: result, err } = await told(words.replace("RUN", id));
    expect(Object.keys(result)).toEqual([
      "folder",
      "report",
      "record",
      "session",
      "prediction",
      "comparison",
      "bestAccuracy",
      "learned",
    ]);
    expect(result.report).toBe(`${result.folder}/report.html`);
    expect(result.record.metrics.at(-1).step).toBe(result.record.steps);
    expect(result.comparison[0].about).toBe("outcome");
    expect(err).toContain("Prediction and outcome");
  },
);

test("predict, measure and tasks", async () => {
  expect((await told("predict product:4,7")).told.featureCount.value).toBe(14);
  expect((await told(`measure ${id} --only norms`)).told.steps).toHaveLength(3);
  const families = (await told("tasks")).told;
  expect(families[0]).toMatchObject({
    id: "cyclic",
    example: expect.stringMatching(/^cyclic:\d+$/),
  });
});

test("stopped, it tells what it has come to", async () => {
  const words = `train ${run} --steps 10000000 --evaluate-every 1 --json`;
  const { child, ended, warns } = start(words.split(" "), cwd);
  await warns("  train ");
  child.kill("SIGINT");
  const { code, out, err } = await ended;
  expect(code).toBe(130);
  expect(JSON.parse(out)).toMatchObject({ report: null, record: { stopped: "aborted" } });
  expect(err).toContain("To go on:");
});

test("where nothing came of it, standard output stays empty", async () => {
  const words = `train ${run} --learning-rate 1e30 --json`.split(" ");
  expect(await here(words, cwd)).toMatchObject({ code: 1, out: "" });
  const missing = await here(["report", "nothing", "--json"], cwd);
  expect(missing).toMatchObject({ code: 2, out: "" });
});
