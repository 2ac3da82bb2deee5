import { expect, test } from "vitest";
import { golden, goldenHash } from "./golden.ts";

test.each(golden)("%s starts with the same bytes as ever", async (_name, spec, hash) => {
  expect(await goldenHash(spec)).toBe(hash);
});
