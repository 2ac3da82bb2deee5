import { expect, test } from "vitest";
import { loadTaskFamilies, task, taskFamilies } from "../../src/index.ts";
import * as onDemand from "../../src/task/known/on-demand.ts";

test("a page knows that it has not loaded all families, and has them afterwards", async () => {
  const atOnce = onDemand.taskFamilies;
  expect(taskFamilies.slice(0, atOnce.length)).toEqual(atOnce);
  expect(onDemand.knownFamilies()).toEqual(atOnce);
  expect(onDemand.isComplete()).toBe(false);
  expect(onDemand.guesses("cyclik:97", "", onDemand.taskFamilies)).toEqual([]);
  const all = await onDemand.loadTaskFamilies();
  expect(all).toEqual(taskFamilies);
  expect(onDemand.knownFamilies()).toEqual(all);
  expect(onDemand.isComplete()).toBe(true);
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
  expect(await loadTaskFamilies()).toEqual(taskFamilies);
  expect(task("parity:6,2").size).toBe(64);
});
