import { expect, test } from "vitest";
import { cases, distance } from "./cases.ts";

const gpu = navigator.gpu as GPU | undefined;
const adapter = await gpu?.requestAdapter();

/** The others run in Node: shaders are the same. */
const [plain, transformer] = Object.keys(cases);

test.skipIf(!adapter).each([plain, transformer])(
  "in a browser, %s: the reference's steps",
  async (name) => {
    const { told, weights, ...same } = await distance(gpu as GPU, name);
    expect(told).toBeLessThan(1e-5);
    expect(weights).toBeLessThan(1e-5);
    expect(same).toMatchObject({ samePredictions: true, sameBytes: true });
  },
);
