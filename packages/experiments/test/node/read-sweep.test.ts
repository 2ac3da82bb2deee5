import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSweep } from "../../src/node/index.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-read-sweep-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function read(name: string, text: string) {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return readSweep(path);
}

const sweep = {
  id: "small",
  base: { task: "cyclic:7" },
  vary: { "optimiser.learningRate": { log: [1e-3, 0.1], count: 3 } },
};
const yaml = `id: small
base: { task: cyclic:7 }
vary:
  optimiser.learningRate: { log: [1e-3, 1e-1], count: 3 }
`;

test("YAML and JSON say the same", async () => {
  const { runs } = await read("a.yaml", yaml);
  expect(runs).toHaveLength(3);
  expect((await read("a.json", JSON.stringify(sweep))).runs).toEqual(runs);
});

test("TypeScript is run, or refused with what would do", async () => {
  const reading = read("a.ts", `export default ${JSON.stringify(sweep)} satisfies object;`);
  const takesTypes = (process.features as { typescript?: unknown }).typescript;
  if (takesTypes) expect((await reading).runs).toHaveLength(3);
  else await expect(reading).rejects.toThrow(/Node 22\.18 and later do/);
});

test.each([
  [
    "a.yaml",
    yaml.replace("learningRate", "lerningRate"),
    /a\.yaml:4:3: there is no setting optimiser\.lerningRate; did you mean optimiser\.learningRate\?$/,
  ],
  [
    "b.yaml",
    yaml.replace("task: cyclic:7", "task: cyclic:7, stps: 3"),
    /b\.yaml:2:25: .*did you mean steps\?$/,
  ],
  ["c.yaml", yaml.replace("log", "lgo"), /c\.yaml:4:3: no values/],
  ["d.yaml", `${yaml}seeds: 1000000000\n`, /d\.yaml:1:1: it has 3,000,000,000 runs/],
  ["e.yaml", "id: small\nbase: { task: cyclic:7\nvary: 1", /e\.yaml:3:1: no YAML: /],
  [
    "i.yaml",
    `id: small\n${"? ".repeat(30)}a`,
    /i\.yaml:2:3: a list or an object in place of a name; /,
  ],
  ["k.yaml", `*${"a".repeat(5000)}`, /k\.yaml.{1,300}$/],
  ["j.yaml", '"a\\nb": 1', /j\.yaml:1:1: unknown field "a\\nb"; there are /],
  [
    "f.json",
    '{ "id": "small",\n "base": { "task": "cyclic:7" },\n "sedes": 3 }',
    /f\.json:3:2: unknown field sedes; did you mean seeds\?$/,
  ],
  ["g.yaml", "", /g\.yaml:1:1: a sweep has fields, got null/],
  ["h.toml", "", /h\.toml is no sweep; give a \.yaml, \.json or \.ts file/],
])("%s: what cannot be used is named with its place, in one line", async (name, text, said) => {
  const error: Error = await read(name, text).then(
    () => new Error("it was taken"),
    (error) => error,
  );
  expect(error.message).toMatch(said);
  expect(error.message).not.toContain("\n");
});

test("a file that is not there is told", async () => {
  await expect(readSweep(join(scratch, "none.yaml"))).rejects.toThrow("it is not there");
});
