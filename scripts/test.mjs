// `npm test`: installs what is needed, then runs every check and every test, and counts them.
// `npm test -- --slow` says at the end how long the slowest checks and files of tests took.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { findChromium } from "./chromium.mjs";
import { ensureInstalled, pnpmBeside, root } from "./setup.mjs";

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
let skipped = 0;
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

/** Runs projects of tests, and counts what has passed; shows at once what they say, or once they have ended. */
async function testAll(title, { projects, options = [], shown }) {
  const report = join(folder, `${projects[0]}.json`);
  const header = `\n── ${title} (vitest)`;
  if (shown) console.log(header);
  const { ok, said } = await pnpmBeside(
    [
      ...["exec", "vitest", "run", ...options, ...projects.map((name) => `--project=${name}`)],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
    { env, shown },
  );
  if (!shown) console.log(`${header}\n${said}`);
  if (!existsSync(report)) {
    failed++;
    return;
  }
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests;
  if (!ok && result.numFailedTests === 0) failed++;
  for (const { name, startTime, endTime } of result.testResults)
    took.push([(endTime - startTime) / 1000, relative(root, name)]);
}

/** What needs the packages as they are published waits until they are built. */
async function sources() {
  await checkAll([["build", "build:packages"]]);
  const browsers = chromium.path ? ["browser"] : [];
  await Promise.all([
    testAll("tests", { projects: ["node", "units", ...browsers], shown: true }),
    checkAll([
      ["packages as they are published", "pack:check"],
      ["bundle sizes", "size"],
      ["types", "typecheck:packages"],
      ["nothing unused", "unused"],
      ["format and lint", "lint"],
      ["types of the site", "typecheck:site"],
    ]),
  ]);
}

async function site() {
  await checkAll([["the site", "site"]]);
  // one file at a time: its browser keeps a core busy besides
  const options = ["--maxWorkers=1"];
  await testAll("tests of the site", { projects: ["site"], options, shown: false });
}

await Promise.all([sources(), site()]);
rmSync(folder, { recursive: true, force: true });

if (process.argv.includes("--slow")) {
  console.log("\nSeconds, of the forty slowest checks and files of tests:");
  for (const [seconds, what] of took.sort(([a], [b]) => b - a).slice(0, 40))
    console.log(`${seconds.toFixed(1).padStart(7)}  ${what}`);
}
if (!chromium.path) console.log(`\nSkipped: every test in a browser. ${chromium.why}`);
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
