import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { grokscape, here } from "./grokscape.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-plugin-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const plugin = join(scratch, "larger.js");
cpSync(inRepository("packages/trainer/test/plugins/larger.js"), plugin);
cpSync(inRepository("packages/trainer/test/plugins/sign.js"), join(scratch, "sign.js"));
mkdirSync(join(scratch, "node_modules/@grokscape"), { recursive: true });
symlinkSync(
  inRepository("packages/group-datasets"),
  join(scratch, "node_modules/@grokscape/group-datasets"),
);
const source = readFileSync(plugin);

const known = { XDG_STATE_HOME: join(scratch, "state") };
const elsewhere = { XDG_STATE_HOME: join(scratch, "other-state") };
const given = ["--width", "8", "--steps", "4", "--goal", "none"];

test("a task of a plug-in is trained, and its run is read with that plug-in and no other", async () => {
  const words = ["train", "larger:5", "--plugin", "./larger.js", ...given];
  const { code, err } = await grokscape(words, scratch, known);
  expect({ code, err }).toEqual({ code: 0, err: expect.not.stringMatching(/error/i) });
  const [run] = readdirSync(join(scratch, "runs"));
  const { config } = JSON.parse(readFileSync(join(scratch, "runs", run, "config.json"), "utf8"));
  expect(config.plugins).toEqual([
    { name: "larger", version: "1.0.0", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  const [{ sha256 }] = config.plugins;
  writeFileSync(
    join(scratch, "mine.yaml"),
    `id: mine\nplugins: [./larger.js]\nbase: ${JSON.stringify({ ...config, plugins: undefined })}\n`,
  );

  // each of these would run it
  const refused = async (words: string[], env: Readonly<Record<string, string>>) => {
    const { code, out, err } = await here(words, scratch, env);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    return err;
  };
  const unnamed =
    /larger 1\.0\.0 \(sha256 \w+\), which was not named on this machine yet; .*--plugin/;
  for (const command of ["resume", "report", "measure"])
    expect(await refused([command, run], elsewhere)).toMatch(unnamed);
  expect(await refused(["sweep", "mine.yaml"], elsewhere)).toMatch(
    /mine\.yaml names the plug-in \.\/larger\.js \(sha256 \w+\), which nobody has named/,
  );
  appendFileSync(plugin, "// changed\n");
  const changed = await refused(["resume", run], known);
  expect(changed).toMatch(
    new RegExp(`needs the plug-in .*${sha256}.*: its sha256 is [0-9a-f]{64};`),
  );
  renameSync(plugin, join(scratch, "gone.js"));
  expect(await refused(["report", run], known)).toMatch(/needs the plug-in .* there is no plug-in/);

  writeFileSync(plugin, source);
  const report = await here(["report", run], scratch, known);
  expect(report).toMatchObject({ code: 0, err: "" });
  const resumed = await here(["resume", run], scratch, known);
  expect(resumed.out).toMatch(/--task larger:5 .*--plugin larger\.js$/m);
  const swept = await here(["sweep", "mine.yaml", "--store", "runs"], scratch, known);
  expect(swept.out).toContain("1 are there already."); // the very run
  expect((await here(["tasks"], scratch)).out).toMatch(/^ *larger:5 /m);
});

test("an optimiser of a plug-in trains, goes on, and is a part of the run's name", async () => {
  const words = "train cyclic:5 --plugin ./sign.js --links sign:0.01 --runs signed".split(" ");
  const trained = await here([...words, ...given], scratch, known);
  expect(trained).toMatchObject({ code: 0, err: "" });
  expect(trained.out).toMatch(/Trained by sign:0\.01 of sign 1\.0\.0 sha256 .*in place of adam/s);
  const [run] = readdirSync(join(scratch, "signed"));
  const folder = join(scratch, "signed", run);
  const summary = readFileSync(join(folder, "summary.json"), "utf8");
  rmSync(join(folder, "summary.json"));
  const resumed = await here(["resume", run, "--runs", "signed"], scratch, known);
  expect(resumed).toMatchObject({ code: 0, err: "" });
  const { weightsHash } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  expect(weightsHash).toBe(JSON.parse(summary).weightsHash);
  const again = await here(["resume", run, "--runs", "signed"], scratch, known);
  expect(again.out).toMatch(/--links sign:0\.01 --plugin sign\.js/);
  expect(await here(["train", "--links", "nosuch:1"], scratch, known)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^there is no optimiser "nosuch:1" of a plug-in; there are such as/),
  });
});

test("a plug-in that cannot be run is told in one line", async () => {
  writeFileSync(join(scratch, "throws.js"), 'throw new Error("no\\nway")');
  expect(await here(["predict", "x:1", "--plugin", "./throws.js"], scratch, known)).toEqual({
    code: 2,
    out: "",
    err: "./throws.js cannot be run: no\n",
  });
});
