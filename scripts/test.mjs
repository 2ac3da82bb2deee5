// `npm test`: installs what is needed, then runs every check and every test, and counts them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { ensureInstalled, pnpm } from "./setup.mjs";

ensureInstalled();
const chromium = findChromium();
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", ASTRO_TELEMETRY_DISABLED: "1" };
if (chromium.path) env.CHROMIUM_PATH = chromium.path;

let passed = 0;
let failed = 0;

for (const [title, script] of [
  ["format and lint", "lint"],
  ["types", "typecheck"],
  ["build", "build"],
  ["packages as they are published", "pack:check"],
  ["bundle sizes", "size"],
  ["nothing unused", "unused"],
]) {
  console.log(`\n── ${title} (pnpm ${script})`);
  const ok = pnpm(["run", script], { env }).status === 0;
  if (ok) passed++;
  else failed++;
  if (!ok) console.error(`${title}: failed`);
}

console.log("\n── tests (vitest)");
const folder = mkdtempSync(join(tmpdir(), "grokscape-test-"));
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
} else {
  failed++;
}
rmSync(folder, { recursive: true, force: true });

if (!chromium.path) console.log(`\nSkipped: every test in a browser. ${chromium.why}`);
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
