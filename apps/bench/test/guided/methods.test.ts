import { task } from "@grokscape/group-datasets";
import { guidedTraining } from "@grokscape/theory";
import { preset, presets } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { baseline, configOf, guided, methods } from "../../src/guided/methods.ts";

test("the preset is what the theory chooses for its task", () => {
  const { task: id, split, steps: _, evaluateEvery: __, ...recipe } = preset(guided).config;
  expect(recipe).toEqual(guidedTraining(task(id), split?.count as number));
  expect(split).toEqual(preset(baseline).config.split);
});

test("every preset is a method, on the task, split and seed it is moved to", () => {
  expect(methods.map(({ name }) => name).sort()).toEqual(presets.map(({ name }) => name).sort());
  for (const method of methods) {
    const config = configOf(method, "dihedral:5", 0.5, 3);
    expect(config).toMatchObject({
      ...{ task: "dihedral:5", split: { fraction: 0.5 }, seed: 3, steps: method.cap },
      goal: { testAccuracy: 0.99, hold: 0 },
    });
    if (method.name === guided) continue;
    const { model, optimiser = {}, loss = "mse" } = preset(method.name).config;
    expect(config).toMatchObject({ model, optimiser, loss });
  }
});

test("the guided recipe knows how many examples it is shown", () => {
  const method = methods[0];
  expect(configOf(method, "cyclic:31", 0.5, 1)).toMatchObject(
    guidedTraining(task("cyclic:31"), 480),
  );
  expect(configOf(method, "cyclic:31", 0.3, 1)).toMatchObject(
    guidedTraining(task("cyclic:31"), 288),
  );
});
