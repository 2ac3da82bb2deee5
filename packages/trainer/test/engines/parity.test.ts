import { referenceEngine } from "@grokscape/trainer";
import { tfjsEngine } from "@grokscape/trainer/tfjs";
import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { recipeTrajectories, trajectories } from "../trajectory.ts";

/** Largest relative difference of a loss from PyTorch's float64 over all steps of a case. */
const bars = [
  { engine: referenceEngine, loss: 1e-9, cases: 25 },
  { engine: tfjsEngine(), loss: 1e-5, cases: 25 },
  { engine: wasmEngine({ threads: 1 }), loss: 1e-5, cases: 25 },
  { engine: wasmEngine({ threads: 2 }), loss: 1e-5, cases: 25 },
] as const;

describe.each(bars)("$engine.name follows PyTorch", ({ engine, loss: bar, cases }) => {
  const known = [...trajectories(), ...recipeTrajectories()];

  test(`in ${cases} cases at least`, () => {
    expect(known.length).toBeGreaterThanOrEqual(cases);
  });

  test.each(known)("$name", async ({ problem, initial, final, steps, log }) => {
    const session = await engine.open(problem, { step: 0, weights: initial, optimiser: {} });
    const relative = (seen: number, right: number) => Math.abs(seen - right) / Math.abs(right);
    let worst = 0;
    for (let step = 0; step <= steps; step++) {
      const train = session.measure();
      const held = session.evaluate();
      worst = Math.max(
        worst,
        relative(train.loss, log.trainLoss[step]),
        relative(held.loss, log.testLoss[step]),
      );
      expect(train.accuracy, `train accuracy at step ${step}`).toBeCloseTo(
        log.trainAccuracy[step],
        9,
      );
      expect(held.accuracy, `test accuracy at step ${step}`).toBeCloseTo(log.testAccuracy[step], 9);
      if (step < steps) session.update();
    }
    expect(worst).toBeLessThan(bar);
    const { weights } = session.snapshot();
    for (const name of Object.keys(final)) {
      const difference = weights[name].data.map((w, i) => Math.abs(w - final[name].data[i]));
      expect(Math.max(...difference), `final ${name}`).toBeLessThan(1e-4);
    }
    session.dispose();
  });
});
