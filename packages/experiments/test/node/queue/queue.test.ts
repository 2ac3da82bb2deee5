import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { InputError } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import { Redis } from "ioredis";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from "vitest";
import { planSweep, type SweepPlan } from "../../../src/index.ts";
import {
  prepareStore,
  readStore,
  type StoreOptions,
  trainInStore,
} from "../../../src/node/index.ts";
import {
  openQueue,
  readQueueAddress,
  type WorkOptions,
  work,
} from "../../../src/node/queue/index.ts";
import { receiveFiles, removePayloads, sendFiles } from "../../../src/node/queue/payload.ts";
import { filesOf, keepRun } from "../../../src/node/queue/run-files.ts";
import { clientOf, redisServer, type Server, serverProgram, why } from "./redis.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-queue-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const plan = planSweep({
  id: "small",
  base: { task: "cyclic:7", model: { width: 16 }, split: { fraction: 0.6 }, steps: 40, goal: null },
  variants: [
    { name: "calm", changes: {} },
    { name: "wild", changes: { optimiser: { kind: "sgd" }, "penalty.l2": 1e30 } },
  ],
  seeds: 3,
});

/** Every file of every run but for where and how long it trained, and its checkpoints on the way. */
function bytesOf(store: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const id of readdirSync(store).filter((name) =>
    existsSync(join(store, name, "config.json")),
  )) {
    const read = (file: string) =>
      createHash("sha256")
        .update(readFileSync(join(store, id, file)))
        .digest("hex");
    for (const file of readdirSync(join(store, id))) {
      if (file === "summary.json") {
        const { session: _, ...rest } = JSON.parse(readFileSync(join(store, id, file), "utf8"));
        found.set(`${id}/${file}`, JSON.stringify(rest));
        const last = `checkpoints/${rest.steps}.safetensors`;
        found.set(`${id}/${last}`, read(last));
      } else if (file !== "checkpoints") found.set(`${id}/${file}`, read(file));
    }
  }
  return found;
}

