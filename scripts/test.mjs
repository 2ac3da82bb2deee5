// `npm test`: installs what is needed, then runs every check and every test, and counts them.
// `npm test -- --slow` says at the end how long the checks and the twenty slowest files of tests took.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findChromium } from "./chromium.mjs";
import { ensureInstalled, pnpm, pnpmBeside, root } from "./setup.mjs";

ensureInstalled();
const chromium = findChromium();
const folder = mkdtempSync(join(tmpdir(), "grokscape-test-"));
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  ASTRO_TELEMETRY_DISABLED: "1",
  // built beside the other checks, looked at by many tests
  GROKSCAPE_SITE: join(folder, "site"),
  // the tests start some dozens of processes, each from the same sources
  NODE_COMPILE_CACHE: join(root, "node_modules/.cache/grokscape-compiled"),
};
if (chromium.path) env.CHROMIUM_PATH = chromium.path;

let passed = 0;
let failed = 0;
/** How long what has run took. @type {[seconds: number, what: string][]} */
const took = [];

/** Runs checks one after another, and tells of each once it has ended. */
async function checkAll(checks) {
  for (const [title, script] of checks) {
    const began = performance.now();
    const { ok, said } = await pnpmBeside(["run", script], { env });
    took.push([(performance.now() - began) / 1000, `pnpm ${script}`]);
    console.log(`\n── ${title} (pnpm ${script})\n${said}`);
    if (ok) passed++;
    else failed++;
    if (!ok) console.error(`${title}: failed`);
  }
}

// each of these chains has long parts that keep one core busy: together they keep all busy
await Promise.all([
  checkAll([
    ["types", "typecheck:packages"],
    ["nothing unused", "unused"],
    ["format and lint", "lint"],
  ]),
  checkAll([
    ["build", "build:packages"],
    ["packages as they are published", "pack:check"],
    ["bundle sizes", "size"],
  ]),
  checkAll([
    ["the site", "site"],
    ["types of the site", "typecheck:site"],
  ]),
]);

console.log("\n── tests (vitest)");
const report = join(folder, "vitest.json");
const { status } = pnpm(
  ["exec", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  { env },
);
let skipped = 0;
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests;
  if (status !== 0 && result.numFailedTests === 0) failed++;
  const files = result.testResults.map(({ name, startTime, endTime }) => [
    (endTime - startTime) / 1000,
    relative(root, name),
  ]);
  took.push(...files.sort(([a], [b]) => b - a).slice(0, 20));
} else {
  failed++;
}
rmSync(folder, { recursive: true, force: true });

if (process.argv.includes("--slow")) {
  console.log("\nSeconds, of the checks and of the twenty slowest files of tests:");
  for (const [seconds, what] of took) console.log(`${seconds.toFixed(1).padStart(7)}  ${what}`);
}
if (!chromium.path) console.log(`\nSkipped: every test in a browser. ${chromium.why}`);
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
