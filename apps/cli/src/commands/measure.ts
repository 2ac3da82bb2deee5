import { didYouMean } from "@grokscape/experiments";
import { InputError } from "@grokscape/group-datasets";
import type { StoredRun } from "@grokscape/trainer/node";
import type { Command } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { type Finding, type Measure, measures, similarityTo } from "../measure/measures.ts";
import { type Look, looksAt, type Subject, subjectOf } from "../measure/subject.ts";
import { stagesOf } from "../outcome/stages.ts";
import { pluginOption } from "../run/plugins.ts";
import { jsonOption } from "../run/result-json.ts";
import { findRun, runsOption } from "../run/run-folders.ts";
import { numberIn } from "../run/values.ts";
import {
  atStep,
  findingCell,
  findingInFull,
  findingTable,
  isSpectrum,
} from "../terminal/findings-text.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, duration, moment } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { bold, dim } from "../terminal/style.ts";
import { paragraph } from "../terminal/table.ts";

const names = [...measures.map(({ name }) => name), "similarity"];

export const measure: Command = {
  name: "measure",
  says: "Say what a network has become: from a run's checkpoints, without changing anything.",
  operand: { name: "run", required: true, says: "its id, or the path of its folder" },
  options: {
    only: { value: "names", says: `with commas between: ${names.join(", ")}`, otherwise: "all" },
    step: { value: "steps", says: "which checkpoints, with commas", otherwise: "0 and all kept" },
    beside: { value: "run", says: "another run of the same task, to compare features with" },
    ...pluginOption,
    ...runsOption,
    ...jsonOption,
  },
  examples: [
    ["measure cyclic-71-0123abcd", "all measures, the quick ones first; Ctrl-C at any time"],
    ["measure cyclic-71-0123abcd --only answers,description --json", "two of them, in full"],
    ["measure cyclic-71-0123abcd --beside cyclic-71-89abcdef --only similarity", "two seeds"],
  ],
  async run({ operand, options }) {
    const run = await findRun(operand as string, options.runs);
    const subject = subjectOf(run);
    const beside = options.beside && (await findRun(options.beside, options.runs));
    const chosen = named(options.only, [
      ...measures,
      ...(beside ? [await besideRun(subject, beside)] : []),
    ]);
    const wanted = options.step?.split(",").map((step) => numberIn("step", step));
    const looks = await looksAt(run, subject, wanted);
    if (options.json) {
      const found = chosen.filter(({ without }) => without(subject) === null);
      const at = found.map((one) => findings(one, subject, looks));
      const steps = looks.map(({ step }, i) => ({ step, findings: at.flatMap((of) => of[i]) }));
      printJson({ run: run.folder, ...courseOf(run), steps });
    } else {
      const title = bold(paragraph(subject.task.title));
      print(`${title}\n${dim(paragraph(courseInWords(run)))}\n`);
      tell(subject, looks, chosen);
    }
    return exitCodes.done;
  },
};

/** @throws InputError for a name that no measure has */
function named(only: string | undefined, all: readonly Measure[]): readonly Measure[] {
  if (only === undefined) return all;
  return only.split(",").map((name) => {
    const found = all.find((one) => one.name === name);
    if (found) return found;
    throw name === "similarity"
      ? new InputError("similarity needs a second run", "--beside <run>")
      : new InputError(
          `unknown measure "${name}"`,
          didYouMean(name, names, `the measures are ${names.join(", ")}`),
        );
  });
}

/** @throws InputError if the other run is of another task */
async function besideRun(subject: Subject, other: StoredRun): Promise<Measure> {
  const its = subjectOf(other);
  if (its.task.id !== subject.task.id) {
    throw new InputError(
      `--beside is a run of ${its.task.id}, and this one is of ${subject.task.id}`,
      "features are compared on the same examples",
    );
  }
  const last = (await looksAt(other, its)).at(-1) as Look;
  return similarityTo(subject, its, last);
}

/** What a measure finds at each step; an empty list where it is not asked. */
function findings(measure: Measure, subject: Subject, looks: readonly Look[]): Finding[][] {
  return looks.map((look, i) => {
    const asked =
      measure.when === "always" ||
      (measure.when === "trained" ? look.step > 0 : i === looks.length - 1);
    if (!asked) return [];
    const line = liveLine(process.stderr);
    const start = performance.now();
    const about = `${measure.says}, ${atStep(look.step)} …`;
    if (process.stderr.isTTY) line.show(() => about);
    try {
      return measure.of(subject, look, (done, total) => {
        if (done < 2) return;
        const each = (performance.now() - start) / 1000 / done;
        const how = total
          ? `${done} of ${count(total)} gradients, at most ${duration(each * (total - done))} left`
          : `${done} codes tried`;
        line.show(() => `${about}  ${how}`);
      });
    } finally {
      line.erase();
    }
  });
}

/** Prints each measure when it has been made. */
function tell(subject: Subject, looks: readonly Look[], chosen: readonly Measure[]): void {
  const steps = looks.map(({ step }) => step);
  const { head, row } = findingTable(steps);
  if (head) print(dim(head));
  const notes: string[] = [];
  for (const measure of chosen) {
    const reason = measure.without(subject);
    if (reason !== null) {
      notes.push(dim(paragraph(`not measured: ${measure.name}, because ${reason}`, 2)));
      continue;
    }
    const found = findings(measure, subject, looks);
    const inTable = found.flatMap((of) => of.filter((one) => !isSpectrum(one)));
    const rows = new Set(inTable.map(({ name }) => name));
    for (const name of rows) {
      const cells = found.map((of) => findingCell(of.find((one) => one.name === name)));
      print(row(name, cells));
    }
    for (const last of found.at(-1) ?? []) {
      const inFull = findingInFull(last, steps[steps.length - 1]);
      if (inFull) notes.push(paragraph(inFull, 2));
      if (last.note) notes.push(dim(paragraph(`${last.name}: ${last.note}`, 2)));
    }
  }
  if (notes.length > 0) print(`\n${notes.join("\n")}`);
}

/** What a run's rows alone say of it. */
const courseOf = (run: StoredRun) => ({ ...run.milestones, stages: stagesOf(run) });

function courseInWords(run: StoredRun): string {
  const { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom, stages } = courseOf(run);
  const at = (step: number | null, from: number | null) =>
    step === null ? "not yet" : `at ${moment(step, from)}`;
  const spans = stages.map(
    ({ stage, since, until }) => `${"I".repeat(stage)} ${count(since)} … ${count(until)}`,
  );
  return [
    `memorised ${at(memorisedAt, memorisedFrom)}`,
    `understood ${at(generalisedAt, generalisedFrom)}`,
    ...(spans.length > 0 ? [`stages by its curves: ${spans.join(", ")}`] : []),
  ].join("; ");
}
