import { characterTable as charactersOf, cyclic, dataset, task } from "@grokscape/group-datasets";
import {
  diagnose,
  featureEnergy,
  featureKinds,
  irrepMasses,
  scalingLaws,
  scoreLaw,
  stageSpans,
} from "@grokscape/theory";
import { referenceEngine, runConfig, train } from "@grokscape/trainer";
import {
  cayleyTable,
  characterTable,
  energyHistogram,
  grokkingCurve,
  irrepSpectrum,
  lawLeaderboard,
  spectrumTimeline,
} from "@grokscape/viz";
import { expect, test } from "vitest";
import { find, page } from "./found.ts";

const order = 5;
const group = cyclic(order);
const options = () => ({ document: page() });

test("groups and characters are taken as they are", () => {
  expect(find(cayleyTable(group, options())).desc).toContain("5 elements");
  expect(find(characterTable(charactersOf(group), options())).desc).toContain("5 irreps");
});

test("a run is, and what the theory sees in it", async () => {
  const config = runConfig({ task: `cyclic:${order}`, model: { width: 8 }, steps: 30, goal: null });
  const weights: { W: ArrayLike<number>; V: ArrayLike<number>; step: number }[] = [];
  const run = train(config, {
    engine: referenceEngine,
    checkpointEvery: 20,
    onCheckpoint: ({ step, weights: { W, V } }) => {
      weights.push({ step, W: W!.data, V: V!.data });
    },
  });
  let next = await run.next();
  while (!next.done) next = await run.next();
  const record = next.value;
  expect(find(grokkingCurve([record, record], options())).desc).toContain("2 runs");

  const data = dataset(
    task(config.task),
    Uint32Array.from({ length: 25 }, (_, i) => i),
  );
  const diagnoses = weights.map(({ step, W, V }) =>
    diagnose(group, data, { step, width: 8, hidden: W, top: V }, { activation: "quadratic" }),
  );
  const stages = stageSpans(diagnoses);
  expect(find(spectrumTimeline(diagnoses, { ...options(), stages })).desc).toContain("At step 30");
  const levels = featureKinds(group).map(({ realDimension, degree }) => ({
    energy: featureEnergy(order, realDimension),
    name: `d = ${degree}`,
  }));
  const { nodes } = diagnoses.at(-1)!;
  expect(find(energyHistogram(nodes, levels, options())).desc).toContain("of 8 nodes generalise");
  const frames = weights.map(({ step, W }) => ({
    step,
    nodes: Array.from({ length: 8 }, (_, j) =>
      irrepMasses(
        group,
        Array.from({ length: 2 * order }, (_, i) => W[i * 8 + j]!),
      ),
    ),
  }));
  expect(find(irrepSpectrum(frames, options())).desc).toContain("of 8 at step 30");
});

test("scores of laws are", () => {
  const config = {
    classes: 5,
    size: 25,
    largestDegree: 1,
    cyclic: true,
    count: 20,
    width: 8,
    learningRate: 1e-3,
    weightDecay: 1e-4,
  };
  const runs = [10, 20].map((count) => ({ config: { ...config, count }, grokStep: 9, steps: 9 }));
  const scores = scalingLaws.map((law) => scoreLaw(law, runs, 2));
  expect(find(lawLeaderboard(scores, options())).desc).toContain(`${scores.length} laws`);
});
