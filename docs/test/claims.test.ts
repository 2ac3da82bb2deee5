import { expect, test } from "vitest";
import { demoConfig, offeredTasks } from "../src/demo/settings.ts";
import { measure } from "../src/site/measure.ts";
import { measuredRun, recordOf } from "../src/site/measured-run.ts";

test.each([20, 60])("shown %i percent, the run gives its numbers again", async (percent) => {
  const claim = measuredRun(percent);
  expect(claim.config).toEqual(demoConfig(offeredTasks[0], percent));

  const { metrics, memorisedAt, generalisedAt, steps } = await measure(percent);
  const { testAccuracy } = metrics.at(-1)!;
  expect(claim).toMatchObject({ memorisedAt, generalisedAt, steps, testAccuracy });
  for (const row of recordOf(claim).metrics) {
    const again = metrics[row.step]!;
    expect(again.trainAccuracy).toBeCloseTo(row.trainAccuracy, 3);
    expect(again.testAccuracy).toBeCloseTo(row.testAccuracy, 3);
    expect(again.testLoss / row.testLoss).toBeCloseTo(1, 2);
  }
});

test("asks for a measurement that does not exist", () => {
  expect(() => measuredRun(33)).toThrow("no run was measured at 33 %");
});
