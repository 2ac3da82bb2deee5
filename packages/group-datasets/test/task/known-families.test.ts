import { expect, test } from "vitest";
import { loadTaskFamilies, task, taskFamilies } from "../../src/index.ts";
import * as onDemand from "../../src/task/known/on-demand.ts";

test("a page knows which families it has not loaded, and has them all afterwards", async () => {
  const atOnce = onDemand.taskFamilies.map(({ id }) => id);
  expect([...atOnce, ...onDemand.later]).toEqual(taskFamilies.map(({ id }) => id));
  expect(onDemand.knownFamilies().map(({ id }) => id)).toEqual(atOnce);
  expect(onDemand.guesses("cyclik:97", "", onDemand.taskFamilies)).toEqual([]);
  const all = await onDemand.loadTaskFamilies();
  expect(all).toEqual(taskFamilies);
  expect(onDemand.knownFamilies()).toEqual(all);
  expect(onDemand.guesses("cyclik:97", "", all)).toEqual(["cyclic:97"]);
});

test("families may be asked for any number of times, at the same time too", async () => {
  const [one, other] = await Promise.all([
    onDemand.loadTaskFamilies(),
    onDemand.loadTaskFamilies(),
  ]);
  expect(other).toBe(one);
  expect(await onDemand.loadTaskFamilies()).toBe(one);
  expect(onDemand.knownFamilies()).toBe(one);
});

test("Node has every family from the start", async () => {
  expect(await loadTaskFamilies()).toBe(taskFamilies);
  expect(task("parity:6,2").size).toBe(64);
});
