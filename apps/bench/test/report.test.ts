import { expect, test } from "vitest";
import { brief, markdown, share } from "../src/report.ts";
import type { Results } from "../src/results.ts";
import { timing } from "./timing.ts";

const results: Results = {
  command: "pnpm bench --rounds 3",
  machine: "a machine",
  load: 0.25,
  date: "2026-01-02",
  configurations: [{ name: "A", M: 71, K: 2048, n: 2016 }],
  limits: { separate: 40, fused: 50 },
  timings: [timing("A", "Grokscape", 1, 40), timing("A", "Grokscape", 2, 25)],
  absences: ["A", "B"].map((configuration) => ({
    ...{ configuration, contestant: "PyTorch", threads: 1, reason: "none installed" },
  })),
  growths: [
    {
      size: "K",
      points: [100, 200, 400].map((K) => ({
        ...{ M: 71, K, n: 2016 },
        timings: [timing("", "Grokscape", 1, K / 50)],
      })),
    },
  ],
  checks: [
    {
      id: "a",
      title: "first",
      where: "A",
      value: 2.5,
      ofProcessor: 2.25,
      unit: "×",
      floor: 2,
      aim: 3,
    },
    { id: "b", title: "second", where: "A", value: 70, unit: "MB", ceiling: 60 },
    { id: "c", title: "third", where: "A", value: null, unit: "×", floor: 2 },
  ],
};

test("numbers keep three digits and no more than the whole part needs", () => {
  expect([0.2345, 2.345, 23.45, 234.5, 23456].map(brief)).toEqual([
    ...["0.234", "2.35", "23.4", "235", "23456"],
  ]);
});

test("the share is that of all cores a contestant uses, of the faster of both limits", () => {
  const [one, two] = results.timings;
  expect(share(one, { separate: 40, fused: 50 })).toBe("80 %");
  expect(share(two, { separate: 40, fused: 50 })).toBe("40 %");
  expect(share(one, { separate: 50, fused: null })).toBe("80 %");
});

test("a page holds every row, every verdict, who was absent, machine and date", () => {
  const page = markdown(results);
  expect(page).toContain("| A | Grokscape | 1 | 40.0 | 36.0 | 32.0 | 1.00 | 40.0 | 80 % | 12 |");
  expect(page).toContain("| PyTorch | 1 | A, B | none installed |");
  expect(page).toContain("| first | A | 2.50× | 2.25× | 2.00× | 3.00× | holds |");
  expect(page).toContain("| second | A | 70.0 MB | – | 60.0 MB | – | **does not hold** |");
  expect(page).toContain("| third | A | – | – | 2.00× | – |  |");
  expect(page).toContain("| 71 | 200 | 2016 | 250 |");
  expect(page).toContain("| time ∝ K to the power |  |  | 1.00 |");
  expect(page).toContain(
    "`pnpm bench --rounds 3`, a machine, 2026-01-02. Load before it began: 0.3.",
  );
});
