import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";
import { describe, expect, test } from "vitest";
import { purposes, randomStream, shuffle, uniform, uniformBelow } from "../../src/index.ts";

/** A stream of these draws, as 32 bits with a sign. */
function drawing(...draws: number[]): JumpableRandomGenerator {
  return { next: () => draws.shift() as number } as unknown as JumpableRandomGenerator;
}

describe("randomStream", () => {
  test("is that of the seed, jumped once for each purpose before", () => {
    for (const [jumps, purpose] of purposes.entries()) {
      const expected = xoroshiro128plus(7);
      for (let i = 0; i < jumps; i++) expected.jump();
      const stream = randomStream(7, purpose);
      for (let i = 0; i < 5; i++) expect(stream.next()).toBe(expected.next());
    }
  });

  test("is another for every purpose and seed", () => {
    const firsts = [0, 1, 2 ** 32 - 1].flatMap((seed) =>
      purposes.map((purpose) => randomStream(seed, purpose).next()),
    );
    expect(new Set(firsts).size).toBe(3 * purposes.length);
  });

  test("keeps the purposes in their order, on which every split and every network depends", () => {
    expect(purposes).toEqual(["split", "initialise", "batches", "task", "noise", "monte-carlo"]);
  });
});

test("uniform takes the 24 upper bits of a draw", () => {
  const stream = drawing(0, 255, 256, -1, -(2 ** 31));
  const values = Array.from({ length: 5 }, () => uniform(stream));
  expect(values).toEqual([0, 0, 2 ** -24, 1 - 2 ** -24, 0.5]);
});

test("uniformBelow draws again where a remainder would come up too often", () => {
  expect(uniformBelow(drawing(-1, 5), 3)).toBe(2);
  expect(uniformBelow(drawing(-2), 3)).toBe((2 ** 32 - 2) % 3);
  expect(uniformBelow(drawing(-1), 2 ** 32)).toBe(2 ** 32 - 1);
});

test("shuffle exchanges every place, from the last, with one that is not behind it", () => {
  const values = Uint32Array.of(0, 1, 2, 3);
  shuffle(values, drawing(0, 0, 0));
  expect(values).toEqual(Uint32Array.of(1, 2, 3, 0));
  shuffle(values, drawing(3, 2, 1));
  expect(values).toEqual(Uint32Array.of(1, 2, 3, 0));
});
