import { expect, test } from "vitest";
import { golden, goldenHash } from "./golden.ts";

test.each(golden)(
  "the representations of $name are Node's bytes in Chromium",
  async (group, hash) => {
    expect(await goldenHash(group)).toBe(hash);
  },
);
