import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { explanations } from "./explained.ts";
import { type Mutant, type Mutated, nameOf } from "./mutants.ts";

/** How some mutants ended. */
export interface Ended {
  readonly tried: number;
  /** By a test that fails, or that no longer ends. */
  readonly killed: number;
  /** Those of them whose tests no longer end. */
  readonly timedOut: number;
  /** Those that no test noticed. */
  readonly survivors: readonly Survivor[];
}

interface Survivor {
  /** Source and line. */
  readonly at: string;
  readonly original: string;
  readonly replacement: string;
  /** Whether a test came there at all. */
  readonly reached: boolean;
  /** Why no test has to notice it; undefined if one should. */
  readonly why?: string;
}

/**
 * Lets Stryker run some mutants of a package.
 *
 * @param folder an installed copy of the repository, whose sources it changes
 */
export function runMutants(
  folder: string,
  name: Mutated,
  mutants: readonly Mutant[],
  threads: number,
): Ended {
  const settings = {
    inPlace: true, // of the copy
    packageManager: "pnpm",
    testRunner: "vitest",
    vitest: { configFile: "apps/bench/src/mutation/vitest.config.ts", related: false },
    mutate: mutants.map(
      ({ fileName, location: { start, end } }) =>
        `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`,
    ),
    coverageAnalysis: "perTest",
    checkers: ["sampled"],
    plugins: [
      "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js",
      "src/mutation/sampled.ts",
    ].map((plugin) => join(folder, "apps/bench", plugin)),
    concurrency: threads,
    dryRunTimeoutMinutes: 60,
    timeoutMS: 20_000,
    timeoutFactor: 3,
    disableTypeChecks: false,
    allowConsoleColors: false,
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: "mutation.json" },
    warnings: { slow: false },
  };
  const sample = join(folder, "mutation-sample.json");
  writeFileSync(sample, JSON.stringify(mutants));
  writeFileSync(join(folder, "stryker.json"), JSON.stringify(settings));
  const stryker = join(folder, "apps/bench/node_modules/@stryker-mutator/core/bin/stryker.js");
  const { status } = spawnSync(process.execPath, [stryker, "run", "stryker.json"], {
    cwd: folder,
    stdio: "inherit",
    env: { ...process.env, MUTATION_PACKAGE: name, MUTATION_SAMPLE: sample },
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status}; what it printed says why`);
  return read(join(folder, "mutation.json"), mutants);
}

/** What Stryker reports; its places begin at 1. */
interface Report {
  readonly files: Record<
    string,
    { readonly source: string; readonly mutants: readonly (Mutant & { readonly status: string })[] }
  >;
}

function read(report: string, sample: readonly Mutant[]): Ended {
  const chosen = new Set(sample.map(nameOf));
  const { files }: Report = JSON.parse(readFileSync(report, "utf8"));
  const ended: string[] = [];
  const survivors: Survivor[] = [];
  for (const [fileName, { source, mutants }] of Object.entries(files)) {
    for (const { status, replacement, mutatorName, location } of mutants) {
      const { start, end } = { start: from0(location.start), end: from0(location.end) };
      const mutant = { fileName, replacement, mutatorName, location: { start, end } };
      if (!chosen.has(nameOf(mutant))) continue;
      ended.push(status);
      if (["Survived", "NoCoverage"].includes(status))
        survivors.push(survivor(mutant, source, status === "Survived"));
    }
  }
  const tried = ended.length;
  if (tried !== sample.length) throw new Error(`${tried} of ${sample.length} mutants were tried`);
  const timedOut = ended.filter((status) => status === "Timeout").length;
  return { tried, killed: tried - survivors.length, timedOut, survivors };
}

function from0({ line, column }: Mutant["location"]["start"]) {
  return { line: line - 1, column: column - 1 };
}

function survivor(mutant: Mutant, source: string, reached: boolean): Survivor {
  const { fileName, replacement, location } = mutant;
  const lines = source.split("\n").slice(location.start.line, location.end.line + 1);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, location.end.column);
  const original = shortened(lines.join("\n").slice(location.start.column));
  const at = `${fileName}:${location.start.line + 1}`;
  const why = explanations.find(
    (one) =>
      one.source === fileName &&
      one.original === original &&
      one.replacement === shortened(replacement),
  )?.why;
  return { at, original, replacement: shortened(replacement), reached, ...(why && { why }) };
}

/** Code in one line of at most 80 letters. */
function shortened(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
