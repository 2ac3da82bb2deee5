import { expect, test } from "vitest";
import { memoryOf } from "../src/soak/memory.ts";
import { trend } from "../src/soak/trend.ts";

const numbers = Array.from({ length: 100 }, (_, i) => i);
/** Up and down by 1, in no order that a slope could follow. */
const noise = (i: number) => ((i * 37) % 101) / 50 - 1;

test("a slope has an interval that holds it, and none where points lie on a line", () => {
  const line = trend(numbers.map((x) => [x, 3 * x]));
  for (const end of Object.values(line)) expect(end).toBeCloseTo(3);
  const rough = trend(numbers.map((x) => [x, 3 * x + noise(x)]));
  expect(rough.least).toBeLessThan(3);
  expect(rough.most).toBeGreaterThan(3);
  expect(rough.most - rough.least).toBeLessThan(0.1);
});

test("memory is flat unless what is held or the process grows by more than a tenth", () => {
  const flat = (held: number, resident: number) =>
    memoryOf(
      numbers.map((i) => ({
        runs: 20 * i,
        held: 6e7 + 20 * i * held + 1e4 * noise(i),
        resident: 3e8 + 20 * i * resident + 1e5 * noise(i),
      })),
    ).isFlat;
  expect(flat(0, 0)).toBe(true);
  expect(flat(1000, 0)).toBe(true);
  expect(flat(10_000, 0)).toBe(false);
  expect(flat(0, 30_000)).toBe(false);
});
