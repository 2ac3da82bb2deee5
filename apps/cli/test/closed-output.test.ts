import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shell, start } from "./grokscape.ts";

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "grokscape-output-"));
});

afterEach(() => rm(cwd, { recursive: true, force: true }));

const run = "--task cyclic:7 --fraction 0.6 --width 16 --goal none";
/** Would train for hours. */
const endless = `train ${run} --steps 10000000 --evaluate-every 1`;

/** The one run there is has been stopped as by Ctrl-C: it is told how to go on, and nobody holds it. */
async function expectStopped(told: string) {
  const [id] = await readdir(join(cwd, "runs"));
  const folder = join(cwd, "runs", id);
  expect(told).toContain(`nothing is lost. To go on:\n  grokscape resume ${id}\n`);
  const names = await readdir(folder);
  expect(names.filter((name) => name.startsWith("lock"))).toEqual([]);
  const summary = JSON.parse(await readFile(join(folder, "summary.json"), "utf8"));
  expect(summary.stopped).toBe("aborted");
  expect(existsSync(join(folder, "checkpoints", `${summary.steps}.safetensors`))).toBe(true);
}

describe("a reader who goes", () => {
  test.each(["read line", "true"])(
    "| %s: training stops cleanly, and says on standard error how to go on",
    async (reader) => {
      const line = `{ grokscape ${endless}; echo "code $?" >&2; } | { ${reader}; }`;
      const { err } = await shell(line, cwd);
      expect(err.trimEnd().split("\n").at(-1)).toBe("code 141");
      expect(err).not.toContain("EPIPE");
      await expectStopped(err);
    },
  );

  test("standard error gone, too", async () => {
    const { out } = await shell(
      `{ { grokscape ${endless}; echo "code $?" >&3; } 2>&1 | true; } 3>&1`,
      cwd,
    );
    expect(out).toBe("code 141\n");
    const [id] = await readdir(join(cwd, "runs"));
    expect(await readdir(join(cwd, "runs", id))).not.toContain("lock");
  });

  test.each(["tasks", "--help", "predict cyclic:7", "predict cyclic:7 --json"])(
    "%s ends as by SIGPIPE, silently",
    async (words) => {
      // the reader has gone before the first word
      const line = `{ sleep 0.2; grokscape ${words}; echo "code $?" >&2; } | exec 0<&-`;
      expect((await shell(line, cwd)).err).toBe("code 141\n");
    },
  );

  test("of standard error alone stops nothing", async () => {
    const line = `{ grokscape train ${run} --steps 3 --json 2>&1 >&3 | true; } 3>&1`;
    expect(JSON.parse((await shell(line, cwd)).out).record.stopped).toBe("steps");
  });
});

test.runIf(existsSync("/dev/full"))("a full disk is told, and training stops", async () => {
  const { out, err } = await shell(
    `grokscape ${endless} >/dev/full; echo "code $?"; grokscape tasks >/dev/full; echo "code $?"`,
    cwd,
  );
  expect(out).toBe("code 2\ncode 2\n");
  expect(err).toMatch(/^could not write to standard output: no space left$/m);
  expect(err).not.toContain("    at ");
});

test("SIGHUP stops it as Ctrl-C does", async () => {
  const { child, ended, says } = start(endless.split(" "), cwd);
  await says("  train ");
  child.kill("SIGHUP");
  const { code, out } = await ended;
  expect(code).toBe(129);
  await expectStopped(out);
});

test("a second Ctrl-C ends it at once, however long a step takes", async () => {
  const words = "--task cyclic:97 --width 65536 --engine reference".split(" ");
  const { child, ended, says } = start(words, cwd);
  await says("Ctrl-C stops after the present step");
  child.kill("SIGINT");
  await says("Stopping after this step");
  child.kill("SIGINT");
  expect((await ended).signal).toBe("SIGINT");
});
