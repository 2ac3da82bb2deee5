import { cyclic, InputError, task } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import * as theory from "../src/index.ts";
import { figure3 } from "./prediction/config.ts";

const group = cyclic(3);
const all = theory.allPairs(group);
const matrix = { rows: 2, columns: 2, data: Float64Array.of(1, 2, 3, 5) };
const data = { features: matrix, labels: [0, 1], classes: 2 };
const w = [1, 2, 3, 4, 5, 6];
const landscape = theory.groupLandscape(group);
const law = theory.powerLaw(2);
const config = {
  classes: 17,
  size: 289,
  largestDegree: 1,
  cyclic: true,
  count: 100,
  width: 8,
  learningRate: 1e-3,
  weightDecay: 1e-4,
  clampedNorm: 1,
};
const memorisation = { step: 10, squaredNorm: 5 };
const run = { config, grokStep: 100, steps: 500, memorisation, squaredNormAfter: 2 };
const runs = [run, { ...run, config: { ...config, count: 150 } }, { ...run, grokStep: null }];
const diagnosis = { step: 0, gradient: { norm: 1, alignment: 0.5 }, learned: 0.1 };
const snapshot = { step: 0, width: 1, hidden: w, top: [1, 2, 3] };
const network = { inputs: matrix, layers: [matrix], top: matrix, activation: "relu" };
const kinds = theory.featureKinds(group);
const constants = theory.randomFeatureConstants("relu");
const timed = { classes: 17, count: 200, width: 8, learningRate: 1e-3, weightDecay: 1e-4 };
const question = { group, irrep: 1, count: 5, seed: 1 };
const one = task("cyclic:3");
const step = { low: 100, value: 160, high: 256 };
const course = { steps: 500, stopped: "goal", memorisedFrom: 10, generalisedFrom: 200 };

/** What each function takes, for each of which other values are tried. */
const calls: Readonly<Record<string, readonly unknown[]>> = {
  addLaws: [[]],
  allPairs: [group],
  alphabetOfNetwork: [{ kind: "mlp", embedding: "one-hot" }],
  bestOfRun: [one, { model: { kind: "mlp", embedding: "one-hot" }, split: { count: 4 }, seed: 1 }],
  smallestLesson: [one, [1, 3], { alphabet: "operands" }],
  ascend: [landscape, w, { tolerance: 1e-3, maximumSteps: 5 }],
  authorCriticalFraction: [17, 1],
  backpropagatedGradient: [data, matrix, 1],
  besideBest: [0.973, 0.951],
  bestPossible: [one, [0, 4], { alphabet: "own", commutative: true }],
  binderCumulant: [[0.5, 0.6]],
  blockMassEnergy: [group, [1, 2]],
  captureProbabilities: [[1, 2], 2],
  centredTarget: [[0, 1], 2],
  clampedNormLaw: [2],
  classifyNode: [group, w],
  collapseLaw: [{ border: 2, time: 100, exponent: 1 }],
  commutes: [all],
  complexFeatureEnergy: [17, 1],
  complexReconstruction: [group],
  criticalMultiple: [100, 17],
  cyclicFeature: [5, 1, [0, 1]],
  diagnose: [group, all, snapshot, { activation: "relu", outputScale: 1, weightDecay: 1 }],
  energyLandscape: [all, { vocabulary: 3, classes: 3, activation: "silu", centred: true }],
  expectationOf: [theory.predict(one, figure3)],
  expectedGrokStep: [timed],
  explain: [theory.predict(one, figure3), "en"],
  featureEnergy: [17, 2, 1],
  featureKinds: [group],
  featureLearningRate: [{ activation: "relu", order: 17, width: 8, count: 200, weightDecay: 1 }],
  featureMaximum: [group, 1, { x: [1, 2], y: [2, 1], z: [1, 1] }],
  finiteSizeLaw: [{ fraction: 0.4, slope: 1, inverseNu: 0.5 }],
  firstPassageLaw: [{ kappa: 1, threshold: 2 }],
  fittedLossFraction: [17],
  fixedPointGradient: [data, 1, 1],
  fromRows: [
    [
      [1, 2],
      [3, 4],
    ],
  ],
  gatedTargetDirection: [matrix, matrix, [0, 1], 2, matrix],
  gates: [matrix, matrix, "relu"],
  gaussianKernel: ["relu", 1, 0.5],
  groupLandscape: [group, { activation: "relu" }],
  groupOf: ["Theorem 2", one],
  guidedTraining: [{ operands: 2, vocabulary: 7, classes: 7 }, 30],
  hermiteCoefficients: ["relu", 1, 3],
  hessian: [landscape, w],
  hessianSpectrum: [{ type: "C", realDimension: 2 }, 3],
  hiddenFeatures: [all, { rows: 6, columns: 1, data: Float64Array.from(w) }, "relu"],
  hiddenGradient: [
    all,
    { rows: 6, columns: 1, data: Float64Array.from(w) },
    "relu",
    { rows: 9, columns: 1, data: new Float64Array(9) },
  ],
  independentLearningStep: [1e-3],
  independentNodes: [[0.5, 0.5]],
  independentNodesBound: [[0.5, 0.5]],
  interactionMatrix: [matrix, 1],
  irrepEnergies: [group, w],
  irrepMasses: [group, w],
  judgeOutcome: [{ outcome: "generalises", step }, course],
  judgeStep: [step, course],
  knownLaws: [],
  knowable: [one, [0, 4], { alphabet: "own", commutative: true, related: false }],
  lawConfig: [one, { split: { count: 5 }, model: { width: 8 }, optimiser: timed }],
  layerFeatures: [network],
  layerGradients: [network, [0, 1]],
  learnedBlock: [group, 1],
  li2Law: [2],
  limitCount: [one, 0.9, { alphabet: "operands" }],
  localMaxima: [one, { linear: 1, quadratic: 2 }],
  leakedGradient: [data, matrix, 1],
  lossFraction: [{ group, irrep: 1, seed: 1 }, 1],
  mainEffectEigenvalue: [constants, 17],
  memorisationForm: ["relu"],
  memorisingOptimum: [[0.5, 0.5], "relu"],
  memorisingWeights: [group, 1, [1, 1, 0]],
  missingProjector: [group, [1]],
  modifiedEnergy: [group, w, [1]],
  modifiedLandscape: [group, [1], { activation: "quadratic" }],
  muonAscentRate: [matrix],
  muonNodes: [[1, 2], 2],
  nodeGradient: [data, 1, 0],
  nodeGramRatio: [matrix, 2],
  nodeVariance: [constants, 17],
  normSeparationLaw: [{ factor: 1, squaredNormAfter: 2 }],
  optimalityGap: [[0.5, 0.5], "relu", [1, 1], 1],
  paperWeightDecay: [1e-4, 100],
  polarFactor: [matrix],
  polarStep: [{ rows: 2, columns: 1, data: Float64Array.of(1, 0) }, [1, 2]],
  powerLaw: [2],
  predict: [one, figure3],
  randomFeatureConstants: ["relu", 1],
  realReconstruction: [group],
  realReconstructionWidth: [kinds],
  reconstructionWidth: [kinds],
  repulsion: [matrix, 1, [0, 1]],
  repulsionSigns: [matrix, 1],
  residualProjection: [matrix, 1],
  retentionCount: [17, 1, 0.05],
  retentionFailure: [17, 1, 100],
  retentionRate: [question, 2],
  retentionTrial: [question, 1],
  ridgeSolution: [data, 1, 1],
  sampleGramRatio: [matrix, 2],
  scalarActivation: ["relu"],
  scoreLaw: [law, runs, 2],
  slopeRatio: ["relu", 1],
  smallTimeGradient: [data, matrix, 1, 1],
  sphereHessian: [landscape, w],
  stageOf: [diagnosis, diagnosis],
  stageSpans: [[diagnosis]],
  targetDirection: [data],
  targetDirectionBound: [data],
  topLayerFlow: [data, matrix, 1],
  trainingCount: ["squares", 17],
  why: [one, [1, 4], 3, { commutative: true }],
  wilsonInterval: [3, 5],
  winningMaximum: [
    [1, 2],
    [2, 1],
  ],
};

