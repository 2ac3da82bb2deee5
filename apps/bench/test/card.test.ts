import { expect, test } from "vitest";
import { markdownOfCard } from "../src/card/report.ts";
import type { CardResults } from "../src/card/results.ts";

const summary = (median: number) => ({ median, minimum: median, processor: median, count: 1 });
const timing = (contestant: string, threads: number, milliseconds: number) => ({
  ...{ configuration: "A", contestant, threads, library: "", rate: 1000, megabytes: null },
  step: summary(milliseconds),
  evaluation: summary(1),
});
const results: CardResults = {
  ...{ command: "pnpm card", machine: "a machine", card: "a card", date: "2026-01-01" },
  configurations: [{ name: "A", M: 7, K: 8, n: 9 }],
  timings: [timing("Grokscape", 2, 50), timing("Grokscape, on the card", 1, 0.25)],
  absences: [{ configuration: "A", contestant: "PyTorch", threads: 1, reason: "it is not there" }],
};

test("a race on a card says how much longer others take, and of a card of software that it says nothing", () => {
  const page = markdownOfCard(results);
  expect(page).toContain("| A | Grokscape, on the card | 1 | 0.250 | 1.00 | 1000 | 1.00× |");
  expect(page).toContain("| A | Grokscape | 2 | 50.0 | 1.00 | 1000 | 200× |");
  expect(page).toContain("| PyTorch | 1 | A | it is not there |");
  expect(page).toContain("a card; a machine; 2026-01-01");
  expect(page).not.toContain("This card is software");
  expect(markdownOfCard({ ...results, card: "SwiftShader" })).toContain("This card is software");
});
