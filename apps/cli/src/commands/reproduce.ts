import { availableParallelism } from "node:os";
import { join } from "node:path";
import {
  type BorderSweep,
  borderDifferences,
  borderSweeps,
  claimOf,
  differences,
  due,
  type Experiment,
  experimentOf,
  experimentOfSweep,
  experiments,
  fullSize,
  judge,
  judgeStatement,
  type Measurement,
  type Outcome,
  planSweep,
  type ReadingName,
  readings,
  spread,
  type Verdict,
} from "@grokscape/experiments";
import {
  borderMeasurementOf,
  measure,
  measurementOf,
  nameOf,
  prepareStore,
} from "@grokscape/experiments/node";
import { InputError } from "@grokscape/group-datasets";
import type { Command, Given } from "../arguments/command.ts";
import { exitCodes } from "../arguments/exit-codes.ts";
import { refuseUnwritable, writeWhole } from "../files/write-whole.ts";
import { goOnWords, runsWords } from "../run/commands-to-type.ts";
import { consent, Declined } from "../run/consent.ts";
import { findBorders } from "../run/find-borders.ts";
import { jsonOption } from "../run/result-json.ts";
import { runsOption } from "../run/run-folders.ts";
import { listenForStop } from "../run/stop-signals.ts";
import { numberIn, threadsFrom } from "../run/values.ts";
import { invocation, shellWord } from "../terminal/invocation.ts";
import { liveLine } from "../terminal/live-line.ts";
import { count, moment, percent, short } from "../terminal/numbers.ts";
import { print, printJson } from "../terminal/print.ts";
import { wordStream } from "../terminal/streams.ts";
import { bold, dim } from "../terminal/style.ts";
import { columns, commandLines, paragraph } from "../terminal/table.ts";

/** So many seeds make an outcome as sure as anybody needs it. */
const mostSeeds = 1000;

const at = (step: number | null | undefined, from: number | null | undefined) =>
  step == null ? "never" : `at ${moment(step, from ?? null)}`;

/** "median (lowest … highest)" of the steps at which runs came to something; "never" if none did. */
function spreadText(steps: readonly (number | null | undefined)[]): string {
  if (steps.every((step) => step === undefined)) return "not kept";
  const came = steps.filter((step) => step != null);
  const { median, least, most } = spread(came);
  if (median === null || least === null || most === null) return "never";
  const missed = came.length < steps.length ? `, ${steps.length - came.length} never` : "";
  return `${count(median)} (${count(least)} … ${count(most)}${missed})`;
}

function summary(outcomes: readonly Outcome[]): string {
  const memorised = spreadText(outcomes.map(({ memorisedAt }) => memorisedAt));
  const understood = spreadText(outcomes.map(({ generalisedAt }) => generalisedAt));
  return `memorises at step ${memorised}, understands at step ${understood}`;
}

/** Id, title and question of every experiment and of every search for borders. */
const all = [...experiments, ...borderSweeps.map(experimentOfSweep)];

