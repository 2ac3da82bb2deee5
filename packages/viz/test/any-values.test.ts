import * as viz from "@grokscape/viz";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { page } from "./found.ts";
import { expectDrawn, strangeNumbers, strangeValues } from "./strange.ts";

type Draw = (...args: never[]) => Element;

const steps = [1, 100].map((step) => ({
  step,
  gradientNorm: 1,
  topTurn: 0.1,
  hiddenTurn: 0.01,
}));
const spectra = [1, 100].map((step) => ({ step, spectrum: [0.1, 0.9] }));
const measured = { trainAccuracy: 0.5, testAccuracy: 0.4, trainLoss: 0.3, testLoss: 0.2 };
const stages = [
  { stage: 1, since: 1, until: 9 },
  { stage: 2, since: 10, until: 100 },
];
const run = {
  metrics: [1, 100].map((step) => ({ step, ...measured })),
  memorisedAt: 10,
  generalisedAt: 100,
};
const behind = [
  { name: "before", step: [1, 100], trainAccuracy: [0.1, 1], testAccuracy: [0.1, 0.9] },
];
const node = { name: "node", a: [1, 2, 3], b: [3, 2, 1], hue: { place: 1, of: 3 } };
const energy = [1, 2, 3, 2];

/** Every picture and its table, with what they take, each of whose parts is tried in turn. */
const all: readonly (readonly [Draw, Draw, ...unknown[]])[] = [
  [viz.grokkingCurve, viz.grokkingTable, run, { scale: "log", stages, marks: true, behind }],
  [viz.grokkingCurve, viz.grokkingTable, [run, run], { quantity: "loss" }],
  [
    viz.milestoneSpread,
    viz.milestoneSpreadTable,
    [{ name: "K = 16", runs: [{ memorisedAt: 10, generalisedAt: null, steps: 100 }] }],
    {},
  ],
  [
    viz.borderTransition,
    viz.borderTransitionTable,
    [
      {
        ...{ name: "Z_11", at: 62, low: 58, high: null },
        runs: [{ value: 60, came: true }],
        curve: [{ value: 62, probability: 0.5 }],
      },
    ],
    { over: "examples" },
  ],
  [
    viz.readingCurve,
    viz.readingTable,
    run.metrics,
    {
      name: "bits",
      rows: [{ step: 10, value: 100, testAccuracy: 0.5 }],
      level: { name: "level", value: 50 },
      madeFrom: "read back",
    },
    { behind },
  ],
  [viz.stageTimeline, viz.stageTable, steps, { scale: "log", stages }],
  [
    viz.phaseDiagram,
    viz.phaseTable,
    [
      { x: 20, p: 0.5, low: 0.4, high: 0.6 },
      { x: 30, p: 0.4, low: 0.3, high: 0.5 },
    ],
    [{ name: "law", curve: [20, 30].map((x) => ({ x, p: 0.5 })) }],
    { parameter: "K", scale: "linear", confidence: 0.9 },
  ],
  [
    viz.phaseDiagram,
    viz.phaseTable,
    [],
    [],
    {
      unit: "criticalMultiple",
      trials: [{ x: 20, p: 0.5, runs: 3, generalised: 1, mark: "disc" }],
    },
  ],
  [
    viz.energySlice,
    viz.energySliceTable,
    [{ share: 0.5, energy, peaks: [{ at: 2, state: "generalising" }] }],
    { marks: [{ angle: 90, name: "mark" }], end: 180, node: 1 },
  ],
  [
    viz.energyHistogram,
    viz.energyHistogramTable,
    energy.map((energy) => ({ energy, kind: "memorising" })),
    [{ energy: 2, name: "level" }],
    {},
  ],
  [
    viz.irrepSpectrum,
    viz.irrepSpectrumTable,
    [{ step: 1, nodes: [energy, energy] }],
    { names: ["a", "b", "c", "d"] },
  ],
  [
    viz.irrepOrbits,
    viz.irrepOrbitsTable,
    { identity: 0, next: [1, 2, 0], irreps: [{ name: "χ1", re: [1, -0.5, -0.5], im: [0, 1, -1] }] },
    {},
  ],
  [viz.spectrumTimeline, viz.spectrumTimelineTable, spectra, { names: ["a", "b"], stages }],
  [
    viz.networkDiagram,
    viz.networkTable,
    {
      symbols: 3,
      frequency: 1,
      nodes: [{ name: "node", hue: { place: 1, of: 2 } }],
      inputs: [{ name: "a", weights: [[1, -1, 0]], places: { re: [1, -1, 0], im: [0, 1, -1] } }],
      answers: { name: "c", weights: [[1, 0, 1]], places: { re: [1, 0, 0], im: [0, 1, 0] } },
    },
    {},
  ],
  [viz.featureWaves, viz.featureWavesTable, [node, node], {}],
  [
    viz.featureWaves,
    viz.featureWavesTable,
    [{ ...node, fit: { frequency: 1, a: [1, 0], b: [0, 1] } }],
    { dots: true, wound: true },
  ],
  [viz.featureTables, viz.featureTablesNumbers, [node], {}],
  [
    viz.cayleyTable,
    viz.cayleyNumbers,
    { order: 2, name: "Z_2", table: [0, 1, 1, 0], label: String },
    { covered: [1] },
  ],
  [
    viz.characterTable,
    viz.characterNumbers,
    { degrees: [1, 1], classSizes: [1, 1], re: [1, 1, 1, -1], im: [0, 0, 0, 0] },
    { name: "Z_2", classNames: ["0", "1"] },
  ],
  [
    viz.learnedTable,
    viz.learnedNumbers,
    { order: 2, train: [0, 3], frames: [{ step: 1, right: [1, 0, true, false] }] },
    { selected: 1 },
  ],
  [
    viz.couponCollector,
    viz.couponTable,
    [{ name: "Adam", source: "measured", rows: [{ nodes: 4, covered: 3, low: 2, high: 4 }] }],
    5,
    { scale: "log" },
  ],
  [
    viz.lawLeaderboard,
    viz.leaderboardTable,
    [{ id: "law", outcomes: { told: 3, right: 2 }, times: { told: 3, error: 0.5 } }],
    { names: { law: "a law" } },
  ],
];

