import {
  cyclic,
  dataset,
  dihedral,
  type FiniteGroup,
  groupTask,
  InputError,
  realIrreps,
  task,
} from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import {
  type Diagnosis,
  diagnose,
  hiddenFeatures,
  interactionMatrix,
  memorisingOptimum,
  memorisingWeights,
  nodeGramRatio,
  paperWeightDecay,
  type RealMatrix,
  realReconstruction,
  repulsion,
  repulsionSigns,
  sampleGramRatio,
  stageOf,
  stageSpans,
} from "../../src/index.ts";
import { draws, energyByDefinition } from "../definitions.ts";
import { training } from "../training.ts";

const random = draws(61);
const matrix = (rows: number, columns: number): RealMatrix => ({
  rows,
  columns,
  data: Float64Array.from({ length: rows * columns }, () => 2 * random() - 1),
});
const everyPair = (group: FiniteGroup) =>
  dataset(
    groupTask(group.name, group),
    Array.from({ length: group.order ** 2 }, (_, i) => i),
  );

test("the ratios of both Gram matrices, by definition", () => {
  const F = matrix(7, 5);
  const mean = Array.from({ length: 5 }, (_, j) => {
    let sum = 0;
    for (let i = 0; i < 7; i++) sum += F.data[i * 5 + j];
    return sum / 7;
  });
  const centred = (i: number, j: number) => F.data[i * 5 + j] - mean[j];
  const ratio = (size: number, entry: (a: number, b: number) => number) => {
    let [on, off] = [0, 0];
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        if (a === b) on += Math.abs(entry(a, b)) / size;
        else off += Math.abs(entry(a, b)) / (size * (size - 1));
      }
    }
    return off / on;
  };
  const sum = (length: number, term: (i: number) => number) =>
    Array.from({ length }, (_, i) => term(i)).reduce((a, b) => a + b);
  const nodes = ratio(5, (a, b) => sum(7, (i) => centred(i, a) * centred(i, b)));
  const samples = ratio(7, (a, b) => sum(5, (j) => centred(a, j) * centred(b, j)));
  expect(nodeGramRatio(F)).toBeCloseTo(nodes, 12);
  expect(sampleGramRatio(F)).toBeCloseTo(samples, 12);
  // a part of the nodes stands for all
  const wide = matrix(40, 300);
  expect(nodeGramRatio(wide, 100) / nodeGramRatio(wide, 300)).toBeCloseTo(1, 1);
});

test.each([
  [9, 4],
  [4, 9],
])("signs of repulsion are Theorem 6's, n = %d, K = %d", (n, K) => {
  const F = matrix(n, K);
  // two nodes that are almost alike
  for (let i = 0; i < n; i++) F.data[i * K + 1] = F.data[i * K] + 0.05 * random();
  const B = interactionMatrix(F, 0.2);
  let opposed = 0;
  for (let j = 0; j < K; j++) {
    for (let l = 0; l < j; l++) {
      const { coefficient } = repulsion(F, 0.2, [j, l]);
      expect(coefficient).toBeCloseTo(B.data[j * K + l], 8);
      let similarity = 0;
      for (let i = 0; i < n; i++) {
        const mean = (k: number) => {
          let sum = 0;
          for (let m = 0; m < n; m++) sum += F.data[m * K + k];
          return sum / n;
        };
        similarity += (F.data[i * K + j] - mean(j)) * (F.data[i * K + l] - mean(l));
      }
      if (coefficient * similarity < 0) opposed++;
    }
  }
  const signs = repulsionSigns(F, 0.2);
  expect(signs.opposed).toBeCloseTo(opposed / ((K * (K - 1)) / 2), 12);
  expect(signs.similar).toBeGreaterThanOrEqual(1);
  expect(signs.repelled).toBeGreaterThanOrEqual(1);
});

