import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunConfigInput, referenceEngine, runConfig } from "@grokscape/trainer";
import { readRun, trainInFolder } from "@grokscape/trainer/node";
import { afterAll, expect, test } from "vitest";
import { readingsOf } from "../../src/outcome/spectrum.ts";
import { reportPage } from "../../src/report/report-page.ts";
import { conclude } from "../../src/run/conclude.ts";

const folder = mkdtempSync(join(tmpdir(), "grokscape-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reportOf(name: string, settings: RunConfigInput): Promise<string> {
  const config = runConfig({ steps: 12, goal: null, split: { fraction: 0.5 }, ...settings });
  const options = { engine: referenceEngine, readings: readingsOf(config) };
  const run = trainInFolder(join(folder, name), config, options);
  for (let next = await run.next(); !next.done; ) next = await run.next();
  return reportPage(await conclude(await readRun(join(folder, name))));
}

const titles = (page: string): string[] => [
  ...new Set([...page.matchAll(/<svg[^>]*><title>([^<]*)<\/title>/g)].map(([, title]) => title)),
];

const curves = ["Accuracy on train and test examples", "Loss on train and test examples"];
const table = "The multiplication table as it is learned";
const irreps = "Which irreps the hidden nodes hold";
const energies = "How high the hidden nodes have climbed";
const inside = "What happens inside while a network groks";
const course = "How weight moves between irreps";
const waves = "What hidden nodes look for: waves on the group";
const patterns = "What hidden nodes look for: patterns on the Cayley table";
const width = { width: 12 };

test.each<[string, RunConfigInput, string[]]>([
  ["cyclic", { task: "cyclic:7", model: width }, [table, irreps, energies, waves, inside, course]],
  [
    "dihedral",
    { task: "dihedral:4", model: width },
    [table, irreps, energies, patterns, inside, course],
  ],
  [
    "relu",
    { task: "cyclic:7", model: { ...width, activation: "relu" } },
    [table, irreps, waves, inside, course],
  ],
  [
    "trained embedding",
    { task: "cyclic:7", model: { ...width, embedding: "trainable" } },
    [table, inside],
  ],
  [
    "transformer",
    { task: "cyclic:5", model: { kind: "transformer", width: 8, heads: 2, mlpWidth: 16 } },
    [table],
  ],
  ["no table of pairs", { task: "parity:6,2", model: width }, [inside]],
])("%s: a report has the pictures that apply, for wide and narrow screens", async (...of) => {
  const [name, settings, pictures] = of;
  const page = await reportOf(name, settings);
  expect(titles(page).sort()).toEqual([...curves, ...pictures].sort());
  expect(page.match(/<svg/g)).toHaveLength(2 * titles(page).length);
  expect(page).not.toMatch(/(src|href)="(?!#)|NaN|undefined/);
});

test("what nobody could know is told, drawn as a ceiling and struck through", async () => {
  const few = { task: "cyclic:13", model: width, split: { count: 30 }, seed: 2 };
  const page = await reportOf("few", few);
  expect(page).toMatch(
    /The best any learner could do with these examples: \d\d\.\d %; this network:/,
  );
  expect(page).toContain('data-mark="ceiling"');
  expect(page).toContain('data-mark="unknowable"');
  const whole = await reportOf("whole", { ...few, split: { count: 150 } });
  expect(whole).toContain("these examples: 100.0 %");
  expect(whole).not.toMatch(/data-mark="(ceiling|unknowable)"/);
});

test("levels of the theory and the strongest nodes are named", async () => {
  const page = await reportOf("named", { task: "dihedral:4", model: width });
  expect(page).toContain(">E* = M/2<");
  expect(page).toContain(">E* = M/4<");
  expect(page).toMatch(/>node \d+(, irrep \d)?</);
});

test("before the first checkpoint there is nothing of the network to show", async () => {
  await reportOf("early", { task: "cyclic:7", model: width });
  rmSync(join(folder, "early", "checkpoints"), { recursive: true });
  const page = await reportPage(await conclude(await readRun(join(folder, "early"))));
  expect(titles(page).sort()).toEqual([...curves, inside].sort());
});

test("a run of an early version, which kept no spectra, says so", async () => {
  await reportOf("old", { task: "cyclic:7", model: width });
  rmSync(join(folder, "old", "readings.jsonl"));
  const page = await reportPage(await conclude(await readRun(join(folder, "old"))));
  expect(titles(page)).not.toContain(course);
  expect(page).toContain("this run kept no spectra while it trained");
});

test("a table of very many pairs is left out with a word", async () => {
  const page = await reportOf("large", { task: "cyclic:211", model: { width: 2 }, steps: 1 });
  expect(page).toContain("Its table of 44,521 pairs is too large to be shown here.");
  expect(titles(page)).not.toContain(table);
});
