import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { here, start } from "./grokscape.ts";

const scratch = mkdtempSync(join(tmpdir(), "grokscape-border-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const file = (name: string, border: string) => {
  writeFileSync(
    join(scratch, name),
    `id: small
base:
  task: cyclic:11
  model: { width: 64 }
  optimiser: { learningRate: 0.02, weightDecay: 1e-3 }
  steps: 300
vary:
  split.stratify: [false, true]
border:
${border.replace(/^/gm, "  ")}
`,
  );
};

const border = `over: split.count
from: 40
to: 110
goal: 0.5
width: 0.2
budget: 16`;

const found = (store: string) => {
  const { variants, question } = JSON.parse(
    readFileSync(join(scratch, store, "border.json"), "utf8"),
  );
  return { variants, question };
};

test("a search that is killed goes on by the same command, to the same borders", async () => {
  file("small.yaml", border);
  const unbroken = await here(["sweep", "small.yaml", "--store", "whole"], scratch);
  expect(unbroken).toMatchObject({ code: 0, err: "" });
  expect(unbroken.out).toContain("2 to find, over split.count from 40 to 110, in whole");
  const words = ["sweep", "small.yaml", "--store", "killed", "--threads", "1"];
  const killed = start(words, scratch);
  await killed.says("runs");
  process.kill(-(killed.child.pid as number), "SIGKILL");
  await killed.ended;
  const { code, out, err } = await here([...words, "--json"], scratch);
  expect(code, err).toBe(0);
  expect(found("killed")).toEqual(found("whole"));
  const { measurement, laws } = JSON.parse(out);
  expect(measurement).toMatchObject(found("whole"));
  expect(laws.borders.map(({ classes }: { classes: number }) => classes)).toEqual([11, 11]);
});

test("results tell borders before the runs, and alone for programs", async () => {
  const table = await here("results whole", scratch);
  expect(table).toMatchObject({ code: 0, err: "" });
  for (const { border } of found("whole").variants) {
    expect(table.out).toContain(`${Number(border.at.toPrecision(4))} (`);
  }
  expect(table.out).toContain("split.count");
  const json = await here("results whole --borders --format json", scratch);
  expect(JSON.parse(json.out).measurement).toMatchObject(found("whole"));
  await here("results whole --page page.html", scratch);
  const page = readFileSync(join(scratch, "page.html"), "utf8");
  const [{ name, border }] = found("whole").variants;
  expect(page).toMatch(
    new RegExp(`<th scope="row">${name}</th><td>${border.at.toPrecision(4)} \\(`),
  );
  expect(page).toContain('data-mark="interval"');
  const path = join(scratch, "whole", "border.json");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/"cameAt": null/, '"cameAt": 10'));
  const changed = await here("results whole", scratch);
  expect(changed).toMatchObject({ code: 2 });
  expect(changed.err).toMatch(/border\.json has been changed: .*: run \d+ has split\.count/);
  writeFileSync(path, text);
});

test("what cannot be looked for is refused in one line, with its place", async () => {
  const refused = async (border: string, ...words: string[]) => {
    file("bad.yaml", border);
    const { code, err } = await here(["sweep", "bad.yaml", ...words].join(" "), scratch);
    expect(code).toBe(2);
    expect(err.trim().split("\n")).toHaveLength(1);
    return err;
  };
  expect(await refused(border.replace("40", "200"))).toContain(
    "bad.yaml:11:3: from must be less than to, which is 110, got 200",
  );
  expect(await refused(border.replace("split.count", "loss"))).toContain(
    "bad.yaml:10:3: over must be a setting that is a number",
  );
  expect(await refused(border.replace("0.5", "50"))).toContain("goal must be a share in (0, 1]");
  expect(await refused(border.replace("16", "2"))).toContain("budget must be a whole number");
  expect(await refused(border.replace("110", "500"))).toContain(
    "bad.yaml:12:3: stratify no: count 500 shows 500 of 121 examples",
  );
});
