import {
  cyclic,
  dataset,
  type FiniteGroup,
  realIrreps,
  type SplitSpec,
  split,
  task,
} from "@grokscape/group-datasets";
import type { Tensors } from "@grokscape/models";
import {
  bestPossible,
  type Diagnosis,
  diagnose,
  featureEnergy,
  irrepMasses,
  stageSpans,
} from "@grokscape/theory";
import { type MetricRow, type RunRecord, runConfig, train } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { short, writeFixture } from "./write.ts";

const order = 31;
const width = 512;
const group = cyclic(order);
const steps = 1500;

const config = (seed: number, shown: SplitSpec) =>
  runConfig({
    task: `cyclic:${order}`,
    model: { width },
    split: shown,
    seed,
    steps,
    evaluateEvery: 1,
    goal: null,
  });

/** Steps to look at: all at first, then ever fewer, about 24 in each decade. */
const looked = (() => {
  const steps_ = new Set([0]);
  for (let i = 0; i <= 24 * Math.log10(steps); i++) steps_.add(Math.round(10 ** (i / 24)));
  steps_.add(steps - 1);
  return [...steps_].filter((step) => step < steps).sort((a, b) => a - b);
})();

interface Look {
  readonly step: number;
  readonly weights: Tensors;
  readonly right: Uint8Array;
}

async function runOf(
  seed: number,
  looks: readonly number[],
  shown: SplitSpec = { fraction: 0.4 },
): Promise<{ record: RunRecord; looks: Look[] }> {
  const found: Look[] = [];
  const all = dataset(
    task(`cyclic:${order}`),
    Uint32Array.from({ length: order ** 2 }, (_, i) => i),
  );
  let session: { snapshot(): { weights: Tensors }; predict(data: typeof all): ArrayLike<number> };
  const run = train(config(seed, shown), {
    engine: wasmEngine(),
    onOpen: (opened) => {
      session = opened as typeof session;
    },
  });
  for (let next = await run.next(); ; next = await run.next()) {
    if (next.done) return { record: next.value, looks: found };
    const { step } = next.value;
    if (!looks.includes(step)) continue;
    const answers = session!.predict(all);
    found.push({
      step,
      weights: session!.snapshot().weights,
      right: Uint8Array.from({ length: order ** 2 }, (_, i) =>
        answers[i] === all.labels[i] ? 1 : 0,
      ),
    });
  }
}

/** The rows that a log axis shows, and those of the milestones. */
function thinned({ metrics, memorisedAt, generalisedAt }: RunRecord) {
  const keep = new Set([...looked, memorisedAt, generalisedAt, steps]);
  for (let step = 0; step <= steps; step += 25) keep.add(step);
  return {
    metrics: metrics
      .filter(({ step }) => keep.has(step))
      .map(({ step, trainAccuracy, testAccuracy, trainLoss, testLoss }: MetricRow) => ({
        step,
        trainAccuracy: short(trainAccuracy),
        testAccuracy: short(testAccuracy),
        trainLoss: short(trainLoss),
        testLoss: short(testLoss),
      })),
    memorisedAt,
    generalisedAt,
  };
}

/** The frequency of each real irrep of a cyclic group, by its matrix of 1. */
const frequencies = (group: FiniteGroup): number[] =>
  realIrreps(group).map(({ dimension, matrices }) => {
    const cosine = matrices[dimension * dimension]!;
    return Math.round((Math.acos(Math.min(1, Math.max(-1, cosine))) * group.order) / (2 * Math.PI));
  });

const columnOf = ({ data, shape }: Tensors[string], node: number) =>
  Float64Array.from({ length: shape[0]! }, (_, i) => data[i * shape[1]! + node]!);

