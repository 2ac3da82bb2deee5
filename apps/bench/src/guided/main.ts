// The guided recipe beside the presets: `pnpm guided` measures the speed of a step of each run that the
// ledger has outcomes of, and writes results/guided.{json,md}.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  configOf,
  courses,
  guidedRace,
  type Measurement,
  methods,
  named,
  variantName,
} from "@grokscape/experiments";
import { measurementOf } from "@grokscape/experiments/node";
import { task, trainCount } from "@grokscape/group-datasets";
import { outline } from "./outline.ts";
import { coursesOf, type GuidedResults, guidedMarkdown } from "./report.ts";
import { timeSteps } from "./speed.ts";
import type { Cell } from "./summary.ts";

const { variants, machine, date, command } = measurementOf(guidedRace.id) as Measurement;

const tried = courses.flatMap(({ task, methods, fractions }) =>
  methods.flatMap(({ name: method }) =>
    fractions.flatMap((fraction) => {
      const name = variantName(task, method, fraction);
      const outcomes = variants.find((variant) => variant.name === name)?.outcomes;
      const config = configOf(guidedRace, named(guidedRace.variants, name), 1);
      return outcomes ? [{ task, method, fraction, config, outcomes }] : [];
    }),
  ),
);
console.error("the speed of a step …");
const milliseconds = await timeSteps(
  tried.map(({ config }) => config),
  5,
);
const cells = tried.map(
  ({ config, outcomes, ...cell }, i): Cell => ({
    ...cell,
    examples: trainCount(task(cell.task), config.split),
    steps: outcomes.map(({ generalisedAt }) => generalisedAt),
    milliseconds: milliseconds[i],
  }),
);
const results: GuidedResults = {
  command,
  machine,
  date,
  seeds: guidedRace.seeds.length,
  methods: methods.map(({ name, cap }) => ({ name, cap })),
  courses: coursesOf(outline(courses), cells),
};
const page = guidedMarkdown(results);
console.log(page);
const folder = join(import.meta.dirname, "../../results");
writeFileSync(join(folder, "guided.json"), `${JSON.stringify(results, null, 2)}\n`);
writeFileSync(join(folder, "guided.md"), page);
