import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { form } from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import { afterAll, describe, expect, test } from "vitest";
import {
  linksAgain,
  linksNamed,
  namesOf,
  PluginError,
  pluginOfLink,
  runConfig,
  runId,
  setUp,
  taskOf,
} from "../../src/index.ts";
import { loadPlugin, missingPlugins, sweep } from "../../src/node/index.ts";
import { hashSources } from "../../src/node/plugins/hash-sources.ts";
import { addPlugin } from "../../src/plugin.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-plugins-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const file = fileURLToPath(new URL("larger.js", import.meta.url));
const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const engine = { name: "wasm", numericVersion: "1" };
const other = "1".repeat(64);

describe("the hash of a plug-in", () => {
  test("is that of its file, or of what sha256sum tells of its files", async () => {
    expect(await hashSources(file)).toBe(sha256(readFileSync(file)));
    const part = 'import "node:path"; import "./a.js"; export const b = 1;';
    const whole = 'import "./b.js"; import n from "./n.json" with { type: "json" };';
    write("b.js", part);
    write("n.json", "1");
    const lines = [part, "1", whole].map(sha256);
    const files = [`${lines[2]}  a.js\n`, `${lines[0]}  b.js\n`, `${lines[1]}  n.json\n`];
    expect(await hashSources(write("a.js", whole))).toBe(sha256(files.sort().join("")));
  });

  test.each([
    ["await import(name)", /imports what is known only when it runs; .*by their paths/],
    ['import "#inside"', /imports #inside; /],
    ['import "./gone.js"', /could not read .*gone\.js: it is not there/],
    ["export default {", /is no module: /],
  ])("refuses %s", async (text, message) => {
    await expect(hashSources(write("c.js", text))).rejects.toThrow(message);
  });
});

describe("what is no plug-in", () => {
  test.each<[unknown, RegExp]>([
    [undefined, /^x\.js is no plug-in: its default export is undefined; export default \{ name/],
    [{ version: "1.0.0" }, /^x\.js is no plug-in: its name is undefined; /],
    [{ name: "x", version: "one" }, /^x\.js has the version "one"; /],
    [{ name: "x", version: "1.0.0", famlies: [] }, /^x\.js declares "famlies"; a plug-in declares/],
    [{ name: "x", version: "1.0.0" }, /^x\.js adds nothing; families: \[yours\]$/],
    [{ name: "x", version: "1.0.0", families: [1] }, /^x\.js cannot be used: family 0 is no task/],
    [
      {
        name: "x",
        version: "1.0.0",
        families: [{ id: "mine", title: "t", example: "", make: () => ({ size: 1 }) }],
      },
      /^x\.js cannot be used: "mine:¬" is accepted; it must be refused/,
    ],
  ])("%# is refused in one line", async (declared, message) => {
    const refused = addPlugin(declared, other, "x.js");
    await expect(refused).rejects.toThrow(PluginError);
    await expect(refused).rejects.toThrow(message);
    expect(() => taskOf({ task: "mine" })).toThrow('unknown task "mine"');
  });

  test.each([
    ["./gone.js", /^there is no plug-in \.\/gone\.js; looked for .*gone\.js$/],
    [".", /it is a folder/],
    ["no-such-package", /^there is no plug-in no-such-package: /],
  ])("%s is not found", async (written, message) => {
    await expect(loadPlugin(written, { folder: scratch })).rejects.toThrow(message);
  });
});

test("a run of a plug-in's task names it, and no other will do", async () => {
  const input = { task: "larger:6", model: { width: 8 }, steps: 2, goal: null } as const;
  const before = runConfig(input);
  expect(before).not.toHaveProperty("plugins");
  const unknown = { name: "larger", version: "1.0.0", sha256: other };
  expect(() => taskOf({ task: "larger:6", plugins: [unknown] })).toThrow(
    /^the task larger:6 is made by larger 1\.0\.0 \(sha256 1{64}\), which is not loaded here: /,
  );

  const asked: string[] = [];
  const mayRun = (path: string) => void asked.push(path);
  const expected = loadPlugin(file, { expected: unknown, mayRun });
  await expect(expected).rejects.toThrow(
    /is not larger 1\.0\.0 \(sha256 1+\) any more: its sha256/,
  );
  expect(asked).toEqual([]); // and was not run
  expect(missingPlugins({ plugins: [unknown] })).toEqual([unknown]);
  const { file: _, ...plugin } = await loadPlugin(file, { mayRun });
  expect(asked).toEqual([file]);
  expect(await loadPlugin(file, { mayRun })).toEqual({ ...plugin, file });
  expect(asked).toEqual([file]);

  const config = runConfig(input);
  expect(config).toEqual({ ...before, plugins: [plugin] });
  expect(runConfig(config)).toEqual(config);
  expect(runId(config, engine)).not.toBe(runId(before, engine));
  const changed = { ...config, plugins: [{ ...plugin, sha256: other }] };
  expect(runId(changed, engine)).not.toBe(runId(config, engine));
  for (const wrong of [changed, before]) expect(() => setUp(wrong)).toThrow(PluginError);
  expect(() => runConfig(changed)).toThrow(
    new RegExp(`as larger 1.0.0 .sha256 1+. makes it; here .* ${plugin.sha256}. makes it;`),
  );
  expect(() => runConfig({ ...config, task: "cyclic:7" })).toThrow("here no plug-in makes it");
  expect(() => runConfig({ ...config, plugins: [{ name: "x" }] as never })).toThrow(
    "plugins.0 must have name, version and sha256, got an object",
  );

  for await (const swept of sweep([config], { threads: 1 })) {
    expect(swept).toMatchObject({ record: { steps: 2, config } });
  }
});

describe("an optimiser of a plug-in", () => {
  const path = fileURLToPath(new URL("sign.js", import.meta.url));

  test("names its plug-in, and is made again by its name", async () => {
    expect(() => linksNamed("sign:0.001")).toThrow(/^there is no optimiser "sign:0.001" .*none is/);
    const { file: _, ...plugin } = await loadPlugin(path);
    const links = linksNamed("sign:1e-3");
    const name = `sign:0.001 of sign 1.0.0 sha256 ${plugin.sha256}`;
    expect(namesOf(links)).toEqual([name]);
    expect(pluginOfLink(name)).toEqual(plugin);
    expect(pluginOfLink("sign-descent 1")).toBeUndefined();
    expect(namesOf(linksAgain([name]))).toEqual([name]);
    const other = name.replace(plugin.sha256, "1".repeat(64));
    expect(() => linksAgain([other])).toThrow(`the link ${other} is ${name} here`);
    expect(() => linksAgain(["sign-descent 1"])).toThrow("was brought along by a program");
    expect(() => linksNamed("sign:-1")).toThrow(
      '"sign:-1": the rate must be a number > 0, got -1; write for example "sign:0.001"',
    );
    expect(() => linksNamed("sign:x")).toThrow("the rate must be a number > 0");
  });

  const one = { id: "mine", title: "t", params: form(), example: "", create: () => link(() => 1) };
  const link = (value: () => number) => ({
    init: () => ({}),
    update: ({ W }: Tensors) => void W.data.fill(value()),
  });
  let calls = 0;
  test.each<[unknown, RegExp]>([
    [{ ...one, id: "sign" }, /^x\.js cannot be used: there is an optimiser sign already/],
    [{ ...one, params: undefined }, /optimiser 0 is none, got an object; it has id, title, params/],
    [
      { ...one, create: () => link(() => calls++) },
      /the optimiser mine does not do the same twice/,
    ],
    [{ ...one, create: () => link(() => Number.NaN) }, /the optimiser mine comes to NaN/],
    [{ ...one, create: () => null }, /the optimiser mine fails: /],
  ])("%# is refused", async (optimiser, message) => {
    const declared = { name: "x", version: "1.0.0", optimisers: [optimiser] };
    await expect(addPlugin(declared, other, "x.js")).rejects.toThrow(message);
  });
});
