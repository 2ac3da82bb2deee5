// The guided recipe beside the presets: `pnpm guided` trains what is left to train, then measures the
// speed of a step and writes results/guided.{json,md}.

import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { task, trainCount } from "@grokscape/group-datasets";
import { commandLine } from "../command-line.ts";
import { machine } from "../machine.ts";
import { methods } from "./methods.ts";
import { openOutcomes } from "./outcomes.ts";
import { courses, outline, runsOf, seeds } from "./plan.ts";
import { coursesOf, type GuidedResults, guidedMarkdown } from "./report.ts";
import { timeSteps } from "./speed.ts";
import type { Cell } from "./summary.ts";
import { trainAll } from "./train-all.ts";

const { values } = parseArgs({
  options: {
    threads: { type: "string", default: `${availableParallelism()}` },
    only: { type: "string" },
    report: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const names = methods.map(({ name }) => name);
const usage = `pnpm guided [--threads <n>] [--only <method>,…] [--report]

  --threads  runs that train at a time, as many as there are cores if left out
  --only     train some methods, and write no report: ${names.join(", ")}
  --report   train nothing, and write the report of the runs that have ended

Stop it with Ctrl-C, and call it again: it goes on with the runs that have not ended.`;

if (values.help) {
  console.log(usage);
  process.exit();
}
const { wholeNumber, some } = commandLine(usage);
const threads = wholeNumber("threads", values.threads);
const chosen = some(values.only, names);

const results = join(import.meta.dirname, "../../results");
const outcomes = openOutcomes(join(results, "guided.jsonl"));
const plan = courses.map((course) => ({
  ...course,
  methods: course.methods.filter(({ name }) => chosen.includes(name)),
}));

if (!values.report) await trainUntilStopped();
if (!values.only) await report();

async function trainUntilStopped(): Promise<void> {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  try {
    await trainAll(plan, outcomes, {
      threads,
      signal: stop.signal,
      onOutcome({ task, fraction, method, seed, reachedAt }, left) {
        const came = reachedAt === null ? "missed 99 %" : `99 % at step ${reachedAt}`;
        console.error(
          `${task} ${fraction} ${method} seed ${seed}: ${came} (${left} to go in this round)`,
        );
      },
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error("stopped; runs that have ended are kept");
    process.exit(130);
  }
}

async function report(): Promise<void> {
  console.error("the speed of a step …");
  const tried = courses.flatMap((course) =>
    course.methods.flatMap((method) =>
      course.fractions.flatMap((fraction) => {
        const runs = runsOf(course, method, fraction);
        const ended = runs.flatMap(({ config }) => outcomes.of(config) ?? []);
        return ended.length > 0 ? [{ run: runs[0], ended }] : [];
      }),
    ),
  );
  const milliseconds = await timeSteps(
    tried.map(({ run }) => run.config),
    5,
  );
  const cells = tried.map(({ run, ended }, i): Cell => {
    const { task: id, method, fraction } = run;
    return {
      ...{ task: id, method, fraction },
      examples: trainCount(task(id), run.config.split),
      steps: ended.map(({ reachedAt }) => reachedAt),
      milliseconds: milliseconds[i],
    };
  });
  const guided: GuidedResults = {
    command: "pnpm --filter @grokscape/bench guided",
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    seeds: seeds.length,
    methods: methods.map(({ name, cap }) => ({ name, cap })),
    courses: coursesOf(outline(courses), cells),
  };
  const page = guidedMarkdown(guided);
  console.log(page);
  writeFileSync(join(results, "guided.json"), `${JSON.stringify(guided, null, 2)}\n`);
  writeFileSync(join(results, "guided.md"), page);
}
