import { brief } from "../report.ts";
import { baseline, guided } from "./methods.ts";
import type { Outline } from "./plan.ts";
import { type Cell, gain, generalises, medianSeconds, medianSteps, threshold } from "./summary.ts";

/** results/guided.json, which the docs show. */
export interface GuidedResults {
  readonly command: string;
  readonly machine: string;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly methods: readonly { readonly name: string; readonly cap: number }[];
  readonly courses: readonly (Outline & {
    /** By method: the smallest fraction at which enough seeds came to 99 %, or null. */
    readonly thresholds: Readonly<Record<string, number | null>>;
    readonly cells: readonly (Cell & {
      /** Medians, or null where most seeds missed. */
      readonly medianSteps: number | null;
      readonly medianSeconds: number | null;
    })[];
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
  }));
}

const percent = (fraction: number) => `${Number((100 * fraction).toFixed(1))} %`;

/** Median steps, median seconds, and how many of the seeds came so far where not all did. */
function cellText(cell: Cell | undefined): string {
  if (!cell) return "–";
  const { steps } = cell;
  const reached = steps.filter((step) => step !== null).length;
  const share = reached < steps.length ? ` (${reached} of ${steps.length})` : "";
  const [median, seconds] = [medianSteps(cell), medianSeconds(cell)];
  if (!generalises(cell) || median === null || seconds === null) return `missed${share}`;
  return `${median}, ${brief(seconds)} s${share}`;
}

function courseText({ task, fractions, methods, thresholds, cells }: Course): string {
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
  const gains = fractions.map((fraction) => {
    const times = gain(at(guided, fraction), at(baseline, fraction));
    return times ? `${brief(times.steps)}×, ${brief(times.seconds)}×` : "–";
  });
  return [
    `## ${task}`,
    "",
    ...[head, head.map(() => "---"), ...rows, [`gain on ${baseline}`, ...gains, ""]].map(line),
  ].join("\n");
}

/** The results as Markdown. */
export function guidedMarkdown(results: GuidedResults): string {
  const { courses, methods, command, machine, date } = results;
  const caps = methods.map(({ name, cap }) => `${name} ${cap}`).join(", ");
  return `${[
    "# The guided recipe beside the presets",
    "Median over five seeds of the steps to a test accuracy of 99 %, and of the seconds of one processor that they take without evaluations; all methods see the same splits. A method goes down the fractions of the table that are shown until two seeds miss: – was not tried. Seconds are steps times the processor time of a step, measured by turns.",
    ...courses.map(courseText),
    `Steps after which a run counts as missed: ${caps}.`,
    `\`${command}\`, ${machine}, ${date}.`,
  ].join("\n\n")}\n`;
}
