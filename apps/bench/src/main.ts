// Engines side by side: `pnpm bench` measures everything and keeps it in results/.
import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checksOf, holds } from "./checks.ts";
import { commandLine } from "./command-line.ts";
import { configurations } from "./configurations.ts";
import { contestants } from "./contestants/index.ts";
import { machine } from "./machine.ts";
import { measureAll, parts } from "./measure/all.ts";
import { markdown } from "./report.ts";
import type { Results } from "./results.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    only: { type: "string" },
    check: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const usage = `pnpm bench [--rounds <n>] [--only <part>,…] [--check]

  --rounds  turns that each engine has at each configuration, 15 if left out
  --only    some parts, of which nothing is kept: ${parts.join(", ")}
  --check   fail where a number is on the wrong side of its floor or ceiling

PyTorch takes part if $GROKSCAPE_PYTHON, or else python3, has it.`;

if (values.help) {
  console.log(usage);
  process.exit();
}
const { wholeNumber, some } = commandLine(usage);
const rounds = wholeNumber("rounds", values.rounds);
const chosen = some(values.only, parts);

const [load] = loadavg();
const measured = await measureAll(chosen, contestants, rounds, (part) =>
  console.error(`${part} …`),
);
const results: Results = {
  command: `pnpm bench --rounds ${rounds}`,
  machine: machine(),
  load,
  date: new Date().toISOString().slice(0, 10),
  configurations,
  ...measured,
  checks: checksOf(measured),
};
const page = markdown(results);
console.log(page);

if (!values.only) {
  const folder = join(import.meta.dirname, "../results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "engines.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, "engines.md"), page);
}

if (values.check) {
  const broken = results.checks.filter((check) => !holds(check));
  for (const { title, where, value } of broken) console.error(`${title} (${where}): ${value}`);
  if (broken.length > 0) process.exitCode = 1;
}
