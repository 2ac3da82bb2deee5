import { referenceEngine } from "@grokscape/trainer";
import { expect, test } from "vitest";
import { problemOf } from "../../src/configurations.ts";
import { idiomaticTfjs, useWasm } from "../../src/contestants/node/idiomatic.ts";

test("the idiomatic network is the definition's, step by step", async () => {
  const { problem, start } = problemOf({ name: "tiny", M: 7, K: 12, n: 30 });
  await useWasm();
  const idiomatic = await idiomaticTfjs(problem, start);
  const reference = await referenceEngine.open(problem, start);
  for (let step = 0; step < 20; step++) {
    reference.measure();
    reference.update();
    idiomatic.step();
  }
  idiomatic.evaluate();
  const expected = reference.snapshot().weights;
  const actual = await idiomatic.weights();
  for (const name of ["W", "V"]) {
    const apart = actual[name].data.map((value, i) => Math.abs(value - expected[name].data[i]));
    expect(Math.max(...apart)).toBeLessThan(2e-5);
  }
});