type Path = readonly (string | number)[];

/** Where there is something in a value: of lists the first and the last place. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== "object" || value === null) return [[]];
  const keys = Object.keys(value);
  const tried = Array.isArray(value) ? [...new Set([keys.at(0), keys.at(-1)])] : keys;
  return [[], ...tried.flatMap((key) => pathsIn(at(value, [key!])).map((path) => [key!, ...path]))];
}

/** Arguments with another value in one place. */
function replaced(args: unknown, [key, ...rest]: Path, by: unknown): never[] {
  if (key === undefined) return by as never[];
  const copy = Array.isArray(args) ? [...args] : { ...(args as object) };
  const field = (copy as Record<string, unknown>)[key];
  return Object.assign(copy, { [key]: replaced(field, rest, by) }) as unknown as never[];
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], value);

beforeAll(() => void vi.stubGlobal("document", page()));
afterAll(() => void vi.unstubAllGlobals());

/** The picture and its table. */
function both(draw: Draw, tabulate: Draw, args: never[]): void {
  expectDrawn(() => draw(...args));
  expectDrawn(() => tabulate(...args));
}

const cases = all.map(([draw, tabulate, ...args]) => ({
  name: tabulate.name,
  draw,
  tabulate,
  args,
  places: pathsIn(args).filter((path) => path.length > 0),
}));

test.each(cases)(
  "$name and its picture take any value in any place, or refuse it by name",
  ({ draw, tabulate, args, places }) => {
    expect(draw(...(args as never[])).localName).toBe("svg");
    for (const place of places) {
      for (const value of strangeValues) expectDrawn(() => draw(...replaced(args, place, value)));
      expectDrawn(() => tabulate(...replaced(args, place, null)));
    }
    for (const name of ["width", "height", "title", "captioned", "theme", "language", "document"]) {
      for (const value of strangeValues) {
        expectDrawn(() => draw(...replaced(args, [args.length - 1, name], value)));
      }
    }
  },
);

test.each(cases)(
  "$name and its picture take any numbers in place of theirs",
  ({ draw, tabulate, args, places }) => {
    const numbers = places.filter((path) => typeof at(args, path) === "number");
    for (const place of numbers) {
      for (const number of strangeNumbers) both(draw, tabulate, replaced(args, place, number));
    }
    const change = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...strangeNumbers));
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 8 }), (changes) => {
        both(
          draw,
          tabulate,
          changes.reduce((of, [path, by]) => replaced(of, path, by), args as never[]),
        );
      }),
      { numRuns: 25, seed: 1 },
    );
  },
);
