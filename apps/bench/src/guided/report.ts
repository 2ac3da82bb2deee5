import { baseline, guided, guidedRace } from "@grokscape/experiments";
import { brief } from "../report.ts";
import type { Outline } from "./outline.ts";
import {
  type Cell,
  type Gain,
  gain,
  medianSeconds,
  medianSteps,
  missed,
  threshold,
} from "./summary.ts";

/** results/guided.json, which the docs show. */
export interface GuidedResults {
  readonly command: string;
  readonly machine: string;
  /** yyyy-mm-dd */
  readonly date: string;
  /** How many runs each method is given at each fraction. */
  readonly seeds: number;
  readonly methods: readonly { readonly name: string; readonly cap: number }[];
  readonly courses: readonly (Outline & {
    /** By method: the smallest fraction at which enough seeds came to 99 %, or null. */
    readonly thresholds: Readonly<Record<string, number | null>>;
    readonly cells: readonly (Cell & {
      /** Medians, or null where most seeds missed. */
      readonly medianSteps: number | null;
      readonly medianSeconds: number | null;
    })[];
    /** By fraction: how many times the guided recipe's steps and seconds the paper's settings need. */
    readonly gains: readonly (Gain | null)[];
  })[];
}

type Course = GuidedResults["courses"][number];

/** What the docs show, from the cells of all courses. */
export function coursesOf(
  outlines: readonly Outline[],
  cells: readonly Cell[],
): GuidedResults["courses"] {
  return outlines.map(({ task, fractions, methods }) => ({
    ...{ task, fractions, methods },
    thresholds: Object.fromEntries(
      methods.map((method) => [method, threshold(cells, task, method)]),
    ),
    cells: cells
      .filter((cell) => cell.task === task)
      .map((cell) => ({
        ...cell,
        medianSteps: medianSteps(cell),
        medianSeconds: medianSeconds(cell),
      })),
    gains: fractions.map((fraction) => {
      const at = (method: string) =>
        cells.find(
          (cell) => cell.task === task && cell.method === method && cell.fraction === fraction,
        );
      return gain(at(guided), at(baseline));
    }),
  }));
}

const percent = (fraction: number) => `${Number((100 * fraction).toFixed(1))} %`;

/** Median steps, median seconds, and how many of the seeds trained came so far where not all five did. */
function cellText(cell: Cell | undefined): string {
  if (!cell) return "–";
  const { steps } = cell;
  const reached = steps.filter((step) => step !== null).length;
  const share = reached < guidedRace.seeds.length ? ` (${reached} of ${steps.length})` : "";
  const [median, seconds] = [medianSteps(cell), medianSeconds(cell)];
  if (missed(cell) || median === null || seconds === null) return `missed${share}`;
  return `${median}, ${brief(seconds)} s${share}`;
}

function courseText({ task, fractions, methods, thresholds, cells, gains }: Course): string {
  const at = (method: string, fraction: number) =>
    cells.find((cell) => cell.method === method && cell.fraction === fraction);
  const line = (row: readonly string[]) => `| ${row.join(" | ")} |`;
  const head = ["", ...fractions.map(percent), "generalises from"];
  const rows = methods.map((method) => {
    const smallest = thresholds[method];
    return [
      method,
      ...fractions.map((fraction) => cellText(at(method, fraction))),
      smallest === null ? "–" : percent(smallest),
    ];
  });
  const times = gains.map((one) => (one ? `${brief(one.steps)}×, ${brief(one.seconds)}×` : "–"));
  return [
    `## ${task}`,
    "",
    ...[head, head.map(() => "---"), ...rows, [`gain on ${baseline}`, ...times, ""]].map(line),
  ].join("\n");
}

/** The results as Markdown. */
export function guidedMarkdown(results: GuidedResults): string {
  const { courses, methods, command, machine, date } = results;
  const caps = methods.map(({ name, cap }) => `${name} ${cap}`).join(", ");
  return `${[
    "# The guided recipe beside the presets",
    "Median over five seeds of the steps to a test accuracy of 99 %, and of the seconds of one processor that they take without evaluations; all methods see the same splits. A method goes down the fractions of the table that are shown until two seeds miss: – was not tried, and fewer than five are in brackets where others missed or are not trained yet. Seconds are steps times the processor time of a step, measured by turns.",
    ...courses.map(courseText),
    `Steps after which a run counts as missed: ${caps}.`,
    `\`${command}\`, ${machine}, ${date}.`,
  ].join("\n\n")}\n`;
}
