import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSweep } from "@grokscape/experiments/node";
import {
  cyclic,
  dihedral,
  fromCayleyTable,
  fromPermutations,
  loadTaskFamilies,
  npy,
  split,
  type Task,
  task,
  taskFamilies,
  trainCount,
} from "@grokscape/group-datasets";
import {
  decodeCheckpoint,
  decodeSafetensors,
  encodeSafetensors,
  presets,
  runConfig,
  runId,
} from "@grokscape/trainer";
import { fastestEngine, readCheckpoints, readRun, trainInFolder } from "@grokscape/trainer/node";
import { keys, readKey } from "@grokscape/trainer/settings";
import * as viz from "@grokscape/viz";
import { renderToString } from "@grokscape/viz/server";
import fc from "fast-check";
import { nearly, nearlyBytes, nearlyText } from "./mutate.ts";

/** Something that takes what strangers write: it uses it, or refuses it with an error of ours. */
export interface Target {
  readonly name: string;
  /** Of all inputs those that it gets, by weight. */
  readonly weight: number;
  readonly inputs: fc.Arbitrary<unknown>;
  /** @throws InputError where it refuses; any other error is a fault */
  use(input: unknown): unknown;
}

const target = <Input>(
  name: string,
  weight: number,
  inputs: fc.Arbitrary<Input>,
  use: (input: Input) => unknown,
): Target => ({ name, weight, inputs, use }) as Target;

