import type { RunRecord } from "@grokscape/trainer";
import { afterEach, describe, expect, test, vi } from "vitest";
import { help, overview } from "../../src/arguments/help.ts";
import { commands } from "../../src/commands/index.ts";
import { comparisonText } from "../../src/terminal/comparison-text.ts";
import { findingTable } from "../../src/terminal/findings-text.ts";
import { columns, commandLines, paragraph } from "../../src/terminal/table.ts";

afterEach(() => vi.unstubAllEnvs());

/** As if the terminal had so many columns. */
const wide = (width: number) => vi.stubEnv("COLUMNS", `${width}`);
const longest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));

const rows = [
  [
    "✓",
    "outcome",
    "it generalises",
    "it generalised at step 135, 6.75 times as late as memorising",
  ],
  [" ", "hidden nodes", "140 are enough", "2,048 were there"],
];

describe.each([100, 80, 60, 40])("%i columns are wide enough", (width) => {
  test("for all help", () => {
    wide(width);
    expect(longest(overview(commands))).toBeLessThanOrEqual(width);
    for (const command of commands) expect(longest(help(command))).toBeLessThanOrEqual(width);
  });

  test("for outcomes and findings", () => {
    wide(width);
    const table = findingTable([0, 50, 10_000]);
    const row = table.row("the labels themselves, bits per node", ["1 ± 0.1", "", "12,345.67"]);
    expect(longest(`${table.head}\n${row}`)).toBeLessThanOrEqual(width);
    const [about, predicted, measured] = ["outcome", "it generalises", "it memorised at step 20"];
    const text = comparisonText({
      comparison: [{ about, predicted, measured, agreement: "as predicted" }],
      best: { bestAccuracy: 0.973, unknowable: Uint32Array.of(3) },
      record: { metrics: [{ testAccuracy: 0.951 }] } as unknown as RunRecord,
    });
    expect(text.replaceAll(/\s+/g, " ")).toContain("97.3 %; this network: 95.1 %.");
    expect(longest(text)).toBeLessThanOrEqual(width);
  });
});

test("at 20 columns only words to be copied are longer", () => {
  wide(20);
  const lines = [overview(commands), ...commands.map(help)].join("\n").split("\n");
  for (const line of lines.filter(({ length }) => length > 20)) {
    expect(line.trim().replace(/ \\$/, "")).toMatch(/^\S+$/);
    expect(line).toMatch(/cyclic-71|answers,description|nanda-2023|redis:|GROKSCAPE_QUEUE/);
  }
});

test("cells stand below each other where they have no room, named by the head", () => {
  wide(40);
  expect(columns(rows, ["", "", "predicted", "measured"])).toBe(
    [
      "  ✓ outcome",
      "    predicted: it generalises",
      "    measured: it generalised at step",
      "    135, 6.75 times as late as",
      "    memorising",
      "  hidden nodes",
      "    predicted: 140 are enough",
      "    measured: 2,048 were there",
    ].join("\n"),
  );
});

test("and beside each other where they have", () => {
  wide(80);
  expect(columns(rows, ["", "", "predicted", "measured"]).split("\n")).toEqual([
    "                   predicted       measured",
    "  ✓  outcome       it generalises  it generalised at step 135, 6.75 times as",
    "                                   late as memorising",
    "     hidden nodes  140 are enough  2,048 were there",
  ]);
});

test("a command too long for a line goes on below, as shells read it", () => {
  wide(30);
  const words = ["grokscape", "resume", "'a long name/cyclic-71'"];
  expect(commandLines(words)).toBe("  grokscape resume \\\n    'a long name/cyclic-71'");
});

test("a path is never broken, another long word is", () => {
  wide(20);
  expect(paragraph("Report: runs/cyclic-71-0123abcd/report.html")).toBe(
    "Report:\nruns/cyclic-71-0123abcd/report.html",
  );
  expect(longest(paragraph("a".repeat(50)))).toBe(20);
});

test("where there is no terminal, sentences are in one line", () => {
  vi.stubEnv("COLUMNS", "");
  expect(paragraph("word ".repeat(40).trim())).not.toContain("\n");
  expect(commandLines(Array.from({ length: 40 }, () => "word"))).not.toContain("\n");
});
