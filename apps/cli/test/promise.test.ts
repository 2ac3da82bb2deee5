import { readFileSync } from "node:fs";
import { type RunRecord, train } from "@grokscape/trainer";
import { fastestEngine } from "@grokscape/trainer/node";
import { expect, test } from "vitest";
import { configFrom } from "../src/run/config-options.ts";

test("the first command keeps the README's promise, to the step", async () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  const [, memorised, understood] =
    /memorises at step (\d+) and understands at step (\d+)/.exec(readme) ?? [];
  const config = { ...configFrom({ options: {}, operand: undefined }), goal: null };
  const steps = Number(understood) + config.evaluateEvery;
  const run = train({ ...config, steps }, { engine: await fastestEngine(config) });
  let next = await run.next();
  while (!next.done) next = await run.next();
  const { memorisedAt, generalisedAt } = next.value as RunRecord;
  expect({ memorisedAt, generalisedAt }).toEqual({
    memorisedAt: Number(memorised),
    generalisedAt: Number(understood),
  });
});
