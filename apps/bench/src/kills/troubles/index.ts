import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redisServer } from "../../../../../packages/experiments/test/node/queue/redis.ts";
import { contents, differences } from "../contents.ts";
import { type Begun, begin, grokscape, run, workForever } from "../program.ts";
import { failAtEveryWrite } from "./failing-disk.ts";
import type { Trouble } from "./trouble.ts";

/** All that is made to go wrong, but for kills, by its name in the results. */
export const troubles: Readonly<Record<string, (name: string) => Promise<Trouble>>> = {
  "full-disk": (name) => failAtEveryWrite("ENOSPC", name),
  "read-only-disk": (name) => failAtEveryWrite("EROFS", name),
  "small-disk": (name) => inScratch(name, fullTmpfs),
  "one-run": (name) => inScratch(name, (place) => sideBySide(place, train)),
  "one-store": (name) => inScratch(name, (place) => sideBySide(place, sweep)),
  clock: (name) => inScratch(name, (place) => wrongClock(place, train)),
  "clock-queue": (name) => inScratch(name, wrongClockThroughQueue),
  memory: (name) => inScratch(name, (place) => littleMemory(place, longTrain)),
  "memory-sweep": (name) => inScratch(name, (place) => littleMemory(place, longSweep)),
};

type Came = Omit<Trouble, "name">;

const movingClock = ["--import", new URL("./moving-clock.preload.ts", import.meta.url).href];
const smallThreads = ["--import", new URL("./little-memory.preload.ts", import.meta.url).href];
const train = "train --task cyclic:13 --width 64 --fraction 0.7 --goal none --steps 1000".split(
  " ",
);
const sweep = ["sweep", "sweep.json", "--yes"];
const longTrain = [
  ..."train --task cyclic:7 --width 16 --goal none".split(" "),
  ..."--steps 12000 --evaluate-every 1".split(" "),
];
const longSweep = ["sweep", "long.json", "--yes", "--threads", "1"];

/** Gives it a folder with the files of the sweeps. */
async function inScratch(name: string, make: (place: string) => Promise<Came>): Promise<Trouble> {
  const place = mkdtempSync(join(tmpdir(), "grokscape-trouble-"));
  const base = { task: "cyclic:7", model: { width: 16 }, goal: null };
  const files = {
    "sweep.json": { id: "shared", base: { ...base, steps: 3000 }, seeds: 4 },
    "long.json": { id: "long", base: { ...base, steps: 12_000, evaluateEvery: 1 }, seeds: 2 },
  };
  try {
    for (const folder of ["broken", "unbroken"]) {
      mkdirSync(join(place, folder));
      for (const [file, value] of Object.entries(files)) {
        writeFileSync(join(place, folder, file), JSON.stringify(value));
      }
    }
    return { name, ...(await make(place)) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Runs a command that nobody disturbs, and holds what the other folder has beside it. */
async function likeUnbroken(place: string, words: readonly string[]): Promise<string[]> {
  const { code, err } = await begin([grokscape, ...words], join(place, "unbroken")).ended;
  if (code !== 0) throw new Error(`what nobody disturbed ended with ${code}: ${err}`);
  const [came, expected] = ["broken", "unbroken"].map((folder) => contents(join(place, folder)));
  came.delete("sweeps/shared/queue.json");
  return differences(came, expected).map((path) => `${path} is not as in an unbroken run`);
}

/** Whether it was refused in words: code 2, and no fault of ours. */
const isRefused = (came: Awaited<Begun["ended"]>, words: RegExp) =>
  came.code === 2 && words.test(came.out + came.err);

/** Four at once, again and again until all are through: one works, the others are told so. */
async function sideBySide(place: string, words: readonly string[]): Promise<Came> {
  const faults: string[] = [];
  const all = await Promise.all(
    Array.from({ length: 4 }, () => begin([grokscape, ...words], join(place, "broken")).ended),
  );
  const strange = all.filter(
    (came) => came.code !== 0 && !isRefused(came, /in use by process|at work in/),
  );
  for (const { code, err } of strange) faults.push(`one ended with ${code}: ${err}`);
  if (all.every(({ code }) => code !== 0)) faults.push("none of them worked");
  faults.push(...(await likeUnbroken(place, words)));
  return { times: all.length, faults };
}

async function wrongClock(place: string, words: readonly string[]): Promise<Came> {
  const { code, err } = await begin([grokscape, ...words], join(place, "broken"), {
    node: movingClock,
  }).ended;
  const faults = code === 0 ? [] : [`it ended with ${code}: ${err}`];
  return { times: 1, faults: [...faults, ...(await likeUnbroken(place, words))] };
}

async function wrongClockThroughQueue(place: string): Promise<Came> {
  const server = await redisServer();
  const worker = begin([workForever, server.url, "5"], place, { node: movingClock });
  try {
    const words = [grokscape, ...sweep, "--queue", server.url];
    const { code, err } = await begin(words, join(place, "broken"), {
      node: movingClock,
    }).ended;
    const faults = code === 0 ? [] : [`it ended with ${code}: ${err}`];
    return { times: 2, faults: [...faults, ...(await likeUnbroken(place, sweep))] };
  } finally {
    worker.child.kill("SIGKILL");
    await worker.ended;
    await server.remove();
  }
}

/** Threads get a heap that a long run outgrows; the same command with enough goes on. */
async function littleMemory(place: string, words: readonly string[]): Promise<Came> {
  const folder = join(place, "broken");
  const faults: string[] = [];
  const first = await begin([grokscape, ...words], folder, {
    node: smallThreads,
    env: { GROKSCAPE_THREAD_MEMORY: "16" },
  }).ended;
  if (!isRefused(first, /memory of the training thread is used up/)) {
    faults.push(`without memory it ended with ${first.code}: ${first.err.slice(-2000)}`);
  }
  const again = await begin([grokscape, ...words], folder).ended;
  if (again.code !== 0) faults.push(`with memory it ended with ${again.code}: ${again.err}`);
  return { times: 1, faults: [...faults, ...(await likeUnbroken(place, words))] };
}

/** A disk of half a megabyte with something else on it, which then goes. */
async function fullTmpfs(place: string): Promise<Came> {
  const folder = join(place, "broken");
  try {
    execFileSync("unshare", ["--user", "--map-root-user", "--mount", "true"], { stdio: "ignore" });
  } catch {
    return { times: 0, faults: [], skipped: "no user namespaces here" };
  }
  const command = `'${process.execPath}' --conditions=@grokscape/source --disable-warning=ExperimentalWarning '${grokscape}' ${train.join(" ")} >&2`;
  // what the disk held goes with its namespace: it is copied out while it is there
  const script = `mkdir disk && mount -t tmpfs -o size=600k none disk && cd disk || exit 9
    head -c 400000 /dev/zero > other
    ${command}; echo "first $?"
    rm other
    ${command}; echo "then $?"
    cp -r runs ..`;
  const { out, err } = await run(
    "unshare",
    [...["--user", "--map-root-user", "--mount", "sh", "-c", script]],
    folder,
  ).ended;
  const faults: string[] = [];
  if (!/first 2\nthen 0/.test(out)) faults.push(`the commands ended with ${out}: ${err}`);
  if (!/no space left/.test(err)) faults.push(`it said of the full disk: ${err}`);
  rmSync(join(folder, "disk"), { recursive: true, force: true });
  return { times: 1, faults: [...faults, ...(await likeUnbroken(place, train))] };
}
