import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readQueueAddress, work } from "@grokscape/experiments/queue";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  redisServer,
  type Server,
  serverProgram,
  why,
} from "../../../packages/experiments/test/node/queue/redis.ts";
import { stopWith } from "../src/run/stop-signals.ts";
import { here, start } from "./grokscape.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-cli-queue-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const base = {
  task: "cyclic:7",
  model: { width: 16 },
  split: { fraction: 0.6 },
  steps: 300,
  goal: null,
};
writeFileSync(join(scratch, "long.json"), JSON.stringify({ id: "long", base, seeds: 3 }));
writeFileSync(
  join(scratch, "border.json"),
  JSON.stringify({
    id: "border",
    base: { ...base, model: { width: 64 }, optimiser: { learningRate: 0.02 }, steps: 100 },
    border: { over: "split.count", from: 20, to: 45, goal: 0.5, width: 0.4, budget: 8 },
  }),
);

describe.skipIf(!serverProgram)(`a sweep on a queue${why}`, () => {
  const password = "p:a/s@hunter2";
  let server: Server;
  beforeAll(async () => {
    server = await redisServer({ password });
    vi.stubEnv("GROKSCAPE_QUEUE", server.url);
  });
  afterAll(() => server.remove());

  test("goes on after it was killed; nobody says the password", async () => {
    const words = ["sweep", "long.json", "--queue", server.url, "--yes", "--store", "queued"];
    const killed = start(words, scratch);
    await killed.says("To train");
    process.kill(-(killed.child.pid as number), "SIGKILL");
    const first = await killed.ended;
    const ending = new AbortController();
    const working = work(readQueueAddress(server.url), { threads: 2, signal: ending.signal });
    const again = await here(`${words.join(" ")} --json`, scratch);
    expect(again.code, again.err + again.out).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ runs: 3, ended: 3, failed: [] });
    const names = readdirSync(join(scratch, "queued"));
    expect(names.filter((name) => name.startsWith("cyclic-7-"))).toHaveLength(3);
    expect(names.filter((name) => /^\.(arr|ref)/.test(name))).toEqual([]);

    const border = await here("sweep border.json --yes --queue GROKSCAPE_QUEUE --store b", scratch);
    expect(border).toMatchObject({ code: 0, err: "" });
    expect(border.out).toMatch(/cyclic:7 .*\d+ +(found|budget spent|outside)/);
    ending.abort();
    await working;

    const stopping = here(`${words.slice(0, -1).join(" ")} stopped`, scratch);
    const isThere = () => existsSync(join(scratch, "stopped", "queue.json"));
    await expect.poll(isThere, { interval: 20 }).toBe(true);
    stopWith(130);
    const stopped = await stopping;
    expect(stopped.code).toBe(130);
    expect(stopped.out).toContain("--queue redis://:PASSWORD@127.0.0.1");
    const idle = await here("worker --threads 1 --idle 0.1s --json", scratch);
    expect(idle).toMatchObject({ code: 0 });
    expect(JSON.parse(idle.out)).toMatchObject({ ended: 0, diverged: 0, failed: 0 });
    vi.stubEnv("WRONG", server.url.replace("hunter2", "hunter3"));
    const wrong = await here("worker --queue WRONG", scratch);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("WRONGPASS") });
    expect(wrong.err).not.toContain("hunter3");
    const all = [first, again, border, stopped, idle].map(({ out, err }) => out + err).join("");
    expect(all).not.toContain("hunter2");
  });
});

test.each([
  ["worker", "a worker needs a queue"],
  ["worker --queue NOT_SET", "the environment has no NOT_SET"],
  ["worker --queue http://localhost", "must begin with redis:// or rediss://"],
  ["worker --queue redis://localhost --idle soon", "--idle must be a time"],
  ["sweep long.json --queue redis://localhost --shard 1/2", "both divide the runs"],
  ["sweep long.json --queue redis://localhost --threads 2", "worker --threads"],
])("%s is refused in one line", async (words, said) => {
  vi.stubEnv("GROKSCAPE_QUEUE", "");
  const { code, err } = await here(words, scratch);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err.trimEnd()).not.toContain("\n");
});