const strange: readonly unknown[] = [
  undefined,
  null,
  true,
  "",
  "__proto__",
  0,
  -1,
  0.5,
  1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  7n,
  Symbol("s"),
  [],
  [null],
  [Number.NaN, 1e308],
  {},
  { toString: null },
  { length: 1e300 },
  Object.create(null),
  new BigInt64Array(2),
  () => 1,
];

type Path = readonly (string | number)[];

/** Places in plain data; a group, a landscape, a law and a typed array are one place. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [[]];
  if ("multiply" in value || "fit" in value || ("gradient" in value && "hessianProduct" in value))
    return [[]];
  return [
    [],
    ...Object.entries(value).flatMap(([key, of]) => pathsIn(of).map((path) => [key, ...path])),
  ];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const field = (copy as Record<string, unknown>)[key];
  return Object.assign(copy, { [key]: replaced(field, rest, by) });
}

const isFunction = ([, value]: readonly [string, unknown]) =>
  typeof value === "function" && !/^class/.test(String(value));

const functions = Object.entries(theory).filter(isFunction);

test("no public function is left out", () => {
  expect(Object.keys(calls).sort()).toEqual(functions.map(([name]) => name).sort());
});

/** Runs it with every strange value in every place of its arguments: it answers, or is an InputError. */
function tryAll(args: readonly unknown[], use: (...args: never[]) => unknown): void {
  for (const path of pathsIn(args).slice(1)) {
    for (const value of strange) {
      try {
        use(...(replaced(args, path, value) as never[]));
      } catch (error) {
        if (!(error instanceof InputError)) throw new Error(path.join("."), { cause: error });
        expect(error.message).toMatch(/^[^\n]+$/);
      }
    }
  }
}

test.each(Object.entries(calls))("%s takes any value in any place, or refuses it", (name, args) => {
  const call = functions.find(([known]) => known === name)![1] as (...args: unknown[]) => unknown;
  call(...args);
  tryAll(args, call);
});

test.each(theory.scalingLaws.map((law) => [law.id, law] as const))(
  "the law %s takes any config and any runs, or refuses them",
  (_, law) => {
    tryAll([[run, run, runs[1]]], law.fit.bind(law));
    tryAll([config, memorisation], law.predict);
    tryAll([config, memorisation], law.fit(runs).predict);
  },
);
