import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serverProgram } from "../../../packages/experiments/test/node/queue/redis.ts";
import { troubles } from "../src/kills/troubles/index.ts";

const kept = (name: string) =>
  JSON.parse(readFileSync(new URL(`../results/${name}.json`, import.meta.url), "utf8"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "grokscape-trust-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of the bench, which fails where anything is wrong; what it saved. */
function saved(command: string, words: readonly string[]) {
  const save = join(folder, `${command}.json`);
  const program = new URL(`../src/${command}/main.ts`, import.meta.url).pathname;
  execFileSync(
    process.execPath,
    ["--no-warnings", "--conditions=@grokscape/source", program, ...words, "--save", save],
    { stdio: "inherit" },
  );
  return JSON.parse(readFileSync(save, "utf8"));
}

const today = `${1 + Math.floor(Date.now() / 86_400_000) * 100}`;

test("kills of today's seed lose nothing", () => {
  const parts = ["train", "sweep", "reproduce", "report", ...(serverProgram ? ["queue"] : [])];
  saved("kills", ["--kills", "30", "--seed", today, "--only", parts.join(",")]);
});

test.runIf(serverProgram)(
  "nothing that goes wrong is a fault, and the site tells of all of it",
  () => {
    const { troubles: came } = saved("kills", ["--only", "troubles"]);
    const names = Object.keys(troubles);
    expect(came.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(kept("kills").troubles.map(({ name }: { name: string }) => name)).toEqual(names);
  },
);

test("the bits are those that are committed, here and in Chromium, however Node is started", () => {
  const { places } = saved("bits", ["--threads", "3"]);
  const names = (all: readonly { name: string }[]) => new Set(all.map(({ name }) => name));
  expect(names(kept("bits").places)).toEqual(names(places));
});

test("memory is flat, and watching for NaN costs less than a hundredth of a step", () => {
  const { guards } = saved("soak", ["--runs", "1600"]);
  for (const { name, share } of guards.all) expect(share, name).toBeLessThan(0.01);
});
