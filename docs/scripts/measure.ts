// `npx pnpm --dir docs run measure 60` trains the first page's run at 60 % and keeps it in src/claims.
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { demoConfig, offeredTasks } from "../src/demo/settings.ts";
import { measure } from "../src/site/measure.ts";

const percent = Number(process.argv[2]);
const [task] = offeredTasks;
const { metrics, memorisedAt, generalisedAt, steps } = await measure(percent);

/** Every step at first, fewer later: as fine as a logarithmic axis shows. */
const kept = metrics.filter(
  ({ step }, i) => step <= 50 || step % Math.ceil(step / 100) === 0 || i === metrics.length - 1,
);
const column = (name: "trainAccuracy" | "testAccuracy" | "trainLoss" | "testLoss") =>
  kept.map((row) => Number(row[name].toPrecision(4)));

const claim = {
  command: `npx pnpm --dir docs run measure ${percent}`,
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
  config: demoConfig(task, percent),
  memorisedAt,
  generalisedAt,
  steps,
  testAccuracy: metrics.at(-1)?.testAccuracy,
  curve: {
    step: kept.map(({ step }) => step),
    trainAccuracy: column("trainAccuracy"),
    testAccuracy: column("testAccuracy"),
    trainLoss: column("trainLoss"),
    testLoss: column("testLoss"),
  },
};
const file = `${task.replace(":", "-")}-at-${percent}.json`;
await writeFile(new URL(`../src/claims/${file}`, import.meta.url), JSON.stringify(claim));
console.log(`${file}: memorised at ${memorisedAt}, understood at ${generalisedAt}`);