test("a network made of all features: every irrep covered, no gradient left", () => {
  const group = dihedral(5);
  const { hidden, top } = realReconstruction(group);
  const width = hidden.columns;
  const snapshot = { step: 7, width, hidden: hidden.data, top: top.data };
  const diagnosis = diagnose(group, everyPair(group), snapshot, { activation: "quadratic" });
  const places = realIrreps(group).length - 1;
  expect(diagnosis.covered).toEqual(Array.from({ length: places }, (_, k) => k + 1));
  expect(diagnosis.missing).toEqual([]);
  expect(diagnosis.gradient.norm).toBeLessThan(1e-9);
  // all but the constant node are pure
  expect(diagnosis.nodes.filter(({ purity }) => purity > 1 - 1e-9)).toHaveLength(width - 1);
  expect(diagnosis.learned).toBeGreaterThan(0.9);
  expect(diagnosis.spectrum.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  expect(diagnosis.repulsion).toBeNull();
  expect(JSON.parse(JSON.stringify(diagnosis))).toEqual(diagnosis);
});

test("a memorising node is told, with its target and energy", () => {
  const group = cyclic(5);
  const p = [0.3, 0.25, 0.2, 0.15, 0.1];
  const w = memorisingWeights(group, 3, memorisingOptimum(p, "quadratic").s);
  const hidden = w.map((value) => 3 * value);
  const diagnosis = diagnose(
    group,
    everyPair(group),
    { step: 0, width: 1, hidden, top: new Float64Array(5) },
    { activation: "quadratic", weightDecay: 0.1 },
  );
  const [node] = diagnosis.nodes;
  expect(node).toMatchObject({ kind: "memorising", form: "focused", target: 3 });
  expect(node.norm).toBeCloseTo(3, 12);
  const pairs = Array.from(
    { length: 25 },
    (_, i) => [Math.floor(i / 5), i % 5, (Math.floor(i / 5) + (i % 5)) % 5] as const,
  );
  expect(node.energy).toBeCloseTo(
    energyByDefinition(pairs, 5, w, (z) => z * z),
    10,
  );
  expect(diagnosis.missing).toEqual([1, 2]);
});

test("the gradient's alignment, by definition", () => {
  const group = cyclic(4);
  const data = dataset(task("cyclic:4"), [0, 2, 3, 5, 6, 9, 11, 12, 15]);
  const [W, V] = [matrix(8, 3), matrix(3, 4)];
  const { gradient } = diagnose(
    group,
    data,
    { step: 0, width: 3, hidden: Float32Array.from(W.data), top: V.data },
    { activation: "relu", outputScale: 0.7 },
  );
  const F = hiddenFeatures(data, { ...W, data: W.data.map(Math.fround) }, "relu");
  const n = data.count;
  const centred = (columns: number, entry: (i: number, j: number) => number) => {
    const mean = Array.from({ length: columns }, (_, j) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += entry(i, j) / n;
      return sum;
    });
    return (i: number, j: number) => entry(i, j) - mean[j];
  };
  const y = (i: number, h: number) => (data.labels[i] === h ? 1 : 0);
  // the logits' mean over classes is nothing to the loss
  const top = (j: number, h: number) => {
    const row = V.data.slice(j * 4, j * 4 + 4);
    return row[h] - row.reduce((sum, value) => sum + value / 4, 0);
  };
  const output = (i: number, h: number) => {
    let sum = 0;
    for (let j = 0; j < 3; j++) sum += 0.7 * F.data[i * 3 + j] * top(j, h);
    return sum;
  };
  const error = centred(4, (i, h) => y(i, h) - output(i, h));
  const [Y, Ft] = [centred(4, y), centred(3, (i, j) => F.data[i * 3 + j])];
  let [dot, own, other] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < 3; j++) {
      let [g, t] = [0, 0];
      for (let h = 0; h < 4; h++) {
        g += 0.7 * error(i, h) * top(j, h);
        for (let m = 0; m < n; m++) t += Y(i, h) * Y(m, h) * Ft(m, j);
      }
      dot += g * t;
      own += g * g;
      other += t * t;
    }
  }
  expect(gradient.norm).toBeCloseTo(Math.sqrt(own), 6);
  expect(gradient.alignment).toBeCloseTo(dot / Math.sqrt(own * other), 6);
});

test("a run that groks goes through stages I, II and III, and covers every irrep", () => {
  const group = cyclic(17);
  const weightDecay = 2e-4;
  const run = training({ group, count: 240, width: 128, weightDecay });
  const look = (step: number): Diagnosis =>
    diagnose(
      group,
      run.data,
      { step, width: 128, hidden: run.hidden.data, top: run.top.data },
      { activation: "quadratic", weightDecay: paperWeightDecay(weightDecay, 240) },
    );
  const seen = [look(0)];
  for (let step = 1; step <= 400; step++) {
    run.step(step);
    if (step % 40 === 0) seen.push(look(step));
  }
  expect(run.testAccuracy()).toBe(1);
  const spans = stageSpans(seen);
  expect(spans.map(({ stage }) => stage)).toEqual([1, 2, 3]);
  expect(spans[0]).toEqual({ stage: 1, since: 0, until: 0 });
  expect(spans[2]).toMatchObject({ until: 400 });
  const last = seen.at(-1)!;
  expect(last.covered).toHaveLength(8);
  expect(last.missing).toEqual([]);
  expect(seen[0].covered).toHaveLength(0);
  expect(Math.max(...seen.map(({ gradient }) => gradient.alignment))).toBeGreaterThan(0.8);
  // F̃ᵀF̃ and P₁⊥FFᵀ stay near diagonal, as in Figure 3
  for (const { nodeGram, sampleGram } of seen) {
    expect(nodeGram).toBeLessThan(0.08);
    expect(sampleGram).toBeLessThan(0.09);
  }
  const { similar, repelled } = last.repulsion!;
  expect(repelled / similar).toBeGreaterThan(0.7);
});

