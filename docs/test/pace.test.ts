import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eased } from "../src/live/pace.ts";
import { claimNamed } from "../src/site/claims.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("the first page's run is shown within fifteen seconds, where training does not take longer", async () => {
  const [outcome] = claimNamed("cyclic-23-at-60").variants[0]!.outcomes;
  const pace = eased();
  const start = performance.now();
  for (let row = 0; row <= outcome!.generalisedAt!; ) {
    const due = pace.due(row);
    await vi.runAllTimersAsync();
    row += await due;
  }
  expect(performance.now() - start).toBeLessThan(15_000);
});