function mustHold(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Everything that is fuzzed; a run folder is made for it, and removed by `end`. */
export async function openTargets(): Promise<{
  readonly targets: readonly Target[];
  end(): void;
}> {
  await loadTaskFamilies();
  const folder = mkdtempSync(join(tmpdir(), "grokscape-fuzz-"));
  const run = await trainedRun(join(folder, "run"));
  const checkpoint = run.get("checkpoints/10.safetensors") as Uint8Array;
  const table = (n: number) =>
    Array.from({ length: n * n }, (_, i) => (Math.floor(i / n) + (i % n)) % n);
  const known = ["cyclic:7", "dihedral:3", "small:21,1", "noise:0.1,3:cyclic:7", ...examples()];

  const targets = [
    target("Cayley tables", 1, nearly([table(5)], [table(3), { name: "Z_3" }]), (input) => {
      const made = fromCayleyTable(...(listOf(input) as [number[]]));
      mustHold(made.multiply(made.identity, 1 % made.order) === 1 % made.order, "no identity");
    }),
    target(
      "permutations",
      1,
      nearly(
        [
          [
            [1, 2, 0],
            [1, 0, 2],
          ],
        ],
        [[[1, 0]], { name: "Z_2" }],
      ),
      (input) => fromPermutations(...(listOf(input) as [number[][]])),
    ),
    target("tasks", 2, nearlyText(...known), (text) => mustBeTask(task(text))),
    target(
      "expressions",
      2,
      nearlyText("(a*b + 3) mod 13", "a^2 + a*b - b^2 mod 17", "a/b mod 7", "a*b^-1 + 1 mod 11"),
      (text) => mustBeTask(task(`custom:${text}`)),
    ),
    target(
      "splits",
      2,
      nearly(
        { fraction: 0.5, seed: 1, stratify: true },
        { count: 12, seed: 2, keepTransposesTogether: true },
        { criticalMultiple: 1, seed: 3, holdOut: { symbols: [1], operand: 0 } },
        { examples: [1, 3, 5], seed: 4 },
      ),
      (spec) => {
        const of = task("cyclic:7");
        const { train, test } = split(of, spec as Parameters<typeof split>[1]);
        mustHold(
          train.length === trainCount(of, spec as Parameters<typeof split>[1]),
          "another count",
        );
        mustHold(new Set([...train, ...test]).size === of.size, "shown and held out overlap");
      },
    ),
    target("configs", 4, nearly(...presets.map(({ config }) => config)), (input) => {
      const config = runConfig(input as Parameters<typeof runConfig>[0]);
      const id = runId(config, { name: "wasm", numericVersion: "1" });
      mustHold(/^[A-Za-z0-9-]+$/.test(id), `the folder ${id}`);
      mustHold(
        JSON.stringify(runConfig(JSON.parse(JSON.stringify(config)))) === JSON.stringify(config),
        "read anew it is another",
      );
    }),
    target(
      "settings in a laboratory's address",
      3,
      fc.tuple(
        fc.constantFrom(...keys),
        nearlyText("0.5", "adamw", "clip:1,grokfast-ma:10", "relu", "none"),
      ),
      ([key, text]) => readKey(key, key, text),
    ),
    target("sweep files", 2, nearlyText(...sweepFiles), async (text) => {
      const path = join(folder, text.startsWith("{") ? "sweep.json" : "sweep.yaml");
      writeFileSync(path, text);
      await readSweep(path);
    }),
    target("safetensors files", 4, nearlyBytes(...tensorFiles()), decodeSafetensors),
    target("checkpoints", 3, nearlyBytes(checkpoint), decodeCheckpoint),
    target("run folders", 1, changedFolder(run), async ({ path, bytes }) => {
      const of = join(folder, "changed");
      for (const [name, file] of run) writeInside(of, name, name === path ? bytes : file);
      try {
        await readRun(of);
        await readCheckpoints(of);
      } finally {
        rmSync(of, { recursive: true, force: true });
      }
    }),
    target(
      "words in pictures",
      1,
      fc.tuple(nearlyText("Z_3", "K = 16"), fc.nat(drawings.length - 1)),
      ([text, at]) => mustBeSound(renderToString((document) => drawings[at](text, document))),
    ),
  ];
  return { targets, end: () => rmSync(folder, { recursive: true, force: true }) };
}

const listOf = (input: unknown): unknown[] => (Array.isArray(input) ? input : [input]);

const examples = () => taskFamilies.map(({ id, example }) => `${id}:${example}`);

function mustBeTask(made: Task): void {
  for (const index of [0, made.size - 1]) {
    const { label } = made.example(index);
    mustHold(label >= 0 && label < made.classes, `the answer ${label} of ${made.classes}`);
  }
}

/** The files of a short run, by their names. */
async function trainedRun(folder: string): Promise<Map<string, Uint8Array>> {
  const config = runConfig({
    ...{ task: "cyclic:5", model: { width: 4 }, split: { fraction: 0.6 } },
    ...{ steps: 20, evaluateEvery: 5, goal: null },
  });
  const engine = await fastestEngine(config, { threads: 1 });
  const rows = trainInFolder(folder, config, { engine, checkpointEvery: 10 });
  while (!(await rows.next()).done);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
}

const changedFolder = (run: ReadonlyMap<string, Uint8Array>) =>
  fc
    .constantFrom(...run.keys())
    .chain((path) => nearlyBytes(run.get(path) as Uint8Array).map((bytes) => ({ path, bytes })));

function writeInside(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const tensorFiles = (): Uint8Array[] => [
  encodeSafetensors({
    tensors: {
      W: { shape: [2, 3], data: Float32Array.of(1, -0, 3, 4, 5, 1e38) },
      V: { shape: [2], data: Float64Array.of(1, 2) },
    },
    metadata: { step: "12" },
  }),
  encodeSafetensors({ tensors: {}, metadata: {} }),
  npy(Uint32Array.of(1, 2, 3), [3]),
];

const sweepFiles: readonly string[] = [
  `id: tries
base: { task: "cyclic:7", model: { width: 16 }, steps: 50 }
vary:
  split.fraction: [0.4, 0.5]
  optimiser.learningRate: { from: 0.001, to: 0.1, times: 10 }
seeds: 3
`,
  `id: where
base: &base { task: cyclic:11, goal: { testAccuracy: 0.9 } }
vary: { optimiser.kind: [adam, sgd], optimiser.momentum: { values: [0, 0.9], when: { optimiser.kind: sgd } } }
border: { over: split.count, from: 20, to: 100 }
`,
  '{ "base": { "task": "dihedral:3" }, "vary": { "model.width": [8, 16] }, "seeds": [1, 2] }',
];

const run = {
  metrics: [0, 10].map((step) => ({
    step,
    trainAccuracy: 0.5,
    testAccuracy: 0.4,
    trainLoss: 0.3,
    testLoss: 0.2,
  })),
  memorisedAt: 0,
  generalisedAt: null,
};

/** Pictures with words of a user in every place that takes them. */
const drawings: readonly ((text: string, document: Document) => Element)[] = [
  (title, document) => viz.grokkingCurve(run, { document, title }),
  (name, document) =>
    viz.milestoneSpread([{ name, runs: [{ memorisedAt: 10, generalisedAt: null, steps: 100 }] }], {
      document,
    }),
  (name, document) =>
    viz.borderTransition(
      [
        {
          name,
          at: 62,
          low: 58,
          high: null,
          runs: [{ value: 60, came: true }],
          curve: [{ value: 62, probability: 0.5 }],
        },
      ],
      { document, over: name },
    ),
  (name, document) => viz.cayleyTable({ ...labelled(cyclic(3), name), name }, { document }),
  (name, document) => viz.cayleyTable(labelled(dihedral(3), name), { document, title: name }),
];

const labelled = <Group extends object>(group: Group, label: string) => ({
  ...group,
  label: (a: number) => `${label}${a}`,
});

/** Elements, quoted attributes and escaped text, nothing else: what a user wrote makes no markup. */
const sound =
  /^(?:<[a-z][\w-]*(?: [a-z][\w:-]*="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*>|<\/[a-z][\w-]*>|[^<&]|&(?:amp|lt|gt);)*$/i;

function mustBeSound(svg: string): void {
  mustHold(!/<zz/i.test(svg), `markup of a user in ${svg.slice(0, 200)}`);
  mustHold(sound.test(svg), `no sound markup: ${svg.slice(0, 200)}`);
}
