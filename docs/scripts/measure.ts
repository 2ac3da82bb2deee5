// Measures claims anew: `npx pnpm --dir docs run measure <name> …`; without a name, all of them.
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import type { RunRecord } from "@grokscape/trainer";
import { type Experiment, type ExperimentId, experiments } from "../src/site/experiments.ts";
import { measureAndRead } from "../src/site/measure.ts";

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in experiments));
if (unknown)
  throw new Error(`no claim "${unknown}"; there are ${Object.keys(experiments).join(", ")}`);

for (const name of names.length > 0 ? names : Object.keys(experiments)) {
  const { curve, seeds, variants, ...experiment } = experiments[name as ExperimentId] as Experiment;
  let first: RunRecord | undefined;
  const measured = [];
  for (const variant of variants) {
    const outcomes = [];
    for (const seed of seeds) {
      const { record, taken } = await measureAndRead(
        { ...experiment.base, ...variant.changes, seed },
        experiment.readings ?? [],
      );
      first ??= record;
      const { memorisedAt, generalisedAt, steps, engine } = record;
      const testAccuracy = Number(record.metrics.at(-1)!.testAccuracy.toPrecision(4));
      outcomes.push({
        seed,
        memorisedAt,
        generalisedAt,
        steps,
        testAccuracy,
        ...(experiment.readings ? { readings: taken } : {}),
        engine: engine.name,
      });
    }
    console.log(name, variant.name, ...outcomes.map(({ generalisedAt }) => generalisedAt ?? "–"));
    measured.push({ ...variant, outcomes });
  }
  const claim = {
    ...experiment,
    command: `npx pnpm --dir docs run measure ${name}`,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
    variants: measured,
    ...(curve ? { curve: thinned(first as RunRecord) } : {}),
  };
  const file = new URL(`../src/claims/${name}.json`, import.meta.url);
  await writeFile(file, `${JSON.stringify(claim)}\n`);
}

/** Every step at first, fewer later: as fine as a logarithmic axis shows. */
function thinned({ metrics }: RunRecord) {
  const kept = metrics.filter(
    ({ step }, i) => step <= 50 || step % Math.ceil(step / 100) === 0 || i === metrics.length - 1,
  );
  const column = (name: "trainAccuracy" | "testAccuracy" | "trainLoss" | "testLoss") =>
    kept.map((row) => Number(row[name].toPrecision(4)));
  return {
    step: kept.map(({ step }) => step),
    trainAccuracy: column("trainAccuracy"),
    testAccuracy: column("testAccuracy"),
    trainLoss: column("trainLoss"),
    testLoss: column("testLoss"),
  };
}