/** A worker in a process of its own. */
function spawnWorker(url: string, lockSeconds: number, env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "--conditions=@grokscape/source",
      fileURLToPath(new URL("./work-forever.ts", import.meta.url)),
      url,
      `${lockSeconds}`,
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** A sweep trained here, to compare with. */
const local = join(scratch, "local");

describe.skipIf(!serverProgram)(`runs through a queue${why}`, () => {
  let server: Server;
  let database = 0;
  let store: string;
  beforeAll(async () => {
    server = await redisServer();
    await prepareStore(local, plan);
    await trainInStore(local, plan.runs, { threads: 2 });
  });
  afterAll(() => server.remove());
  beforeEach(() => {
    database++;
    store = join(scratch, `store-${database}`);
  });

  const address = () => readQueueAddress(`${server.url}/${database}`);
  const coordinate = async (options: StoreOptions = {}, at = store, what: SweepPlan = plan) => {
    await prepareStore(at, what);
    const queue = await openQueue(address(), what.sweep.id);
    try {
      return await trainInStore(at, what.runs, { execute: queue.execute, ...options });
    } finally {
      await queue.close();
    }
  };
  /** Works until what is awaited is there. */
  async function during<T>(awaited: () => Promise<T>, options: WorkOptions = {}): Promise<T> {
    const stop = new AbortController();
    const working = work(address(), {
      threads: 2,
      lockSeconds: 2,
      signal: stop.signal,
      ...options,
    });
    try {
      return await awaited();
    } finally {
      stop.abort();
      await working;
    }
  }

  test("they come to the bytes of a sweep here, once each, and leave nothing on the server", async () => {
    const ended: string[] = [];
    const outcome = await during(() => coordinate({ onRun: (_, { id }) => void ended.push(id) }));
    expect(outcome.failed).toEqual([]);
    expect(bytesOf(store)).toEqual(bytesOf(local));
    expect(ended.length).toBe(6);
    expect(new Set(ended).size).toBe(6);
    const client = clientOf(server, database);
    const keys = await client.keys("*");
    client.disconnect();
    expect(keys.filter((key) => /payload|small|[0-9a-f]{16}/.test(key))).toEqual([]);
    expect(keys.filter((key) => !key.startsWith("grokscape:"))).toEqual([]);
  });

  /** Long enough to be killed in. */
  const long = planSweep({
    id: "long",
    base: { ...plan.sweep.base, steps: 8000 },
    seeds: 2,
  });
  const longLocal = join(scratch, "long-local");
  const trainLong = async () => {
    if (existsSync(longLocal)) return;
    await prepareStore(longLocal, long);
    await trainInStore(longLocal, long.runs, { threads: 2 });
  };
  const client = () => {
    const one = clientOf(server, database);
    onTestFinished(() => one.disconnect());
    return one;
  };
  const workProcess = (lockSeconds: number) =>
    spawnWorker(`${server.url}/${database}`, lockSeconds);

  test("a worker that is killed loses its run to another, and redis that is killed loses nothing", async () => {
    await trainLong();
    const rows: number[] = [];
    const coordinating = coordinate({ onRow: (_, { step }) => void rows.push(step) }, store, long);
    const victim = workProcess(1);
    await once(victim.stdout, "data");
    await vi.waitUntil(() => rows.length > 0, { timeout: 20_000 });
    victim.kill("SIGKILL");
    const outcome = await during(
      async () => {
        await server.kill();
        await server.start();
        return coordinating;
      },
      { lockSeconds: 1 },
    );
    expect(outcome.failed).toEqual([]);
    expect(bytesOf(store)).toEqual(bytesOf(longLocal));
  });

  test("a worker that is stopped gives back what it trains at once", async () => {
    const stop = new AbortController();
    const coordinator = new AbortController();
    const came: string[] = [];
    const coordinating = coordinate({ signal: coordinator.signal }, store, long);
    await work(address(), {
      threads: 1,
      signal: stop.signal,
      onRow: () => stop.abort(),
      onRun: (_, how) => void came.push(how),
    });
    expect(came).toEqual(["given back"]);
    const waiting = (await client().keys("grokscape:runs-*:wait")) as string[];
    expect(await client().llen(waiting[0])).toBe(2);
    const stopped = new Error("enough");
    coordinator.abort(stopped);
    await expect(coordinating).rejects.toBe(stopped);
    expect(await client().exists(waiting[0])).toBe(0);
  });

  test("what a coordinator that went away left is received by the next, and not trained again", async () => {
    const gone = new AbortController();
    const begun: string[] = [];
    const first = coordinate({ signal: gone.signal, onRow: () => gone.abort(new Error("gone")) });
    await during(
      async () => {
        await expect(first).rejects.toThrow("gone");
        const left = coordinate();
        return left;
      },
      { onRun: ({ seed }, came) => void begun.push(`${seed} ${came}`) },
    );
    expect(begun).toHaveLength(6);
    expect(bytesOf(store)).toEqual(bytesOf(local));
  });

  test("two stores on one queue get each its own", async () => {
    const other = join(scratch, `other-${database}`);
    const one = planSweep({ ...plan.sweep, seeds: 1 });
    const [a, b] = await during(() => Promise.all([coordinate(), coordinate({}, other, one)]));
    expect([a.ended.size, b.ended.size]).toEqual([6, 2]);
    expect(bytesOf(store)).toEqual(bytesOf(local));
    expect(readdirSync(other).filter((name) => name.startsWith("cyclic"))).toHaveLength(2);
  });

  test("what comes in other bytes than the store holds is put aside, and nothing overwritten", async () => {
    await during(() => coordinate());
    const { runs } = await readStore(store);
    const { id } = runs.find(({ state }) => state === "steps") as { id: string };
    const files = new Map(await filesOf(join(store, id)));
    await keepRun(store, id, files); // the same once more
    const metrics = join(store, id, "metrics.jsonl");
    rmSync(join(store, id), { recursive: true });
    await keepRun(store, id, files);
    const before = readFileSync(metrics, "utf8");
    writeFileSync(metrics, `${before} `);
    await expect(keepRun(store, id, files)).rejects.toThrow(
      /came in other bytes than .*, first in metrics.jsonl; nothing was overwritten/,
    );
    expect(readFileSync(metrics, "utf8")).toBe(`${before} `);
    expect(readFileSync(join(store, `.refused-${id}`, "metrics.jsonl"), "utf8")).toBe(before);
    files.set("../escape", new Uint8Array());
    await expect(keepRun(store, id, files)).rejects.toThrow("a file that no run has");
  });

  test("a run that no worker can train is tried three times, then listed with its error", async () => {
    const [run] = plan.runs;
    const config: RunConfig = { ...run.config, split: { count: 1000 } };
    const came: string[] = [];
    const { failed } = await during(
      () => coordinate({}, store, { ...plan, runs: [{ ...run, config }] }),
      { onRun: (_, how) => void came.push(how) },
    );
    expect(came).toEqual(["failed", "failed", "failed"]);
    expect(failed).toEqual([{ run: { ...run, config }, error: expect.any(InputError) }]);
    expect(failed[0].error.message).toMatch(/: .*1000.*; tried 3 times$/);
    expect(failed[0].error.message).not.toContain(tmpdir());
  });

  test("files come as they were sent, in chunks, and wait while too much is there", async () => {
    const redis = client();
    const random = randomBytes(3 * 2 ** 20);
    const files = new Map([
      ["config.json", Buffer.from("{}")],
      ["checkpoints/7.safetensors", random],
    ]);
    const { signal } = new AbortController();
    const payload = await sendFiles(redis, "a", files, signal);
    expect(payload.chunks).toBe(7);
    expect(await receiveFiles(redis, payload)).toEqual(files);
    expect(await redis.ttl("grokscape:payload:a")).toBeGreaterThan(24 * 3600);
    await redis.rpop("grokscape:payload:a");
    expect(await receiveFiles(redis, payload)).toBeUndefined();

    await redis.hset("grokscape:payloads", "a", 2 ** 28); // as much as may wait
    await redis.hset("grokscape:payloads", "gone", 2 ** 28);
    const sending = sendFiles(redis, "b", files, signal);
    await vi.waitUntil(async () => !(await redis.hexists("grokscape:payloads", "gone")));
    expect(await redis.exists("grokscape:payload:b")).toBe(0);
    await removePayloads(redis, "a");
    expect(await receiveFiles(redis, await sending)).toEqual(files);
    await removePayloads(redis, "b");
    expect(await redis.keys("*")).toEqual([]);
  });

  test("a server that drops keys is refused", async () => {
    const redis = client();
    await redis.config("SET", "maxmemory-policy", "allkeys-lru");
    onTestFinished(async () => {
      await redis.config("SET", "maxmemory-policy", "noeviction");
    });
    await expect(openQueue(address(), "small")).rejects.toThrow(
      /drops keys .*allkeys-lru.*; set its maxmemory-policy to noeviction/,
    );
  });

  test("a worker of another version is refused, says both, and takes no run", async () => {
    const redis = client();
    const other = JSON.stringify({ store: "x", sweep: "theirs", version: "protocol 1, wasm 4" });
    await redis.zadd("grokscape:coordinators", Date.now() + 60_000, other);
    await redis.set("grokscape:about", "the queue of grokscape sweeps");
    await expect(work(address())).rejects.toThrow(
      /hands out runs of another version: theirs wants protocol 1, wasm 4, this is protocol 1, wasm \d+, reference \d+/,
    );
  });

  test("another's keys are named, and stay", async () => {
    const redis = client();
    await redis.set("grokscape:session:7", "theirs");
    await expect(openQueue(address(), "small")).rejects.toThrow(
      /its key grokscape:session:7 is somebody else's/,
    );
    expect(await redis.keys("*")).toEqual(["grokscape:session:7"]);
    await redis.flushdb();
    await redis.hset("grokscape:about", "theirs", 1);
    await expect(openQueue(address(), "small")).rejects.toThrow(
      "grokscape:about is somebody else's",
    );
  });
});

describe.skipIf(!serverProgram)(`a queue behind a password and TLS${why}`, () => {
  const password = "p:a/s@s wörd#%";
  let server: Server;
  beforeAll(async () => {
    execFileSync(
      "openssl",
      [
        ..."req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" "),
        ...["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", join(scratch, "key.pem")],
        ...["-out", join(scratch, "cert.pem")],
      ],
      { stdio: "ignore" },
    );
    server = await redisServer({ password, tls: scratch });
  });
  afterAll(() => server.remove());

  const said = async (url: string) => {
    const error = await openQueue(readQueueAddress(url), "small").catch((error) => error);
    return `${inspect(error, { depth: 9 })} ${error.message}`;
  };

  test("a certificate that nobody signed is refused, with the way out", async () => {
    const told = await said(server.url);
    expect(told).toContain("NODE_EXTRA_CA_CERTS");
    expect(told).not.toContain("wörd");
    expect(told).not.toContain(encodeURIComponent("wörd"));
  });

  test("a worker that trusts the certificate comes in", async () => {
    const child = spawnWorker(server.url, 1, { NODE_EXTRA_CA_CERTS: join(scratch, "cert.pem") });
    const tls = { ca: readFileSync(join(scratch, "cert.pem")) };
    const admin = new Redis({ host: "127.0.0.1", port: server.port, password, tls, protocol: 2 });
    onTestFinished(() => admin.disconnect());
    const isThere = async () => `${await admin.client("LIST")}`.includes("name=grokscape:");
    await vi.waitUntil(isThere, { timeout: 20_000 });
    child.kill("SIGKILL");
  });
});