export const reproduce: Command = {
  name: "reproduce",
  says: "Train an experiment of the ledger, and hold what comes beside its outcomes there.",
  operand: {
    name: "experiment",
    required: false,
    says: `${all.map(({ id }) => id).join(", ")}; without one, they are listed with their questions`,
  },
  options: {
    quick: {
      says: "of what has two sizes: in the one that takes minutes, as without an option",
    },
    full: {
      says: "of what has two sizes, such as a figure of the paper: in the paper's own, which can take days",
    },
    yes: { says: "begin however long the full size takes" },
    seeds: { value: "count", says: "how many seeds, from 1 on", otherwise: "the experiment's own" },
    threads: { value: "count", says: "runs side by side", otherwise: "one a core" },
    ...runsOption,
    save: { value: "file", says: "write what was measured there, as the ledger keeps it" },
    ...jsonOption,
  },
  examples: [
    ["reproduce", "all experiments"],
    ["reproduce fig3", "Figure 3 of the paper, small enough for minutes"],
    ["reproduce fig3 --full", "in the paper's own size: says how long that takes, and asks"],
    ["reproduce tian-fig3 --seeds 20 --save fig3.json", "keep the numbers"],
    ["reproduce nanda-2023", "hours: Ctrl-C, and the same command later goes on"],
  ],
  async run({ operand, options }) {
    if (operand === undefined) return list(!!options.json);
    const search = borderSweeps.find(({ id }) => id === operand);
    if (search) return reproduceBorders(search, options);
    const chosen = sizeOf(experimentOf(operand), options);
    const seeds = seedsFrom(options) ?? chosen.seeds;
    if (options.save) refuseUnwritable(options.save); // before hours of training, not after
    const threads = threadsFrom(options);
    const runs = options.runs ?? "runs";
    print(`${bold(paragraph(chosen.title.en))}\n${dim(paragraph(chosen.question.en))}\n`);
    const isAsked = options.full !== undefined && options.yes === undefined;
    const { measured, exitCode } = await trainAll(chosen, { seeds, threads, runs, isAsked });
    if (!measured) {
      if (exitCode === exitCodes.done) {
        print("Nothing was trained.");
        return exitCode;
      }
      const { runs: _, json, ...others } = options;
      const again = Object.entries(others).flatMap(([name, value]) =>
        reproduce.options[name].value ? [`--${name}`, shellWord(value as string)] : [`--${name}`],
      );
      print(`\n${paragraph("Stopped; nothing that was trained is lost. To go on:")}`);
      const words = [
        "reproduce",
        operand,
        ...again,
        ...runsWords(runs),
        ...(json ? ["--json"] : []),
      ];
      print(commandLines(invocation(words)));
      return exitCode;
    }
    print("");
    tell("measured", measured);
    if (options.save) writeWhole(options.save, `${JSON.stringify(measured, null, 2)}\n`);
    const claimed = measurementOf(chosen.id);
    const found = claimed ? differences(claimed, measured) : [];
    if (claimed) {
      tell("claimed", claimed);
      print(dim(paragraph(`${claimed.machine}, ${claimed.date}`)));
    } else print(dim(paragraph("The ledger has no outcomes of it yet.")));
    for (const difference of found) print(paragraph(difference));
    const criterion = judged(chosen, measured);
    if (criterion) tellJudged(criterion);
    if (options.json)
      printJson({ measured, claimed, differences: found, ...(criterion && { criterion }) });
    return found.length > 0 ? exitCodes.otherBytes : exitCodes.done;
  },
};

function list(asJson: boolean): number {
  if (asJson) printJson(all.map(({ id, title, question }) => ({ id, title, question })));
  else print(columns(all.map(({ id, title, question }) => [id, `${title.en}. ${question.en}`])));
  return exitCodes.done;
}

/** Finds the borders of a search once more, in a store of that name. */
async function reproduceBorders(search: BorderSweep, options: Given["options"]): Promise<number> {
  if (options.seeds !== undefined) {
    throw new InputError("--seeds: a search for borders brings its own", "leave --seeds out");
  }
  if (options.quick !== undefined || options.full !== undefined) {
    throw new InputError(`${search.id} has one size`, "leave --quick and --full out");
  }
  if (options.save) refuseUnwritable(options.save);
  const store = join(options.runs ?? "runs", search.id);
  const line = liveLine(wordStream());
  const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
  try {
    const { title, question } = experimentOfSweep(search);
    print(`${bold(paragraph(title.en))}\n${dim(paragraph(question.en))}\n`);
    await prepareStore(store, planSweep(search));
    const { measurement: measured } = await findBorders(store, search, {
      command: `grokscape reproduce ${search.id}`,
      threads: threadsFrom(options) ?? availableParallelism(),
      ...{ stop, line, yes: true },
    });
    if (options.save) writeWhole(options.save, `${JSON.stringify(measured, null, 2)}\n`);
    const claimed = borderMeasurementOf(search.id);
    const found = claimed ? borderDifferences(claimed, measured) : [];
    print("");
    if (!claimed) print(dim(paragraph("The ledger has no outcomes of it yet.")));
    else if (found.length === 0) print(paragraph("Every run ended as in the ledger."));
    for (const difference of found) print(paragraph(difference));
    if (options.json) printJson({ measured, claimed, differences: found });
    return found.length > 0 ? exitCodes.otherBytes : exitCodes.done;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    print(`\n${paragraph("Stopped; nothing that was trained is lost. To go on:")}`);
    print(commandLines(invocation(goOnWords("reproduce", search.id, options))));
    return stop.exitCode();
  } finally {
    line.end();
    stop.release();
  }
}

function seedsFrom({ seeds }: Given["options"]): number[] | undefined {
  if (seeds === undefined) return undefined;
  const asked = numberIn("seeds", seeds);
  if (!(Number.isInteger(asked) && asked >= 1 && asked <= mostSeeds)) {
    throw new InputError(`--seeds must be a whole number from 1 to ${mostSeeds}, got ${seeds}`);
  }
  return Array.from({ length: asked }, (_, i) => i + 1);
}

