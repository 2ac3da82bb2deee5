import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { networkTrajectories } from "../trajectory.ts";

/** Largest relative difference of a loss from PyTorch's over all steps. */
const bars = [
  { engine: referenceEngine, bar: 1e-9 },
  { engine: tfjsEngine(), bar: 1e-5 },
  { engine: wasmEngine({ threads: 1 }), bar: 1e-5 },
];

describe.each(bars)("$engine.name follows PyTorch", ({ engine, bar }) => {
  test.each(networkTrajectories())("$name", async ({ problem, initial, final, steps, log }) => {
    const session = await engine.open(problem, { step: 0, weights: initial, optimiser: {} });
    const relative = (seen: number, right: number) => Math.abs(seen - right) / right;
    let worst = 0;
    for (let step = 0; step <= steps; step++) {
      const train = session.measure();
      const held = session.evaluate();
      worst = Math.max(
        worst,
        relative(train.loss, log.trainLoss[step]),
        relative(held.loss, log.testLoss[step]),
      );
      expect(train.accuracy, `train accuracy at ${step}`).toBeCloseTo(log.trainAccuracy[step], 9);
      expect(held.accuracy, `test accuracy at ${step}`).toBeCloseTo(log.testAccuracy[step], 9);
      if (step < steps) session.update();
    }
    expect(worst).toBeLessThan(bar);
    const { weights } = session.snapshot();
    for (const [name, { data }] of Object.entries(final)) {
      const off = Math.max(...data.map((w, i) => Math.abs(w - weights[name].data[i])));
      expect(off, `final ${name}`).toBeLessThan(1e-4);
    }
    session.dispose();
  });
});
