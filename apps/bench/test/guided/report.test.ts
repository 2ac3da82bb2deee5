import { describe, expect, test } from "vitest";
import { coursesOf, guidedMarkdown } from "../../src/guided/report.ts";
import {
  type Cell,
  gain,
  generalises,
  medianSeconds,
  medianSteps,
  threshold,
} from "../../src/guided/summary.ts";

const cell = (method: string, fraction: number, steps: Cell["steps"], milliseconds = 2): Cell => ({
  ...{ task: "cyclic:7", method, fraction, examples: 49 * fraction, steps, milliseconds },
});

const adam = cell("tian-fig3", 0.8, [1000, 1200, 1100, null, 1300]);
const fast = cell("li2-guided", 0.8, [50, 40, 60, 45, 55], 10);
const lost = cell("tian-fig3", 0.6, [null, null]);
const scarce = cell("li2-guided", 0.6, [90, 80, null, 100, 110], 10);
const begun = cell("grokfast", 0.8, [500, 700, 600]);
const cells = [adam, fast, lost, scarce, begun];

describe("summary", () => {
  test("one miss of five is let pass, and counts as later than all", () => {
    expect([adam, fast, lost, scarce].map(generalises)).toEqual([true, true, false, true]);
    expect(medianSteps(adam)).toBe(1200);
    expect(medianSteps(scarce)).toBe(100);
    expect(medianSteps(lost)).toBeNull();
    expect(medianSeconds(adam)).toBeCloseTo(2.4);
    expect(medianSeconds(lost)).toBeNull();
  });

  test("four seeds that came through do not count before they are four", () => {
    expect(generalises(cell("a", 0.5, [1, 2, 3]))).toBe(false);
    expect(generalises(cell("a", 0.5, [1, 2, 3, 4]))).toBe(true);
  });

  test("the threshold is the smallest fraction that generalises", () => {
    expect(threshold(cells, "cyclic:7", "tian-fig3")).toBe(0.8);
    expect(threshold(cells, "cyclic:7", "li2-guided")).toBe(0.6);
    expect(threshold(cells, "cyclic:11", "li2-guided")).toBeNull();
  });

  test("gains are ratios of medians, and only where both generalise", () => {
    expect(gain(fast, adam)?.steps).toBeCloseTo(24);
    expect(gain(fast, adam)?.seconds).toBeCloseTo(2.4 / 0.5);
    expect(gain(scarce, lost)).toBeNull();
    expect(gain(undefined, adam)).toBeNull();
  });
});

test("the page holds medians, misses, thresholds, gains, caps, machine and date", () => {
  const outline = {
    ...{
      task: "cyclic:7",
      fractions: [0.8, 0.6],
      methods: ["li2-guided", "tian-fig3", "grokfast"],
    },
  };
  const page = guidedMarkdown({
    ...{ command: "pnpm guided", machine: "a machine", date: "2026-01-02", seeds: 5 },
    methods: [{ name: "li2-guided", cap: 2000 }],
    courses: coursesOf([outline], cells),
  });
  expect(page).toContain("|  | 80 % | 60 % | generalises from |");
  expect(page).toContain("| li2-guided | 50, 0.500 s | 100, 1.00 s (4 of 5) | 60 % |");
  expect(page).toContain("| tian-fig3 | 1200, 2.40 s (4 of 5) | missed (0 of 2) | 80 % |");
  expect(page).toContain("| grokfast | 600, 1.20 s (3 of 3) | – | – |");
  expect(page).toContain("| gain on tian-fig3 | 24.0×, 4.80× | – |  |");
  expect(page).toContain("li2-guided 2000.");
  expect(page).toContain("`pnpm guided`, a machine, 2026-01-02.");
});
