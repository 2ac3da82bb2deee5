import { runConfig } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { timeSteps } from "../../src/guided/speed.ts";

test("a step of sixteen times as many nodes takes longer", async () => {
  const config = (width: number) =>
    runConfig({ task: "cyclic:31", split: { fraction: 0.5 }, model: { width } });
  const [narrow, wide] = await timeSteps([config(128), config(2048)], 1);
  expect(narrow).toBeGreaterThan(0);
  expect(wide / narrow).toBeGreaterThan(4);
});
