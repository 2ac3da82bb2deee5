import { expect, test } from "vitest";
import { highest, limitMeter } from "../../src/measure/limits.ts";

test("the module runs, and does more than one operation a nanosecond", () => {
  const { separate, fused } = limitMeter()();
  expect(separate).toBeGreaterThan(1);
  if (fused !== null) expect(fused).toBeGreaterThan(1);
});

test("the highest of each limit counts, and a limit nobody could measure stays open", () => {
  const limits = [
    { separate: 40, fused: 50 },
    { separate: 38, fused: 55 },
  ];
  expect(highest(limits)).toEqual({ separate: 40, fused: 55 });
  expect(highest([{ separate: 40, fused: null }])).toEqual({ separate: 40, fused: null });
});
