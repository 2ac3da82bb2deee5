import { execFileSync, spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A fault put into a source by hand, and the file of tests that has to see it. */
interface Planted {
  /** What would be wrong. */
  readonly what: string;
  readonly source: string;
  /** Code that stands in the source once, and what takes its place. */
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}

const trainer = "packages/trainer";
const tests = `${trainer}/test`;

const planted: readonly Planted[] = [
  {
    what: "Adam's second moment is corrected as the first",
    source: `${trainer}/assembly/update.ts`,
    from: "f32x4.splat(settings.secondCorrection())",
    to: "f32x4.splat(settings.firstCorrection())",
    tests: `${tests}/engines/parity.test.ts`,
  },
  {
    what: "of equal logits the last is the answer",
    source: `${trainer}/assembly/loss.ts`,
    from: "return c + ctz(equal);",
    to: "return c + 31 - clz(equal);",
    tests: `${tests}/engines/conformance.test.ts`,
  },
  {
    what: "sums of columns leave out what fills no register",
    source: `${trainer}/assembly/tape/sum.ts`,
    from: "for (let i = wide; i < columns << 2; i += 4)",
    to: "for (let i = wide; i < wide; i += 4)",
    tests: `${tests}/engines/wasm/operations.test.ts`,
  },
  {
    what: "the mean divides once too often",
    source: "packages/tfjs-kernels/assembly/sum.ts",
    from: "store<f32>(out, <f32>(sumOf(x, terms) / divisor));",
    to: "store<f32>(out, <f32>(sumOf(x, terms) / divisor / divisor));",
    tests: "packages/tfjs-kernels/test/reduce.test.ts",
  },
  {
    what: "weights are drawn from the stream of splits",
    source: "packages/models/src/initialise/initialise.ts",
    from: 'randomStream(seed, "initialise")',
    to: 'randomStream(seed, "split")',
    tests: `${tests}/golden.test.ts`,
  },
  {
    what: "a split takes another seed than it is given",
    source: "packages/group-datasets/src/split/split.ts",
    from: 'randomStream(seed, "split")',
    to: 'randomStream(seed ^ 1, "split")',
    tests: `${tests}/golden.test.ts`,
  },
  {
    what: "a run that goes on keeps the row at its checkpoint, too",
    source: `${trainer}/src/node/train-in-folder.ts`,
    from: "metrics.filter((row) => row.step < step)",
    to: "metrics.filter((row) => row.step <= step)",
    tests: `${tests}/node/train-in-folder.test.ts`,
  },
  {
    what: "rows that were altered are gone on from",
    source: `${trainer}/src/node/train-in-folder.ts`,
    from: "origin && origin.rows !== checksumOfRows(before)",
    to: "origin && origin.rows === undefined",
    tests: `${tests}/node/bound-parts.test.ts`,
  },
  {
    what: "a file is written in its place",
    source: `${trainer}/src/node/write-atomically.ts`,
    from: "path + temporarySuffix",
    to: "path",
    tests: `${tests}/node/order-on-disk.test.ts`,
  },
  {
    what: "a holder that cannot be seen from here counts as dead",
    source: `${trainer}/src/node/lock.ts`,
    from: "if (held === false) return;",
    to: "if (!held) return;",
    tests: `${tests}/node/lock.test.ts`,
  },
  {
    what: "a holder that lives counts as dead",
    source: `${trainer}/src/node/lock.ts`,
    from: "return isLit(place, beacon);",
    to: "return false;",
    tests: `${tests}/node/lock.test.ts`,
  },
  {
    what: "a plug-in that has changed is run",
    source: `${trainer}/src/node/plugins/load-plugin.ts`,
    from: "expected && expected.sha256 !== sha256",
    to: "expected && !sha256",
    tests: `${tests}/plugins/plugins.test.ts`,
  },
  {
    what: "a picture's words are markup",
    source: "packages/viz/src/server/render-to-string.ts",
    from: '.replaceAll("<", "&lt;")',
    to: "",
    tests: "packages/viz/test/server/render-to-string.test.ts",
  },
  {
    what: "quotes in a report end its attributes",
    source: "apps/cli/src/report/markup.ts",
    from: '.replaceAll(\'"\', "&quot;")',
    to: "",
    tests: "apps/cli/test/report/markup.test.ts",
  },
];

/** How a planted fault ended. */
interface Replayed {
  readonly what: string;
  readonly source: string;
  readonly tests: string;
  readonly failed: number;
}

/**
 * Plants each fault in a copy of the repository and runs its tests there; kernels are compiled anew.
 *
 * @throws Error if the tests fail without any fault, or a fault has no place any more
 */
export function replayPlanted(folder: string): Replayed[] {
  const sound = failedTests(folder, [...new Set(planted.map(({ tests }) => tests))]);
  if (sound > 0) throw new Error(`${sound} tests fail with no fault planted`);
  return planted.map(({ what, source, from, to, tests }) => {
    const restore = plant(folder, source, from, to);
    const failed = failedTests(folder, [tests]);
    restore();
    console.log(`${failed > 0 ? "caught" : "NOT CAUGHT"}: ${what} (${source})`);
    return { what, source, tests, failed };
  });
}

/** Puts a fault in; returns what takes it out again. */
function plant(folder: string, source: string, from: string, to: string): () => void {
  const path = join(folder, source);
  const text = readFileSync(path, "utf8");
  if (text.split(from).length !== 2) throw new Error(`${source} has not once: ${from}`);
  const home = /^packages\/[^/]+\/(?=assembly\/)/.exec(source)?.[0];
  const compiled = home ? globSync("src/gen/*kernels.ts", { cwd: join(folder, home) }) : [];
  const kept = compiled.map((name) => join(folder, home!, name));
  const texts = kept.map((file) => readFileSync(file, "utf8"));
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  if (home) {
    execFileSync(process.execPath, ["assembly/build.ts"], { cwd: join(folder, home) });
  }
  return () => {
    writeFileSync(path, text);
    kept.forEach((file, i) => {
      writeFileSync(file, texts[i]!);
    });
  };
}

/** How many tests of some files fail. */
function failedTests(folder: string, files: readonly string[]): number {
  const report = join(folder, "planted.json");
  rmSync(report, { force: true });
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=json", `--outputFile=${report}`];
  const projects = ["--project=node", "--project=units"];
  spawnSync(process.execPath, [vitest, "run", ...projects, ...reporters, ...files], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { numFailedTests, numTotalTests, success } = JSON.parse(readFileSync(report, "utf8"));
  if (numTotalTests === 0) throw new Error(`${files.join(", ")}: no test there`);
  return success ? 0 : Math.max(1, numFailedTests);
}
