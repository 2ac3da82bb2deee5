import * as viz from "@grokscape/viz";
import fc from "fast-check";
import { test } from "vitest";
import { page } from "./found.ts";
import { expectDrawn, strangeNumbers } from "./strange.ts";

/** Numbers as they come out of broken runs. */
const number = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(...strangeNumbers),
  fc.double(),
);
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const state = fc.constantFrom("generalising", "memorising", "mixed" as const);
const count = fc.integer({ min: 0, max: 6 });
const step = fc.oneof(
  fc.integer({ min: 0, max: 2000 }),
  fc.constantFrom(1e12, 1e17, 1e17 + 16, 5e-324),
);
const steps = fc.uniqueArray(step, { maxLength: 8 }).map((steps) => steps.sort((a, b) => a - b));
const named = <Value>(of: fc.Arbitrary<Value>) => fc.tuple(fc.string({ maxLength: 30 }), of);
const rows = <Row>(row: fc.Arbitrary<Row>) =>
  steps.chain((steps) =>
    fc
      .array(row, { minLength: steps.length, maxLength: steps.length })
      .map((rows) => rows.map((row, i) => ({ ...row, step: steps[i]! }))),
  );
const maybe = fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null });

const curve = fc.record({
  metrics: rows(
    fc.record({ trainAccuracy: number, testAccuracy: number, trainLoss: number, testLoss: number }),
  ),
  memorisedAt: maybe,
  generalisedAt: maybe,
});
const scale = fc.constantFrom("linear" as const, "log" as const);

const document = page();

type Drawn = (options: viz.PictureOptions) => Element;

const pictures: Readonly<Record<string, fc.Arbitrary<Drawn>>> = {
  grokkingCurve: fc
    .tuple(fc.array(curve, { maxLength: 3 }), scale, fc.constantFrom("accuracy", "loss" as const))
    .map(
      ([records, scale, quantity]) =>
        (options) =>
          viz.grokkingCurve(records, { ...options, scale, quantity: quantity as viz.Quantity }),
    ),
  borderTransition: fc
    .array(
      named(
        fc.record({
          runs: fc.array(fc.record({ value: step, came: fc.boolean() }), { maxLength: 6 }),
          ...{ at: maybe, low: maybe, high: maybe },
          curve: fc.array(fc.record({ value: step, probability: step }), { maxLength: 4 }),
        }),
      ),
      { maxLength: 4 },
    )
    .map(
      (borders) => (options) =>
        viz.borderTransition(
          borders.map(([name, border]) => ({ name, ...border })),
          options,
        ),
    ),
  milestoneSpread: fc
    .array(named(fc.array(fc.record({ memorisedAt: maybe, generalisedAt: maybe, steps: step }))), {
      maxLength: 4,
    })
    .map(
      (groups) => (options) =>
        viz.milestoneSpread(
          groups.map(([name, runs]) => ({ name, runs })),
          options,
        ),
    ),
  readingCurve: fc
    .tuple(
      rows(fc.record({ testAccuracy: number })),
      rows(fc.record({ value: number, testAccuracy: number })),
      named(number),
    )
    .map(
      ([metrics, rows, [name, value]]) =>
        (options) =>
          viz.readingCurve(
            metrics,
            { name, rows, level: { name, value }, madeFrom: name },
            options,
          ),
    ),
  stageTimeline: fc
    .tuple(
      rows(
        fc.record({
          gradientNorm: number,
          topTurn: number,
          hiddenTurn: number,
        }),
      ),
      scale,
    )
    .map(
      ([rows, scale]) =>
        (options) =>
          viz.stageTimeline(rows, { ...options, scale }),
    ),
  phaseDiagram: fc
    .tuple(
      fc.array(fc.record({ x: number, p: number, low: number, high: number }), { maxLength: 6 }),
      scale,
    )
    .map(
      ([points, scale]) =>
        (options) =>
          viz.phaseDiagram(points, [], { ...options, scale }),
    ),
  energySlice: fc
    .array(
      fc.record({
        share: number,
        energy: fc.array(number, { maxLength: 9 }),
        peaks: fc.constant([]),
      }),
      { maxLength: 4 },
    )
    .map((slices) => (options) => viz.energySlice(slices, options)),
  energyHistogram: fc
    .tuple(
      fc.array(fc.record({ energy: number, kind: state }), { maxLength: 20 }),
      fc.array(named(number), { maxLength: 3 }),
    )
    .map(
      ([nodes, levels]) =>
        (options) =>
          viz.energyHistogram(
            nodes as viz.NodeEnergy[],
            levels.map(([name, energy]) => ({ name, energy })),
            options,
          ),
    ),
  irrepSpectrum: fc
    .tuple(count, count, fc.integer({ min: 0, max: 3 }))
    .chain(([nodes, irreps, frames]) =>
      fc.array(
        fc.record({
          step,
          nodes: fc.array(numbers(irreps), { minLength: nodes, maxLength: nodes }),
        }),
        { minLength: frames, maxLength: frames },
      ),
    )
    .map((frames) => (options) => viz.irrepSpectrum(frames, options)),
  spectrumTimeline: fc.tuple(rows(fc.record({ spectrum: numbers(3) })), scale).map(
    ([rows, scale]) =>
      (options) =>
        viz.spectrumTimeline(rows, { ...options, scale }),
  ),
  features: fc
    .array(named(fc.tuple(numbers(4), numbers(4))), { maxLength: 3 })
    .map((nodes) => (options) => {
      const records = nodes.map(([name, [a, b]]) => ({ name, a, b }));
      viz.featureTables(records, options);
      return viz.featureWaves(records, options);
    }),
  characterTable: count
    .chain((size) => fc.tuple(fc.constant(size), numbers(size * size), numbers(size * size)))
    .map(([size, re, im]) => (options) => {
      const ones = new Array(size).fill(1);
      return viz.characterTable({ degrees: ones, classSizes: ones, re, im }, options);
    }),
  couponCollector: fc
    .tuple(
      fc.array(
        fc.record({
          name: fc.string({ maxLength: 30 }),
          source: fc.constantFrom("measured", "theory" as const),
          rows: steps.chain((nodes) =>
            numbers(nodes.length).map((covered) =>
              nodes.map((nodes, i) => ({ nodes, covered: covered[i]! })),
            ),
          ),
        }),
        { maxLength: 3 },
      ),
      fc.integer({ min: 1, max: 40 }),
      scale,
    )
    .map(
      ([coverages, irreps, scale]) =>
        (options) =>
          viz.couponCollector(coverages as viz.Coverage[], irreps, { ...options, scale }),
    ),
  lawLeaderboard: fc
    .array(
      fc.record({
        id: fc.string({ maxLength: 30 }),
        outcomes: fc.constant({ told: 5, right: 3 }),
        times: fc.record({ told: count, error: fc.option(number, { nil: null }) }),
      }),
      { maxLength: 5 },
    )
    .map((scores) => (options) => viz.lawLeaderboard(scores, options)),
};

test.each(Object.entries(pictures))(
  "%s draws whatever numbers a run may have, or says what is wrong with them",
  (_, drawn) => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(240, 360, 900), (draw, width) =>
        expectDrawn(() => draw({ document, width })),
      ),
      { numRuns: 50, seed: 1 },
    );
  },
);
