import { execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { InputError } from "@grokscape/group-datasets";
import type { RunConfig } from "@grokscape/trainer";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type BorderSweep, planSweep, type SweepPlan } from "../../../src/index.ts";
import {
  findBorderInStore,
  prepareStore,
  readStore,
  type StoreOptions,
  trainInStore,
} from "../../../src/node/index.ts";
import { connect } from "../../../src/node/queue/connection.ts";
import {
  openQueue,
  type QueueAddress,
  readQueueAddress,
  work,
} from "../../../src/node/queue/index.ts";
import { receiveFiles, removePayloads, sendFiles } from "../../../src/node/queue/payload.ts";
import { filesOf, keepRun } from "../../../src/node/queue/run-files.ts";
import { redisServer, type Server, serverProgram, why } from "./redis.ts";

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

/** A worker in a process of its own, whose runs are lost to others after a second. */
function spawnWorker(url: string, env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "--conditions=@grokscape/source",
      fileURLToPath(new URL("./work-forever.ts", import.meta.url)),
      ...[url, "1"],
    ],
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

test("a server that is not there is told, and for how long it was tried", async () => {
  const address = readQueueAddress("redis://:hunter2@127.0.0.1:1");
  await expect(connect(address, 0.1)).rejects.toThrow(
    /^the queue at redis:\/\/127.0.0.1:1 cannot be used: .*ECONNREFUSED.*; .*tried for 10 seconds/,
  );
});