/** One run seen through the theory, and four more seeds of it. */
export async function makeRun(): Promise<void> {
  const first = await runOf(1, looked);
  const others: RunRecord[] = [];
  for (const seed of [2, 3, 4, 5]) others.push((await runOf(seed, [])).record);
  writeFixture("runs", { records: [first.record, ...others].map(thinned) });

  const parts = split(task(`cyclic:${order}`), { fraction: 0.4, seed: 1 });
  const data = dataset(task(`cyclic:${order}`), parts.train);
  const diagnoses = first.looks.map(
    ({ step, weights }): Diagnosis =>
      diagnose(
        group,
        data,
        { step, width, hidden: weights.W!.data, top: weights.V!.data },
        { activation: "quadratic" },
      ),
  );
  const stages = stageSpans(diagnoses);
  const kinds = frequencies(group);
  // irreps in the order of their frequencies
  const inOrder = kinds.map((_, place) => place).sort((a, b) => kinds[a]! - kinds[b]!);
  const rowAt = (step: number) => first.record.metrics.find((row) => row.step === step)!;
  writeFixture("stages", {
    stages,
    rows: diagnoses.map(({ step, gradient }) => ({
      step,
      gradientNorm: short(gradient.norm),
      topTurn: short(rowAt(step).weightTurns.V!),
      hiddenTurn: short(rowAt(step).weightTurns.W!),
    })),
  });

  const at = (step: number) =>
    first.looks.reduce((best, look) =>
      Math.abs(look.step - step) < Math.abs(best.step - step) ? look : best,
    );
  const shown = [at(0), at(first.record.generalisedAt! / 2), first.looks.at(-1)!];
  const nodes = Array.from({ length: 128 }, (_, j) => 4 * j);
  writeFixture("spectrum", {
    names: inOrder.map((place) => (kinds[place] === 0 ? "0" : String(kinds[place]))),
    frames: shown.map(({ step, weights }) => ({
      step,
      nodes: nodes.map((node) => {
        const masses = irrepMasses(group, columnOf(weights.W!, node));
        return inOrder.map((place) => Number(masses[place]!.toPrecision(3)));
      }),
    })),
  });

  const last = diagnoses.at(-1)!;
  writeFixture("energies", {
    levels: [{ energy: featureEnergy(order, 2), name: "E* = M/4" }],
    nodes: diagnoseAll(first.looks.at(-1)!),
  });

  const pure = last.nodes
    .map((node, place) => ({ ...node, place }))
    .filter(({ kind }) => kind === "generalising")
    .sort((a, b) => b.purity * b.norm - a.purity * a.norm);
  const chosen = [1, 2, 3, 5, 8, 13].flatMap((frequency) => {
    const node = pure.find(({ irrep }) => kinds[irrep!] === frequency);
    return node ? [{ node, frequency }] : [];
  });
  const W = first.looks.at(-1)!.weights.W!;
  const halves = (values: Float64Array) => ({
    a: Array.from(values.subarray(0, order), short),
    b: Array.from(values.subarray(order), short),
  });
  writeFixture("features", {
    nodes: [
      ...chosen.map(({ node, frequency }) => ({
        name: `node ${node.place}, k = ${frequency}`,
        hue: { place: frequency, of: (order + 1) / 2 },
        ...halves(columnOf(W, node.place)),
      })),
      ...[0, 4].map((place) => ({
        name: `node ${place}, before`,
        ...halves(columnOf(first.looks[0]!.weights.W!, place)),
      })),
    ],
  });

  writeFixture("answers", {
    order,
    train: Array.from(parts.train),
    frames: [
      at(0),
      at(first.record.memorisedAt!),
      at(first.record.generalisedAt! * 0.6),
      at(first.record.generalisedAt! * 0.8),
      at(first.record.generalisedAt! * 0.9),
      first.looks.at(-1)!,
    ].map(({ step, right }) => ({ step, right: Array.from(right) })),
  });

  await makeUnknowable();

  function diagnoseAll({ step, weights }: Look) {
    return diagnose(
      group,
      data,
      { step, width, hidden: weights.W!.data, top: weights.V!.data },
      { activation: "quadratic" },
    ).nodes.map(({ kind }, node) => {
      const w = columnOf(weights.W!, node);
      const norm = Math.hypot(...w);
      return { kind, energy: short(fullEnergy(w.map((value) => value / norm))) };
    });
  }
}

/** Two rows are never shown: what a network answers there, and in the rest of the table. */
async function makeUnknowable(): Promise<void> {
  const shown: SplitSpec = { fraction: 0.4, holdOut: { symbols: [7, 20], operand: 0 } };
  const { record, looks } = await runOf(1, looked, shown);
  const parts = split(task(`cyclic:${order}`), { ...shown, seed: 1 });
  const { unknowable } = bestPossible(task(`cyclic:${order}`), parts);
  const frames = [looks.find(({ step }) => step >= record.memorisedAt!)!, looks.at(-1)!];
  writeFixture("unknowable", {
    order,
    train: Array.from(parts.train),
    unknowable: Array.from(unknowable),
    frames: frames.map(({ step, right }) => ({ step, right: Array.from(right) })),
  });
}

/** The energy of a unit vector on all pairs: 2·‖a∗b − mean‖² (σ = x²). */
function fullEnergy(w: ArrayLike<number>): number {
  const sums = new Float64Array(order);
  for (let g = 0; g < order; g++) {
    for (let h = 0; h < order; h++) sums[(g + h) % order] += w[g]! * w[order + h]!;
  }
  const mean = sums.reduce((a, b) => a + b) / order;
  return 2 * sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
