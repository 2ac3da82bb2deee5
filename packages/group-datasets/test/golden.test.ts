import { afterEach, expect, test, vi } from "vitest";
import { golden, goldenHash } from "./golden.ts";

/** Functions whose last bits are left to the engine. */
const engineOwn = ["cos", "sin", "tan", "acos", "asin", "atan", "atan2", "exp", "log"] as const;
const others = ["pow", "hypot", "cbrt", "expm1", "log1p", "log2", "log10"] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(golden)(
  "the representations of $name are the same bytes as ever",
  async (group, hash) => {
    for (const name of [...engineOwn, ...others]) {
      vi.spyOn(Math, name).mockImplementation(() => {
        throw new Error(`Math.${name} differs between engines`);
      });
    }
    expect(await goldenHash(group)).toBe(hash);
  },
);