test("too few data: the run is lazy again and stays so", () => {
  const group = cyclic(17);
  const run = training({ group, count: 72, width: 64, weightDecay: 2e-4 });
  const seen: Diagnosis[] = [];
  for (let step = 0; step <= 300; step++) {
    if (step > 0) run.step(step);
    if (step % 50 !== 0) continue;
    const snapshot = { step, width: 64, hidden: run.hidden.data, top: run.top.data };
    seen.push(diagnose(group, run.data, snapshot, { activation: "quadratic" }));
  }
  expect(run.testAccuracy()).toBeLessThan(0.1);
  expect(stageSpans(seen).at(-1)).toMatchObject({ stage: 1, until: 300 });
});

test("the three stages by hand", () => {
  const at = (alignment: number, learned: number) => ({
    gradient: { norm: 1, alignment },
    learned,
  });
  const start = { learned: 0.2 };
  expect(stageOf(at(0.1, 0.3), start)).toBe(1);
  expect(stageOf(at(0.6, 0.9), start)).toBe(2);
  expect(stageOf(at(0.1, 0.41), start)).toBe(3);
  const run = [at(0, 0.2), at(0.7, 0.2), at(0.2, 0.3), at(0.8, 0.4), at(0.1, 0.8), at(0, 0.9)];
  expect(stageSpans(run.map((one, i) => ({ ...one, step: 10 * i })))).toEqual([
    { stage: 1, since: 0, until: 0 },
    { stage: 2, since: 10, until: 10 },
    { stage: 1, since: 20, until: 20 },
    { stage: 2, since: 30, until: 30 },
    { stage: 3, since: 40, until: 50 },
  ]);
});

test("what does not fit is refused", () => {
  const group = cyclic(4);
  const data = everyPair(group);
  const good = { step: 0, width: 2, hidden: new Float64Array(16), top: new Float64Array(8) };
  const options = { activation: "quadratic" } as const;
  expect(() => diagnose(group, data, { ...good, width: 3 }, options)).toThrow(
    "W has 16 entries; it needs 8 × 3 = 24",
  );
  expect(diagnose(group, data, good, options)).toMatchObject({ learned: 0, covered: [] });
  expect(() => repulsionSigns(matrix(3, 2), 0)).toThrow("Theorem 6 needs a weight decay η > 0");
  expect(() => paperWeightDecay(-1, 10)).toThrow(/needs a weight decay η ≥ 0; got -1/);
  expect(() => stageSpans([])).toThrow(InputError);
  const one = { step: 3, gradient: { norm: 0, alignment: 0 }, learned: 0 };
  expect(() => stageSpans([one, one])).toThrow("step 3 after 3; steps ascend");
});

test("weight in nodes that memorise is learned, too", () => {
  const group = dihedral(5);
  const p = Array.from({ length: 10 }, (_, g) => (g + 1) / 55);
  const node = memorisingWeights(group, 3, memorisingOptimum(p, "relu").s);
  const noise = Float64Array.from({ length: 20 }, () => random() - 0.5);
  const hidden = Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? node : noise)[i >> 1]);
  const snapshot = { step: 0, width: 2, hidden, top: new Float64Array(20) };
  const { nodes, learned } = diagnose(group, everyPair(group), snapshot, { activation: "relu" });
  expect(nodes.map(({ kind }) => kind)).toEqual(["memorising", "mixed"]);
  const [first, second] = nodes.map(({ norm }) => norm ** 2);
  expect(learned).toBeCloseTo(first / (first + second), 12);
});

test("where there are more nodes than are compared, those are evenly spread", () => {
  // columns 0 and 2 are alike, 1 and 3 are at right angles to them
  const rows = [
    [1, 0, 1, 0],
    [-1, 0, -1, 0],
    [0, 1, 0, 1],
    [0, -1, 0, -1],
  ];
  const F = { rows: 4, columns: 4, data: Float64Array.from(rows.flat()) };
  expect(nodeGramRatio(F, 2)).toBe(1);
  expect(nodeGramRatio(F)).toBeCloseTo(1 / 3, 12);
});

test("nodes at right angles are neither opposed nor alike", () => {
  const F = { rows: 4, columns: 2, data: Float64Array.of(1, 0, -1, 0, 0, 1, 0, -1) };
  expect(repulsionSigns(F, 1)).toEqual({ similar: 0, repelled: 0, opposed: 0 });
});
