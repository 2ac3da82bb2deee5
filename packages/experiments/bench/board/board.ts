// Makes the leaderboards again: `pnpm --filter @grokscape/experiments board` scores every law on the ledger as it
// is (laws.json), trains the runs of the experiment "to-foretell", unless they are in the folder named after it, keeps
// what each predictor said of them (foretold.json), and tells the scores.
import { writeFileSync } from "node:fs";
import { experimentOf, predictors, scorePredictor } from "@grokscape/experiments";
import { foretell, lawsOfLedger, measurementOf } from "@grokscape/experiments/node";
import { whereAndWhen } from "../../src/node/where-and-when.ts";

const moments = [100, 200, 400, 800, 1600, 2400];

const save = (name: string, text: string) => writeFileSync(new URL(name, import.meta.url), text);

const laws = lawsOfLedger();
save("laws.json", `[\n${laws.map((law) => JSON.stringify(law)).join(",\n")}\n]\n`);
console.table(
  laws.map(({ id, tables, knobs, borders }) => ({
    id,
    outcomes: tables && `${tables.outcomes.right}/${tables.outcomes.told}`,
    tables: tables?.times.error,
    knobs: knobs?.times.error,
    borders: borders.error,
  })),
);

const experiment = experimentOf("to-foretell");
const runs = await foretell(experiment, predictors, moments, {
  threads: 1,
  runs: process.argv[2],
});
const known = measurementOf(experiment.id)?.variants ?? [];
for (const { variant, seed, weightsHash } of runs) {
  const outcomes = known.find(({ name }) => name === variant)?.outcomes ?? [];
  if (outcomes.find((outcome) => outcome.seed === seed)?.weightsHash === weightsHash) continue;
  throw new Error(`${variant}, seed ${seed} ended in other bytes than the ledger’s`);
}
const about = JSON.stringify({ experiment: experiment.id, ...whereAndWhen(), moments });
const lines = runs.map((run) => JSON.stringify(run)).join(",\n");
save("foretold.json", `${about.slice(0, -1)},"runs":[\n${lines}\n]}\n`);
console.table(predictors.map(({ id }) => scorePredictor(id, runs)));
