import { cyclic } from "@grokscape/group-datasets";
import { expect, test } from "vitest";
import { diagnose, expectedGrokStep, independentLearningStep } from "../../src/index.ts";
import { training } from "../training.ts";

const group = cyclic(17);
const count = Math.floor(3.5 * 17 * Math.log(17));
const width = 128;

// the runs that the constants of our measured times were fitted to
test.each([
  [1e-3, 2e-4],
  [5e-4, 2e-4],
  [2e-3, 2e-4],
  [1e-3, 1e-4],
  [1e-3, 4e-4],
  [1e-3, 8e-4],
])("lr %d, decay %d: stage II and generalisation when foretold", (learningRate, weightDecay) => {
  const run = training({ group, count, width, weightDecay, learningRate });
  const foretold = expectedGrokStep({ classes: 17, count, width, learningRate, weightDecay })!;
  let second: number | null = null;
  let grokked: number | null = null;
  for (let step = 1; step <= 3 * foretold && grokked === null; step++) {
    run.step(step);
    if (second === null && step % 5 === 0) {
      const snapshot = { step, width, hidden: run.hidden.data, top: run.top.data };
      const { gradient } = diagnose(group, run.data, snapshot, { activation: "quadratic" });
      if (gradient.alignment >= 0.5) second = step;
    }
    if (step % 25 === 0 && run.testAccuracy() >= 0.99) grokked = step;
  }
  expect(Math.abs(Math.log(second! / independentLearningStep(learningRate)))).toBeLessThan(0.3);
  expect(Math.abs(Math.log(grokked! / foretold))).toBeLessThan(Math.log(1.6));
});
