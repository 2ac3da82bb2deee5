import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RunFolderError, trainInFolder } from "@grokscape/trainer/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFolder } from "../../src/node/lock.ts";
import { lives, thisProcess } from "../../src/node/process-identity.ts";
import { drain, longRun, toyOptions } from "./long-run.ts";

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "grokscape-lock-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await rm(folder, { recursive: true, force: true });
});

const path = () => join(folder, "lock");
const here = await thisProcess();

/** Takes a folder whose lock says this, and gives it back. */
async function takeOver(lock: object) {
  await writeFile(path(), JSON.stringify(lock));
  const unlock = await lockFolder(folder);
  expect(JSON.parse(await readFile(path(), "utf8"))).toMatchObject(here);
  await unlock();
  expect(await readdir(folder)).toEqual([]);
}

async function refused(message: string) {
  const error = await lockFolder(folder).catch((caught) => caught);
  expect(error).toBeInstanceOf(RunFolderError);
  expect(error.message).toContain(message);
  expect(error.message).toContain(path());
  expect(await readdir(folder)).toEqual(["lock"]);
}

/** Starts a program and gives the first line it prints. */
async function start(command: string, ...given: string[]) {
  const child = spawn(command, given, { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said).trim() };
}

test("a folder that is in use is refused to all others, however long its path", async () => {
  const deep = join(folder, "a".repeat(120));
  await mkdir(deep);
  for (const place of [folder, deep]) {
    const unlock = await lockFolder(place);
    await expect(lockFolder(place)).rejects.toThrow(`in use by process ${process.pid}, this one`);
    const { beacon } = JSON.parse(await readFile(join(place, "lock"), "utf8"));
    if (here.boot) expect(await readdir(place)).toContain(beacon);
    await unlock();
    await (await lockFolder(place))();
    expect(await readdir(place)).toEqual(place === deep ? [] : ["a".repeat(120)]);
  }
});

test("of many who want a folder at once, one gets it", async () => {
  await writeFile(path(), JSON.stringify({ pid: process.pid, host: hostname() }));
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  const got = all.filter((one) => one.status === "fulfilled");
  expect(got).toHaveLength(1);
  await got[0].value();
  expect(await readdir(folder)).toEqual([]);
});

describe("a lock is taken over", () => {
  test("that another process with our pid left", () =>
    takeOver({ pid: here.pid, host: here.host }));

  test.runIf(here.start)("whose pid is another process's by now", async () => {
    await takeOver({ ...here, start: `${Number(here.start) - 1}` });
    await takeOver({ ...here, pid: process.ppid, start: "1" });
  });

  test.runIf(here.boot)("of before the machine was started again", () =>
    takeOver({ ...here, boot: "another" }),
  );

  test("whose beacon is out", () => takeOver({ ...here, beacon: "lock.0123456789abcdef" }));

  test("with what a process left on a disk that became read-only", async () => {
    const beacon = "lock.0123456789abcdef";
    const left = JSON.stringify({ ...here, beacon });
    await writeFile(join(folder, `${beacon}.mine`), left);
    await takeOver({ ...here, beacon });
  });

  test.runIf(process.platform === "linux")("of a zombie", async () => {
    const sleeper = "exec 3<&0; cat <&3 & echo $!; exec sleep 600"; // never asks how its child ended
    const { child, said } = await start("sh", "-c", sleeper);
    await expect.poll(() => readFile(`/proc/${child.pid}/comm`, "utf8")).toBe("sleep\n");
    const zombie = { pid: Number(said), host: here.host };
    expect(await lives(zombie)).toBe(true);
    child.stdin.end();
    await expect.poll(() => readFile(`/proc/${said}/stat`, "utf8")).toContain(") Z ");
    expect(await lives(zombie)).toBe(false);
    await takeOver(zombie);
  });
});

test("a folder whose lock cannot be removed is given back all the same", async () => {
  const unlock = await lockFolder(folder);
  await rm(path());
  await mkdir(path()); // which is not removed like a file
  await unlock();
  expect((await readdir(folder)).filter((name) => name !== "lock")).toEqual([]);
});

describe("a lock holds", () => {
  test("of a process of an early version that lives", async () => {
    await writeFile(path(), JSON.stringify({ pid: process.ppid, host: here.host }));
    await refused(`in use by process ${process.ppid}, says ${path()}; wait until it ends`);
  });

  test.each([
    ["another machine", { host: "elsewhere" }],
    ["another machine, by its kernel", { host: "elsewhere", boot: "another" }],
    ["a container, where disks have no sockets", { namespace: "pid:[1]" }],
  ])("of %s, and says how to remove it", async (_where, changes) => {
    await writeFile(path(), JSON.stringify({ ...here, ...changes, pid: 77 }));
    await refused("if that process is gone, remove that file");
  });
});

describe("what is no lock is an error that names it", () => {
  test.each([0, -1, 1.5, 2 ** 32, "7", null])("as one with pid %s", async (pid) => {
    await writeFile(path(), JSON.stringify({ ...here, pid }));
    await refused("lock is no lock of a run folder; if nothing trains there, remove it");
  });

  test.each(["", "text", "[]", "null", '{"pid":7}'])("as %j", async (text) => {
    await writeFile(path(), text);
    await refused("lock is no lock of a run folder");
  });

  test("as a beacon elsewhere", async () => {
    await writeFile(path(), JSON.stringify({ ...here, beacon: "../../socket" }));
    await refused("lock is no lock of a run folder");
  });

  test("as a folder, or one that cannot be read", async () => {
    await mkdir(path());
    await refused("could not read");
    await rm(path(), { recursive: true });
    await symlink("lock", path());
    await refused("could not read");
  });
});

const container = ["--pid", "--fork", "--kill-child", "--mount-proc"];
const hasContainers = spawnSync("unshare", [...container, "true"]).status === 0;

describe.runIf(hasContainers)("in a container", () => {
  const trainForever = [
    process.execPath,
    "--conditions=@grokscape/source",
    fileURLToPath(new URL("train-forever.ts", import.meta.url)),
  ];

  test("a killed run goes on at once in the next one; one that lives keeps its folder", async () => {
    const first = await start("unshare", ...container, ...trainForever, folder);
    const ended = once(first.child, "close");
    first.child.kill("SIGKILL");
    await ended;
    const second = await start("unshare", ...container, ...trainForever, folder);
    expect(Number(second.said.split("\n")[0])).toBeGreaterThanOrEqual(0);
    const third = drain(trainInFolder(folder, longRun, toyOptions));
    await expect(third).rejects.toThrow(/in use by process 1, says .*lock/);
  });
});
