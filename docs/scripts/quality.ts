// Judges the built site by Lighthouse, as on a phone: `pnpm quality`, `pnpm quality --runs 9`, or some pages only.
// What looks at the clock is judged here and in no test: medians of several runs, the slowdown chosen
// so that any machine stands for the same slow one. Results go to quality/lighthouse.{json,md}.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import lighthouse, { type Result } from "lighthouse";
import { throttling } from "lighthouse/core/config/constants.js";
import { pageFunctions } from "lighthouse/core/lib/page-functions.js";
import { type Browser, chromium } from "playwright";
import { build } from "./site/build.ts";
import { measuredPages } from "./site/measured-pages.ts";
import { serve } from "./site/serve.ts";

/**
 * Lighthouse's benchmark index of the machine that pages are judged on: a phone below its "mid-tier",
 * which has 375 to 500.
 */
const judgedAs = 300;
const bar = 0.95;

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const timings = {
  fcp: "first-contentful-paint",
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  speedIndex: "speed-index",
  cls: "cumulative-layout-shift",
} as const;

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "5" } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const pages = positionals.length > 0 ? positionals : measuredPages;

const folder = mkdtempSync(join(tmpdir(), "grokscape-quality-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
await build(folder, "");
const site = await serve(folder, "");
const port = await freePort();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    `--remote-debugging-port=${port}`,
  ],
});

const judged = [];
for (const page of pages) {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) results.push(await judge(page));
  const scores = categories.map((name) =>
    median(results.map((result) => result.categories[name]!.score ?? 0)),
  );
  const times = Object.entries(timings).map(([name, audit]) => {
    const value = median(results.map(({ audits }) => audits[audit]!.numericValue ?? 0));
    return [name, name === "cls" ? Number(value.toFixed(4)) : Math.round(value)] as const;
  });
  const row = {
    page,
    ...(Object.fromEntries(categories.map((name, i) => [name, scores[i]!])) as Record<
      (typeof categories)[number],
      number
    >),
    ...(Object.fromEntries(times) as Record<keyof typeof timings, number>),
    index: Math.round(median(results.map(({ environment }) => environment.benchmarkIndex))),
  };
  console.log(page, ...scores, `TBT ${row.tbt} ms, LCP ${row.lcp} ms, index ${row.index}`);
  judged.push(row);
}
await browser.close();
site.close();

const report = {
  command: ["pnpm quality", ...process.argv.slice(2)].join(" "),
  machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, Chromium ${browser.version()}`,
  date: new Date().toISOString().slice(0, 10),
  load: Number(loadavg()[1]!.toFixed(1)),
  runs,
  judgedAs,
  pages: judged,
};
const at = (name: string) => new URL(`../quality/${name}`, import.meta.url);
if (positionals.length === 0) {
  mkdirSync(at("."), { recursive: true });
  writeFileSync(at("lighthouse.json"), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(at("lighthouse.md"), text(report));
}
const below = judged.filter((row) => categories.some((name) => row[name] < bar));
if (below.length > 0) {
  console.error(`below ${bar}: ${below.map(({ page }) => page).join(", ")}`);
  process.exitCode = 1;
}

/** One run, slowed down as far as this machine, as quick as it is at the moment, is above the slow one. */
async function judge(page: string): Promise<Result> {
  const cpuSlowdownMultiplier = Math.max(1, (await benchmarkIndex(browser)) / judgedAs);
  const { lhr } = (await lighthouse(
    site.url + page,
    { port, logLevel: "silent", onlyCategories: [...categories] },
    {
      extends: "lighthouse:default",
      settings: { throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier } },
    },
  ))!;
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  return lhr;
}

async function benchmarkIndex(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  const index = await page.evaluate(pageFunctions.computeBenchmarkIndex);
  await page.close();
  return index;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function text({ command, machine, date, load, pages }: typeof report): string {
  const rows = pages.map((row) =>
    [
      `| ${row.page}`,
      ...categories.map((name) => Math.round(100 * row[name])),
      row.fcp,
      row.lcp,
      row.tbt,
      row.cls,
      `${row.index} |`,
    ].join(" | "),
  );
  return `# The site by Lighthouse

As on a phone with its slow network, and on a processor of benchmark index ${judgedAs}: each run is slowed down as far as the machine was above that just before it. Medians of ${runs} runs; times in ms. Load when it ended: ${load}.

| page | performance | accessibility | best practices | SEO | FCP | LCP | TBT | CLS | index of the machine |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

\`${command}\`, ${date}, ${machine}
`;
}
