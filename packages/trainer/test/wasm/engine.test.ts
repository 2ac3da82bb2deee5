import { wasmEngine } from "@grokscape/trainer/wasm";
import { describe, expect, test } from "vitest";
import { trajectories } from "../trajectory.ts";

/** The engine knows networks of W and V alone; others it refuses. */
const twoLayers = trajectories().filter(
  ({ problem, initial }) => Object.keys(initial).length === 2 && problem.model.combine === "sum",
);

describe.each([1, 2])("%i threads follow PyTorch within 1e-5", (threads) => {
  test.each(twoLayers)("$name", async ({ problem, initial, steps, log }) => {
    const start = { step: 0, weights: initial, optimiser: {} };
    const session = await wasmEngine({ threads }).open(problem, start);
    for (let step = 0; step <= steps; step++) {
      expect(Math.abs(session.measure().loss / log.trainLoss[step] - 1)).toBeLessThan(1e-5);
      expect(Math.abs(session.evaluate().loss / log.testLoss[step] - 1)).toBeLessThan(1e-5);
      if (step < steps) session.update();
    }
    session.dispose();
  });
});
