// Memory over time: `pnpm soak` trains thousands of small runs in one process and, if a page of the built site is
// given, its demo for as long as is asked, and measures what watching for NaN costs.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { machine } from "../machine.ts";
import { measureGuards } from "./guards.ts";
import { soakProcess } from "./in-node.ts";
import { type Memory, mostGrowth } from "./memory.ts";
import { soakPage } from "./on-page.ts";

const usage =
  "pnpm soak [--only node,page,guards] [--runs 2000] [--page address of the site's first page] [--minutes 120] [--save file.json]";
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "2000" },
    page: { type: "string" },
    minutes: { type: "string", default: "120" },
    save: { type: "string" },
  },
});
const parts = some(values.only, values.page ? ["node", "page", "guards"] : ["node", "guards"]);

const MB = (bytes: number) => (bytes / 1e6).toFixed(1);
const words = ({ resident, held, heldTrend, residentTrend, isFlat }: Memory) =>
  `${isFlat ? "flat" : "NOT FLAT"}: held ${held.map(MB).join(" … ")} MB, ${heldTrend.slope.toFixed(0)} (${heldTrend.least.toFixed(0)} … ${heldTrend.most.toFixed(0)}) bytes a run; resident ${resident.map(MB).join(" … ")} MB, ${residentTrend.slope.toFixed(0)} (${residentTrend.least.toFixed(0)} … ${residentTrend.most.toFixed(0)}) bytes a run`;

const told: Record<string, unknown> = {};
if (parts.includes("node")) {
  const node = await soakProcess(wholeNumber("runs", values.runs));
  console.log(`${node.runs} runs in Node, ${node.seconds.toFixed(0)} s: ${words(node)}`);
  if (!node.isFlat) process.exitCode = 1;
  told.node = node;
}
if (parts.includes("page")) {
  const page = await soakPage(values.page as string, wholeNumber("minutes", values.minutes));
  console.log(`${page.runs} runs of the demo, ${page.minutes} minutes: ${words(page)}`);
  for (const problem of page.problems) console.log(`  PROBLEM: ${problem}`);
  if (!page.isFlat || page.problems.length > 0) process.exitCode = 1;
  told.page = page;
}
if (parts.includes("guards")) {
  const guards = await measureGuards();
  for (const { name, share } of guards) {
    console.log(`${name}: watching for NaN takes ${(100 * share).toFixed(2)} % of a step`);
  }
  told.guards = guards;
}
if (values.save) {
  const place = process.argv.indexOf("--save");
  const asked = process.argv.slice(2).filter((_, i) => i + 2 !== place && i + 1 !== place);
  const when = {
    command: ["pnpm --filter @grokscape/bench soak", ...asked].join(" "),
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
  };
  const before = existsSync(values.save) ? JSON.parse(readFileSync(values.save, "utf8")) : {};
  for (const [name, came] of Object.entries(told)) {
    before[name] = Array.isArray(came) ? { ...when, all: came } : { ...when, ...(came as object) };
  }
  writeFileSync(values.save, `${JSON.stringify({ ...before, mostGrowth }, null, 2)}\n`);
}
