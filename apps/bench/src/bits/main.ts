// The same bits everywhere: `pnpm bits` trains what the tests have committed weights of in every place there is here,
// and compares.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { commandLine } from "../command-line.ts";
import { machine } from "../machine.ts";
import { bundlePage, bundleProgram, removeBundles } from "./bundle.ts";
import { tellOfBrowser, tellOfNode } from "./places.ts";
import type { Told } from "./runs.ts";

const usage = `pnpm bits [--threads 8] [--only here,flags,browser,also] [--save file.json]
  [--node "another Node"]… [--browser "a browser and its options"]…
  of a browser "{profile}" becomes a folder of its own, and the page's address is put after its options`;
const { wholeNumber, some } = commandLine(usage);
const { values } = parseArgs({
  options: {
    threads: { type: "string", default: "8" },
    only: { type: "string" },
    node: { type: "string", multiple: true, default: [] },
    browser: { type: "string", multiple: true, default: [] },
    save: { type: "string" },
  },
});
const threads = wholeNumber("threads", values.threads);
const parts = some(values.only, ["here", "flags", "browser", "also"]);

/** What is changed about this Node, by its name in the results. */
const changes: Readonly<Record<string, { node?: readonly string[]; env?: NodeJS.ProcessEnv }>> = {
  "another language and time zone": {
    env: { LANG: "tr_TR.UTF-8", LC_ALL: "ar_EG.UTF-8", TZ: "Asia/Kathmandu" },
  },
  "little memory": { node: ["--max-old-space-size=48", "--max-semi-space-size=1"] },
  "memory collected all the time": { node: ["--gc-interval=500", "--stress-compaction"] },
  "baseline compilers only": { node: ["--liftoff-only", "--no-opt", "--no-maglev"] },
  "optimising compilers at once": { node: ["--no-liftoff", "--always-turbofan"] },
  "a processor without AVX and FMA": {
    node: ["--no-enable-avx", "--no-enable-avx2", "--no-enable-fma3"],
  },
};

const chromium = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const asChromium = (path: string) => [
  path,
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  ...["--no-first-run", "--user-data-dir={profile}"],
];

interface Row extends Told {
  /** "Node", "browser", or what is changed about this Node. */
  readonly name: string;
  /** Of our kernels, from 1 on. */
  readonly threads: number;
  /** Whether the processor is another one's imitation. */
  readonly isEmulated: boolean;
  readonly seconds: number;
}
const rows: Row[] = [];
async function row(name: string, tell: () => Promise<Told>): Promise<void> {
  const began = performance.now();
  const told = await tell();
  const seconds = Math.round((performance.now() - began) / 1000);
  const isEmulated = told.arch !== undefined && told.arch !== process.arch;
  rows.push({ name, ...told, threads, isEmulated, seconds });
  const same = told.runs - told.others.length;
  console.log(`${name} (${told.place}): ${same} of ${told.runs} the same, in ${seconds} s`);
  for (const other of told.others.slice(0, 5)) console.log(`  OTHER: ${other}`);
}

try {
  const program = await bundleProgram();
  const here = [process.execPath];
  if (parts.includes("here")) await row("Node", () => tellOfNode(program, here, threads));
  if (parts.includes("flags")) {
    for (const [name, { node = [], env }] of Object.entries(changes)) {
      await row(name, () => tellOfNode(program, [...here, ...node], threads, env));
    }
  }
  const browsers = [
    ...(parts.includes("browser") && existsSync(chromium) ? [asChromium(chromium)] : []),
    ...(parts.includes("also") ? values.browser.map((words) => words.split(" ")) : []),
  ];
  if (parts.includes("also")) {
    for (const words of values.node) {
      await row("Node", () => tellOfNode(program, words.split(" "), threads));
    }
  }
  const page = browsers.length > 0 ? await bundlePage() : "";
  for (const words of browsers) await row("browser", () => tellOfBrowser(page, words, threads));
} finally {
  await removeBundles();
}

const others = rows.reduce((total, { others }) => total + others.length, 0);
if (values.save) {
  const before: Row[] = existsSync(values.save)
    ? JSON.parse(readFileSync(values.save, "utf8")).places
    : [];
  const isOther = ({ name, place }: Row) =>
    rows.every((row) => row.name !== name || row.place !== place);
  const kept = {
    command: "pnpm --filter @grokscape/bench bits",
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    places: [...before.filter(isOther), ...rows],
  };
  writeFileSync(values.save, `${JSON.stringify(kept, null, 2)}\n`);
}
process.exitCode = others > 0 ? 1 : 0;