describe.skipIf(!serverProgram)(`runs through a queue${why}`, () => {
  const password = "p:a/s@s wörd#%";
  let server: Server;
  beforeAll(async () => {
    const key = join(scratch, "key.pem");
    const words = [
      ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2".split(" "),
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"],
      ...["-keyout", key, "-out", join(scratch, "cert.pem")],
    ];
    execFileSync("openssl", words, { stdio: "ignore" });
    server = await redisServer({ password, tls: scratch });
  });
  afterAll(() => server.remove());

  let stores = 0;
  const newStore = () => join(scratch, `store-${stores++}`);
  let databases = 0;
  /** One that the worker of the other tests does not look at. */
  const ownDatabase = () => {
    const database = ++databases;
    const redis = server.client(database);
    onTestFinished(() => redis.disconnect());
    return { address: readQueueAddress(`${server.url}/${database}`), redis };
  };
  const shared = () => readQueueAddress(server.url);

  async function coordinate(
    store: string,
    what: SweepPlan,
    { address = shared(), ...options }: StoreOptions & { address?: QueueAddress } = {},
  ) {
    await prepareStore(store, what);
    const queue = await openQueue(address, what.sweep.id);
    try {
      return await trainInStore(store, what.runs, { execute: queue.execute, ...options });
    } finally {
      await queue.close();
    }
  }

  const stop = new AbortController();
  const came: string[] = [];
  let working: Promise<void> | undefined;
  /** From now on the runs of the first database are trained, in this process. */
  const startWorker = () => {
    working = work(shared(), {
      threads: 2,
      lockSeconds: 1,
      signal: stop.signal,
      onRun: ({ seed }, how) => void came.push(`${seed} ${how}`),
    });
  };
  afterAll(async () => {
    stop.abort();
    await working;
  });

  test("a worker that is killed loses its run to another, and redis that is killed loses nothing", async () => {
    const long = planSweep({ id: "long", base: { ...plan.sweep.base, steps: 12_000 } });
    const local = newStore();
    await prepareStore(local, long);
    await trainInStore(local, long.runs, { threads: 1 });
    const store = newStore();
    const rows: number[] = [];
    const coordinating = coordinate(store, long, { onRow: (_, { step }) => void rows.push(step) });
    const victim = spawnWorker(server.url);
    await once(victim.stdout, "data");
    await vi.waitUntil(() => rows.length > 0, { timeout: 20_000 });
    victim.kill("SIGKILL");
    await once(victim, "exit");
    await server.kill();
    await server.start();
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("grokscape-worker-"));
    const before = left().filter((name) => lockIn(join(tmpdir(), name)) === victim.pid);
    expect(before).toHaveLength(1);
    startWorker();
    expect((await coordinating).failed).toEqual([]);
    expect(bytesOf(store)).toEqual(bytesOf(local));
    expect(left()).not.toContain(before[0]); // what it left is gone
  });

  const lockIn = (folder: string): number | undefined => {
    const path = join(folder, "lock");
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).pid : undefined;
  };

  test("they come to the bytes of a sweep here, once each, also those that a coordinator left", async () => {
    const local = newStore();
    await prepareStore(local, plan);
    await trainInStore(local, plan.runs, { threads: 1 });
    // one that no worker can train is tried three times, then listed with its error
    const [{ config, ...first }] = plan.runs;
    const bad = { ...first, config: { ...config, split: { count: 1000 }, seed: 99 } as RunConfig };
    const store = newStore();
    // of two runs there is something that is no end
    const [half, damaged] = [...bytesOf(local).keys()]
      .filter((file) => file.endsWith("/summary.json"))
      .map((file) => file.split("/")[0]);
    for (const id of [half, damaged]) cpSync(join(local, id), join(store, id), { recursive: true });
    const summary = join(store, half, "summary.json");
    const ended = JSON.parse(readFileSync(summary, "utf8"));
    writeFileSync(summary, JSON.stringify({ ...ended, stopped: "aborted" }));
    writeFileSync(join(store, damaged, "config.json"), "{");
    const gone = new AbortController();
    came.length = 0;
    const leaving = coordinate(store, plan, {
      signal: gone.signal,
      onRow: () => gone.abort(new Error("gone")),
    });
    await expect(leaving).rejects.toThrow("gone");
    const one = planSweep({ ...plan.sweep, seeds: 1 });
    const other = newStore();
    const told: string[] = [];
    const [outcome, others] = await Promise.all([
      coordinate(
        store,
        { ...plan, runs: [...plan.runs, { ...bad, values: {} }] },
        { onRun: (_, { id }) => void told.push(id) },
      ),
      coordinate(other, one),
    ]);
    expect(bytesOf(store)).toEqual(bytesOf(local));
    expect(new Set(told).size).toBe(told.length);
    expect(others.ended.size).toBe(2);
    expect(readdirSync(other).filter((name) => name.startsWith("cyclic"))).toHaveLength(2);
    expect(came.filter((how) => how.startsWith("99"))).toEqual(Array(3).fill("99 failed"));
    expect(came.length).toBe(6 + 2 + 3);
    expect(outcome.failed).toEqual([
      { run: { ...bad, values: {} }, error: expect.any(InputError) },
    ]);
    const [{ error }] = outcome.failed;
    expect(error.message).toMatch(/: .*1000.*; tried 3 times$/);
    expect(error.message).not.toContain(tmpdir());

    // what comes in other bytes than the store holds is put aside, and nothing overwritten
    const { runs } = await readStore(store);
    const { id } = runs.find(({ state }) => state === "steps") as { id: string };
    const files = new Map(await filesOf(join(store, id)));
    await keepRun(store, id, files); // the same once more
    rmSync(join(store, id), { recursive: true });
    await keepRun(store, id, files);
    const metrics = join(store, id, "metrics.jsonl");
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

  test("borders are those of a search here; what it has is not handed out again, and nothing stays on the server", async () => {
    const { base } = plan.sweep;
    const learns = { ...base, model: { width: 64 }, optimiser: { learningRate: 0.02 }, steps: 150 };
    const border = { over: "split.count", from: 20, to: 45, goal: 0.5, width: 0.3, budget: 8 };
    const sweep: BorderSweep = { id: "border", base: learns, border };
    const [local, store] = [newStore(), newStore()];
    for (const folder of [local, store]) await prepareStore(folder, planSweep(sweep));
    const here = await findBorderInStore(local, sweep, "", { threads: 1 });
    expect(here.measurement.variants[0].runs.length).toBeGreaterThan(4);
    const { address, redis } = ownDatabase();
    const ending = new AbortController();
    const trained: number[] = [];
    const worker = work(address, {
      threads: 2,
      lockSeconds: 1,
      signal: ending.signal,
      onRun: ({ seed }, how) => void (how === "ended" && trained.push(seed)),
    });
    const queue = await openQueue(address, sweep.id);
    try {
      const search = () => findBorderInStore(store, sweep, "", { execute: queue.execute });
      expect(await search()).toEqual(here);
      const seen = bytesOf(store);
      // what was begun ahead and then not asked for may lie here unfinished
      const { runs } = await readStore(local);
      const ended = runs.filter(({ state }) => state !== "unfinished").map(({ id }) => id);
      for (const [file, bytes] of bytesOf(local)) {
        if (ended.some((id) => file.startsWith(id))) expect(seen.get(file) ?? bytes).toBe(bytes);
      }
      expect(ended.length).toBeGreaterThan(4);
      expect(trained.length).toBeGreaterThan(0);
      ending.abort();
      await worker;
      expect(await search()).toEqual(here); // though nobody is there who would train
    } finally {
      await queue.close();
    }
    const keys = await redis.keys("*");
    expect(keys.filter((key) => /payload|border|[0-9a-f]{16}/.test(key))).toEqual([]);
    expect(keys.filter((key) => !key.startsWith("grokscape:"))).toEqual([]);
  });

  test("who leaves a search has its runs given up; a worker that is stopped gives its run back", async () => {
    const { address, redis } = ownDatabase();
    const [{ config }] = plan.runs;
    const endless: RunConfig = { ...config, steps: 1e7, seed: 7 };
    const done = newDeferred();
    async function* asked() {
      yield endless; // first: while what came is looked at, nothing is handed out
      yield config;
      await done.promise; // as a search does that waits for what came
    }
    const store = newStore();
    await prepareStore(store, plan);
    const queue = await openQueue(address, "search");
    const ending = new AbortController();
    const went: string[] = [];
    const worker = work(address, {
      threads: 2,
      lockSeconds: 1,
      signal: ending.signal,
      onRun: ({ seed }, how) => void went.push(`${seed} ${how}`),
    });
    const isTrained = newDeferred();
    const onRow = (row: RunConfig) => void (row.seed === 7 && isTrained.resolve());
    for await (const swept of queue.execute(asked(), { runs: store, onRow })) {
      expect(swept.config).toBe(config);
      await isTrained.promise;
      break;
    }
    done.resolve();
    await vi.waitUntil(() => went.includes("7 given back"), { timeout: 20_000 });
    const lists = await redis.keys("grokscape:runs-*:*");
    expect(lists.filter((key) => /[0-9a-f]{16}|wait|active/.test(key))).toEqual([]);

    const runs = [{ ...plan.runs[0], config: endless }];
    const leaving = new AbortController();
    const began = newDeferred();
    const options = { address, signal: leaving.signal, onRow: began.resolve };
    const coordinating = coordinate(store, { ...plan, runs }, options);
    await began.promise;
    ending.abort();
    await worker;
    expect(went).toEqual(["1 ended", "7 given back", "7 given back"]);
    const [waiting] = await redis.keys("grokscape:runs-*:wait");
    expect(await redis.llen(waiting)).toBe(1);
    const stopped = new Error("enough");
    leaving.abort(stopped);
    await expect(coordinating).rejects.toBe(stopped);
    expect(await redis.exists(waiting)).toBe(0);
    await queue.close();
  });

  test("a worker without a plug-in that a run needs leaves the run to others, and both sides are told", async () => {
    const { address, redis } = ownDatabase();
    const plugin = { name: "mine", version: "1.0.0", sha256: "0".repeat(64) };
    const [{ config }] = plan.runs;
    const ending = new AbortController();
    const lack = { host: expect.any(String), plugins: [plugin] };
    const [here, there]: [unknown[], unknown[]] = [[], []];
    const onRun = (_: RunConfig, how: string) => void here.push(how);
    const queue = await openQueue(address, "small", (one) => void there.push(one));
    const worker = work(address, {
      threads: 1,
      signal: ending.signal,
      onLack: (one) => void here.push(one),
      onRun,
    });
    const store = newStore();
    await prepareStore(store, plan);
    const handing = (async () => {
      const configs = [{ ...config, task: "mine:5", plugins: [plugin] }];
      for await (const _ of queue.execute(configs, { runs: store, signal: ending.signal }));
    })();
    await vi.waitUntil(() => here.length > 0 && there.length > 0, { timeout: 20_000 });
    expect([here[0], there[0]]).toEqual([lack, lack]);
    const [delayed] = await redis.keys("grokscape:runs-*:delayed");
    expect(delayed).toBeDefined(); // until another worker takes it
    ending.abort(new Error("enough"));
    await expect(handing).rejects.toThrow("enough");
    await worker;
    await queue.close();
  });

  test("a copy of a store is refused while the other hands out", async () => {
    const { address } = ownDatabase();
    const [store, copy] = [newStore(), newStore()];
    const ending = new AbortController();
    const isShown = newDeferred();
    const coordinating = coordinate(store, plan, {
      address,
      signal: ending.signal,
      onBegin: isShown.resolve,
    });
    await isShown.promise;
    await vi.waitUntil(() => existsSync(join(store, "queue.json")));
    cpSync(join(store, "queue.json"), join(copy, "queue.json"));
    await vi.waitFor(async () => {
      const refused = coordinate(copy, plan, { address, signal: AbortSignal.timeout(200) });
      await expect(refused).rejects.toThrow(/a copy of this store, .*, hands out its runs/);
    });
    ending.abort();
    await expect(coordinating).rejects.toThrow("aborted");
  });

  test("files come as they were sent, in chunks, and wait while too much is there", async () => {
    const { redis } = ownDatabase();
    const random = randomBytes(1.5 * 2 ** 20);
    const files = new Map([
      ["config.json", Buffer.from("{}")],
      ["checkpoints/7.safetensors", random],
    ]);
    const { signal } = new AbortController();
    const payload = await sendFiles(redis, "a", files, signal);
    expect(payload.chunks).toBe(4);
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
    const { address, redis } = ownDatabase();
    await redis.config("SET", "maxmemory-policy", "allkeys-lru");
    onTestFinished(async () => {
      await redis.config("SET", "maxmemory-policy", "noeviction");
    });
    await expect(openQueue(address, "small")).rejects.toThrow(
      /drops keys .*allkeys-lru.*; set its maxmemory-policy to noeviction/,
    );
  });

  test("a worker of another version is refused, says both, and takes no run", async () => {
    const { address, redis } = ownDatabase();
    const other = JSON.stringify({ store: "x", sweep: "theirs", version: "protocol 1, wasm 4" });
    await redis.zadd("grokscape:coordinators", Date.now() + 3_600_000, other);
    await redis.set("grokscape:about", "the queue of grokscape sweeps");
    await expect(work(address)).rejects.toThrow(
      /hands out runs of another version: theirs wants protocol 1, wasm 4, this is protocol 1, wasm \d+, reference \d+/,
    );
  });

  test("another's keys are named, and stay", async () => {
    const { address, redis } = ownDatabase();
    await redis.set("grokscape:session:7", "theirs");
    await expect(openQueue(address, "small")).rejects.toThrow(
      /its key grokscape:session:7 is somebody else's/,
    );
    expect(await redis.keys("*")).toEqual(["grokscape:session:7"]);
    await redis.flushdb();
    await redis.hset("grokscape:about", "theirs", 1);
    await expect(openQueue(address, "small")).rejects.toThrow("grokscape:about is somebody else's");
  });

  test("what workers write on a server that has forgotten everything is ours", async () => {
    const { address, redis } = ownDatabase();
    await redis.set("grokscape:runs-protocol-1-wasm-3:stalled-check", "1");
    const queue = await openQueue(address, "small");
    expect(await redis.get("grokscape:about")).toBe("the queue of grokscape sweeps");
    await queue.close();
  });

  test("a certificate that nobody signed is refused, with the way out; who trusts it comes in", async () => {
    const url = server.tlsUrl as string;
    const error = await openQueue(readQueueAddress(url), "small").catch((error) => error);
    const told = `${inspect(error, { depth: 9 })} ${error.message}`;
    expect(told).toContain("NODE_EXTRA_CA_CERTS");
    expect(told).not.toContain("wörd");
    expect(told).not.toContain(encodeURIComponent("wörd"));
    const { redis } = ownDatabase();
    const isThere = async () =>
      `${await redis.client("LIST")}`
        .split("\n")
        .some((line) => line.includes("name=grokscape:") && line.includes(` db=${databases} `));
    spawnWorker(`${url}/${databases}`, { NODE_EXTRA_CA_CERTS: join(scratch, "cert.pem") });
    await vi.waitUntil(isThere, { timeout: 20_000 });
  });
});

function newDeferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