/** @throws InputError for sizes of what has one, or both at once */
function sizeOf(experiment: Experiment, { quick, full }: Given["options"]): Experiment {
  if (quick === undefined && full === undefined) return experiment;
  if (quick !== undefined && full !== undefined) {
    throw new InputError("--quick and --full are two sizes", "give one of them");
  }
  const large = fullSize(experiment);
  if (!large) {
    const ofTwo = experiments.filter(fullSize).map(({ id }) => id);
    throw new InputError(
      `${experiment.id} has one size`,
      `those with --quick and --full are ${ofTwo.join(", ")}`,
    );
  }
  return full === undefined ? experiment : large;
}

/** Whether the runs show what the criterion asks, statement by statement; null if there is none. */
function judged(experiment: Experiment, measured: Measurement) {
  const { criterion } = experiment;
  if (!criterion) return null;
  const claim = claimOf(experiment, measured);
  return {
    work: criterion.work?.title,
    answer: judge(claim, criterion),
    statements: criterion.statements.map((statement) => ({
      says: statement.says.en,
      ...judgeStatement(claim, statement),
    })),
  };
}

function tellJudged({ work, answer, statements }: NonNullable<ReturnType<typeof judged>>): void {
  print(`\n${bold(paragraph(`With ${work ?? "what we expected"}: ${answer}`))}`);
  const rows = statements.map(({ says, answer, ...seen }) => [
    answer,
    `${says} ${dim("held" in seen ? `${seen.held} of ${seen.of} seeds` : estimateText(seen))}`,
  ]);
  print(columns(rows));
}

/**
 * Trains what has not been trained yet.
 *
 * @returns without a measurement where nobody wanted it (code 0), or a signal ended it
 */
async function trainAll(
  experiment: Experiment,
  {
    isAsked,
    ...where
  }: { seeds: readonly number[]; threads?: number; runs: string; isAsked: boolean },
): Promise<{ measured?: Measurement; exitCode: number }> {
  const stop = listenForStop(() => line.say(dim("Stopping after this step …")));
  const line = liveLine(wordStream());
  const latest = new Map<string, string>();
  try {
    if (isAsked) {
      const { seeds, threads = availableParallelism() } = where;
      const runs = due(experiment, seeds, () => undefined);
      await consent(runs, runs.length, { threads, stop, yes: false });
    }
    const measured = await measure(experiment, {
      ...where,
      signal: stop.signal,
      onRow(run, { step, testAccuracy }) {
        const name = nameOf(experiment, run);
        const far = `step ${count(step)} of ${count(run.config.steps)}`;
        latest.set(name, `${name}: ${far}, test ${percent(testAccuracy)}`);
        line.show(() => [...latest.values()].join("  "));
      },
      onOutcome(run, { memorisedAt, memorisedFrom, generalisedAt, generalisedFrom }) {
        const name = nameOf(experiment, run);
        line.say(
          columns([
            [
              name,
              `memorised ${at(memorisedAt, memorisedFrom)}`,
              `understood ${at(generalisedAt, generalisedFrom)}`,
              latest.has(name) ? "" : dim("was there already"),
            ],
          ]),
        );
        latest.delete(name);
      },
    });
    return { measured, exitCode: exitCodes.done };
  } catch (error) {
    if (error instanceof Declined) return { exitCode: exitCodes.done };
    if (stop.signal.aborted) return { exitCode: stop.exitCode() };
    throw error;
  } finally {
    if (latest.size > 0) line.end();
    stop.release();
  }
}

/** A line for each variant, and one for each number that was read off its networks. */
function tell(what: "measured" | "claimed", { variants }: Measurement): void {
  for (const { name, outcomes } of variants) {
    const of = variants.length > 1 ? `${name}: ` : "";
    print(paragraph(`${bold(what.padEnd(8))}  ${of}${summary(outcomes)}`, 0, 10));
    for (const read of Object.keys(outcomes[0]?.readings ?? {}) as ReadingName[]) {
      print(paragraph(`${readings[read].title.en}: ${readingText(outcomes, read)}`, 10, 12));
    }
  }
}

const texts = { count, share: percent, value: short };

/** "median (lowest … highest)" of what was read. */
function readingText(outcomes: readonly Outcome[], name: ReadingName): string {
  const { median, least, most } = spread(outcomes.map((outcome) => outcome.readings?.[name]));
  return rangeText(texts[readings[name].kind], median, least, most);
}

/** The same of an estimate with its interval. */
const estimateText = ({
  estimated: { value, low, high },
  kind,
}: Omit<Extract<Verdict, { estimated: unknown }>, "answer">): string =>
  rangeText(texts[kind], value, low, high);

function rangeText(
  text: (value: number) => string,
  ...[middle, low, high]: (number | null)[]
): string {
  if (middle === null || low === null || high === null) return "–";
  return `${text(middle)} (${text(low)} … ${text(high)})`;
}
