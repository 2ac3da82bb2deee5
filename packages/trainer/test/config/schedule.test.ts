import { rateAt, type ScheduleSpec } from "@grokscape/trainer";
import { expect, test } from "vitest";

const steps = 40;
const { PI, cos } = Math;

test.each<[ScheduleSpec, (s: number) => number]>([
  [{ kind: "constant", warmUp: 0 }, () => 1],
  [{ kind: "step", every: 7, factor: 0.3, warmUp: 0 }, (s) => 0.3 ** Math.floor(s / 7)],
  [
    { kind: "multistep", at: [3, 4, 20], factor: 0.5, warmUp: 0 },
    (s) => (s < 3 ? 1 : s < 4 ? 0.5 : s < 20 ? 0.25 : 0.125),
  ],
  [{ kind: "exponential", factor: 0.9, warmUp: 0 }, (s) => 0.9 ** s],
  [{ kind: "cosine", warmUp: 0 }, (s) => (1 + cos((PI * s) / steps)) / 2],
  [{ kind: "constant", warmUp: 5 }, (s) => Math.min(1, (s + 1) / 5)],
  [
    { kind: "cosine", warmUp: 10 },
    (s) => (Math.min(1, (s + 1) / 10) * (1 + cos((PI * s) / steps))) / 2,
  ],
])("%o", (schedule, definition) => {
  for (let s = 0; s < steps; s++) {
    expect(rateAt(schedule, s, steps), `step ${s}`).toBeCloseTo(definition(s), 14);
  }
});
