import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSweep } from "@grokscape/experiments/node";
import {
  cyclic,
  dihedral,
  fromCayleyTable,
  fromPermutations,
  InputError,
  loadTaskFamilies,
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
  /** Inputs that it has to use. */
  readonly right: readonly unknown[];
  /** Inputs like those, changed in a few places. */
  readonly inputs: fc.Arbitrary<unknown>;
  /** @throws InputError where it refuses; any other error is a fault */
  use(input: unknown): unknown;
}

const target = <Input, Changed>(
  name: string,
  weight: number,
  right: readonly Input[],
  like: (...right: readonly Input[]) => fc.Arbitrary<Changed>,
  use: (input: Input | Changed) => unknown,
): Target => ({ name, weight, right, inputs: like(...right), use: use as Target["use"] });

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
  const files = await trainedRun(join(folder, "run"));
  const checkpoints = [...files.keys()].filter((name) => name.startsWith("checkpoints"));

  const targets = [
    target("Cayley tables", 1, cayleyTables, nearly, (input) => {
      const made = fromCayleyTable(...listOf<Parameters<typeof fromCayleyTable>>(input));
      mustHold(made.multiply(made.identity, made.identity) === made.identity, "no identity");
    }),
    target("permutations", 1, permutations, nearly, (input) =>
      fromPermutations(...listOf<Parameters<typeof fromPermutations>>(input)),
    ),
    target("tasks", 2, tasks(), nearlyText, (text) => mustBeTask(task(text))),
    target("expressions", 2, expressions, nearlyText, (text) => mustBeTask(task(text))),
    target("splits", 2, splits, nearly, (input) => {
      const spec = input as (typeof splits)[number];
      const of = task("cyclic:7");
      const { train, test } = split(of, spec);
      mustHold(train.length === trainCount(of, spec), "another count");
      mustHold(new Set([...train, ...test]).size === of.size, "shown and held out overlap");
    }),
    target("configs", 4, configs, nearly, (input) => {
      const config = runConfig(input as (typeof configs)[number]);
      const id = runId(config, { name: "wasm", numericVersion: "1" });
      mustHold(/^[A-Za-z0-9-]+$/.test(id), `the folder ${id}`);
      const again = runConfig(JSON.parse(JSON.stringify(config)));
      mustHold(JSON.stringify(again) === JSON.stringify(config), "read anew it is another");
    }),
    target("settings in an address", 3, settings, nearlyText, (text) => {
      const at = text.indexOf("=");
      const key = keys.find((known) => known === text.slice(0, at));
      if (!key) throw new InputError("no setting of ours");
      readKey(key, key, text.slice(at + 1));
    }),
    target("sweep files", 0.2, sweepFiles, nearlyText, async (text) => {
      const path = join(folder, text.startsWith("{") ? "sweep.json" : "sweep.yaml");
      writeFileSync(path, text);
      await readSweep(path);
    }),
    target("safetensors files", 4, tensorFiles, nearlyBytes, decodeSafetensors),
    target(
      "checkpoints",
      3,
      checkpoints.map((name) => files.get(name) as Uint8Array),
      nearlyBytes,
      decodeCheckpoint,
    ),
    target("run folders", 0.2, [...files], nearlyFiles, async ([changed, bytes]) => {
      const of = join(folder, "changed");
      try {
        for (const [name, file] of files) writeInside(of, name, name === changed ? bytes : file);
        await readRun(of);
        await readCheckpoints(of);
      } finally {
        rmSync(of, { recursive: true, force: true });
      }
    }),
    target("words in pictures", 0.1, ["Z_3", "K = 16"], nearlyText, (text) => {
      for (const draw of drawings) mustBeSound(renderToString((document) => draw(text, document)));
    }),
  ];
  return { targets, end: () => rmSync(folder, { recursive: true, force: true }) };
}

const cyclicTable = (n: number) =>
  Array.from({ length: n * n }, (_, i) => (Math.floor(i / n) + (i % n)) % n);
const cayleyTables = [
  [cyclicTable(5), {}],
  [cyclicTable(3), { name: "Z_3" }],
];
const swaps = [
  [1, 2, 0],
  [1, 0, 2],
];
const permutations = [
  [swaps, {}],
  [[[1, 0]], { name: "Z_2" }],
];
const tasks = () => taskFamilies.map(({ id, example }) => `${id}:${example}`);
const expressions = ["x^2+x*y+y^2", "3*x*y-2*x+1", "x^3-y^3", "(x+y)^2*x"].map(
  (formula) => `expression:13,${formula}`,
);
const splits = [
  { fraction: 0.5, seed: 1, stratify: true },
  { count: 12, seed: 2, keepTransposesTogether: true },
  { criticalMultiple: 1, seed: 3, holdOut: { symbols: [1], operand: 0 } },
  { examples: [1, 3, 5], seed: 4 },
] as const;
const configs = presets.map(({ config }) => config);
const settings = [
  ...[
    "optimiser.learningRate=0.5",
    "optimiser.kind=adamw",
    "gradientFilters=clip:1+grokfast-ma:10",
  ],
  ...["model.activation=mixed:1,0.5", "goal.testAccuracy=none", "split.count=30", "seed=7"],
];

/** Arguments, whatever was made of them. */
const listOf = <Arguments>(input: unknown) =>
  (Array.isArray(input) ? input : [input]) as unknown as Arguments;

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

/** One of the files of a folder, changed. */
const nearlyFiles = (...files: readonly (readonly [string, Uint8Array])[]) =>
  fc
    .constantFrom(...files)
    .chain(([name, bytes]) => nearlyBytes(bytes).map((changed) => [name, changed] as const));

function writeInside(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const tensorFiles: readonly Uint8Array[] = [
  encodeSafetensors({
    tensors: {
      W: { shape: [2, 3], data: Float32Array.of(1, -0, 3, 4, 5, 1e38) },
      V: { shape: [2], data: Float64Array.of(1, 2) },
    },
    metadata: { step: "12" },
  }),
  encodeSafetensors({ tensors: {}, metadata: {} }),
];

const sweepFiles: readonly string[] = [
  `id: tries
base: { task: "cyclic:7", model: { width: 16 }, steps: 50 }
vary:
  split.fraction: [0.4, 0.5]
  optimiser.learningRate: { log: [0.001, 0.1], count: 3 }
seeds: 3
`,
  `id: where
base: &base { task: cyclic:11, goal: { testAccuracy: 0.9 } }
vary: { optimiser.kind: [adam, sgd], optimiser.momentum: { values: [0, 0.9], when: { optimiser.kind: sgd } } }
border: { over: split.count, from: 20, to: 100 }
`,
  '{ "id": "json", "base": { "task": "dihedral:3" }, "vary": { "model.width": [8, 16] }, "seeds": [1, 2] }',
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
