import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  redisServer,
  type Server,
  serverProgram,
  why,
} from "../../../packages/experiments/test/node/queue/redis.ts";
import { grokscape, here, start } from "./grokscape.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-cli-queue-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const sweep = {
  id: "long",
  base: {
    task: "cyclic:7",
    model: { width: 16 },
    split: { fraction: 0.6 },
    steps: 6000,
    goal: null,
  },
  seeds: 3,
};
writeFileSync(join(scratch, "long.json"), JSON.stringify(sweep));

const hashes = (store: string) =>
  Object.fromEntries(
    readdirSync(join(scratch, store))
      .map((id) => [id, join(scratch, store, id, "summary.json")])
      .filter(([, path]) => existsSync(path))
      .map(([id, path]) => [id, JSON.parse(readFileSync(path, "utf8")).weightsHash]),
  );

describe.skipIf(!serverProgram)(`a sweep on a queue${why}`, () => {
  const password = "p:a/s@hunter2";
  let server: Server;
  let env: Record<string, string>;
  beforeAll(async () => {
    server = await redisServer({ password });
    env = { GROKSCAPE_QUEUE: server.url };
  });
  afterAll(() => server.remove());

  test("goes on after it was killed, to the bytes of one without; nobody says the password", async () => {
    const words = ["sweep", "long.json", "--queue", server.url];
    const worker = start(["worker", "--threads", "2", "--json"], scratch, env);
    const killed = start([...words, "--store", "queued"], scratch);
    await expect.poll(() => Object.keys(readStore("queued")).length, { interval: 20 }).toBe(1);
    process.kill(-(killed.child.pid as number), "SIGKILL");
    const first = await killed.ended;
    const again = await grokscape([...words, "--store", "queued", "--json"], scratch);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ runs: 3, ended: 3, failed: [] });
    await here("sweep long.json --store local", scratch);
    expect(hashes("queued")).toEqual(hashes("local"));
    expect(
      readdirSync(join(scratch, "queued")).filter((name) => /^\.(arr|ref)/.test(name)),
    ).toEqual([]);
    const stopped = start([...words, "--store", "stopped"], scratch);
    await stopped.says("To train");
    stopped.child.kill("SIGINT");
    const told = await stopped.ended;
    expect(told.code).toBe(130);
    expect(told.out).toContain("--queue redis://:PASSWORD@127.0.0.1");
    worker.child.kill("SIGINT");
    const { code, out, err } = await worker.ended;
    expect(code).toBe(130);
    expect(JSON.parse(out)).toMatchObject({ diverged: 0, failed: 0 });
    const all = [first, again, told, { out, err }].map(({ out, err }) => out + err).join("");
    expect(all).not.toContain("hunter2");
    vi.stubEnv("WRONG", server.url.replace("hunter2", "hunter3"));
    const wrong = await here("worker --queue WRONG", scratch);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("WRONGPASS") });
    expect(wrong.err).not.toContain("hunter3");
  });

  const readStore = (store: string) => (existsSync(join(scratch, store)) ? hashes(store) : {});
});

test.each([
  ["worker", "a worker needs a queue"],
  ["worker --queue NOT_SET", "the environment has no NOT_SET"],
  ["worker --queue http://localhost", "must begin with redis:// or rediss://"],
  ["worker --queue redis://localhost --idle soon", "--idle must be a time"],
  ["sweep long.json --queue redis://localhost --shard 1/2", "both divide the runs"],
  ["sweep long.json --queue redis://localhost --threads 2", "worker --threads"],
])("%s is refused in one line", async (words, said) => {
  const { code, err } = await here(words, scratch);
  expect(code).toBe(2);
  expect(err).toContain(said);
  expect(err.trimEnd()).not.toContain("\n");
});

test("a queue that is not there is told, and for how long it was tried", async () => {
  const { code, err } = await here("worker --queue redis://:hunter2@127.0.0.1:1", scratch);
  expect(code).toBe(2);
  expect(err).toMatch(
    /^the queue at redis:\/\/127.0.0.1:1 cannot be used: .*ECONNREFUSED.*; .*tried for 10 seconds.*\n$/,
  );
}, 20_000);
