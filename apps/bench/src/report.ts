import { type Check, holds } from "./checks.ts";
import { exponent, type Growth } from "./measure/growth.ts";
import type { Limits } from "./measure/limits.ts";
import type { Absence, Timing } from "./measure/race.ts";
import type { Results } from "./results.ts";

type Cells = readonly (string | number)[];

/** Rows of cells as a table of Markdown. */
export function table(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Three significant digits, and never fewer than the whole part has. */
export function brief(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toPrecision(3);
}

/** Of the 128-bit limit of as many cores as there are threads, in per cent. */
export function share({ rate, threads }: Timing, { separate, fused }: Limits): string {
  return `${((100 * rate) / (threads * (fused ?? separate))).toFixed(0)} %`;
}

const timingHead = [
  "",
  "engine",
  "threads",
  "step, median ms",
  "step, minimum ms",
  "step, processor ms",
  "evaluation, median ms",
  "GFLOP/s",
  "of the 128-bit limit",
  "memory, MB",
];

function timingRow(timing: Timing, limits: Limits): Cells {
  const { configuration, contestant, threads, step, evaluation, rate, megabytes } = timing;
  const times = [step.median, step.minimum, step.processor, evaluation.median, rate].map(brief);
  const memory = megabytes === null ? "–" : megabytes.toFixed(0);
  return [configuration, contestant, threads, ...times, share(timing, limits), memory];
}

/** One row for all configurations that the same contestant misses for the same reason. */
function absenceRows(absences: readonly Absence[]): Cells[] {
  const rows = new Map<string, { readonly absence: Absence; readonly where: string[] }>();
  for (const absence of absences) {
    const { contestant, threads, reason, configuration } = absence;
    const key = JSON.stringify([contestant, threads, reason]);
    const row = rows.get(key) ?? { absence, where: [] };
    row.where.push(configuration);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ absence: { contestant, threads, reason }, where }) => [
    ...[contestant, threads, where.join(", "), reason],
  ]);
}

export const absenceTable = (absences: readonly Absence[]): string =>
  table(["engine", "threads", "absent at", "because"], absenceRows(absences));

const checkHead = ["", "where", "measured", "of processor time", "floor or ceiling", "aim", ""];

function checkRow(check: Check): Cells {
  const { title, where, value, ofProcessor, unit, floor, ceiling, aim } = check;
  const amount = (number: number | null | undefined) => {
    if (number === null || number === undefined) return "–";
    return unit === "×" ? `${brief(number)}×` : `${brief(number)} ${unit}`;
  };
  const bound = floor === undefined ? amount(ceiling) : amount(floor);
  const watched = floor !== undefined || ceiling !== undefined;
  const verdict = !watched || value === null ? "" : holds(check) ? "holds" : "**does not hold**";
  return [title, where, amount(value), amount(ofProcessor), bound, amount(aim), verdict];
}

function growthTable({ size, points }: Growth): string {
  const runners = points[0].timings.map(({ contestant, threads }) => ({ contestant, threads }));
  const columns = runners.map(({ contestant, threads }) =>
    points.map(
      (point) =>
        point.timings.find(
          (timing) => timing.contestant === contestant && timing.threads === threads,
        )?.step.median,
    ),
  );
  const rows = points.map((point, i): Cells => {
    const steps = columns.map((column) => {
      const milliseconds = column[i];
      return milliseconds === undefined ? "–" : brief(1000 / milliseconds);
    });
    return [point.M, point.K, point.n, ...steps];
  });
  const growth = columns.map((column) =>
    column.includes(undefined)
      ? "–"
      : exponent(
          points.map((point) => point[size]),
          column as number[],
        ).toFixed(2),
  );
  const head = runners.map(({ contestant, threads }) => `${contestant}, ${threads} thr., steps/s`);
  return table(
    ["M", "K", "n", ...head],
    [...rows, [`time ∝ ${size} to the power`, "", "", ...growth]],
  );
}

/** A run of the bench as Markdown. */
export function markdown(results: Results): string {
  const { configurations, timings, absences, limits, checks, sweep, firstStep, growths } = results;
  const shapes = configurations.map(({ name, M, K, n, preset }) =>
    preset ? `${name}: ${preset}` : `${name}: M = ${M}, K = ${K}, n = ${n}`,
  );
  const parts = ["# Engines side by side"];
  if (limits) {
    const { separate, fused } = limits;
    const fusedWords = fused === null ? "" : `, ${brief(fused)} with both in one instruction`;
    parts.push(
      `One full-batch step (forward, loss, backward, Adam) and one evaluation (of the held-out set; the paper's way, of all examples). ${shapes.join("; ")}. GFLOP/s count 6·n·K·M operations a step, of a transformer those of all products at the token "="; one core reaches ${brief(separate)} with 128-bit products and sums${fusedWords}, the limit that the shares refer to.`,
      table(
        timingHead,
        timings.map((timing) => timingRow(timing, limits)),
      ),
    );
  }
  if (absences.length > 0) {
    parts.push(absenceTable(absences));
  }
  if (checks.length > 0) {
    parts.push("## Ratios and costs, with their floors", table(checkHead, checks.map(checkRow)));
  }
  if (sweep) {
    parts.push(
      `${sweep.configuration}, all runs together: ${brief(sweep.oneAtATime)} steps/s one run at a time, ${brief(sweep.twoAtATime)} two side by side.`,
    );
  }
  if (firstStep) {
    const { importing, preparing, stepping } = firstStep;
    parts.push(
      `In Chromium: ${brief(importing)} ms to load the code, ${brief(preparing)} ms for task, split and starting weights, ${brief(stepping)} ms to compile the kernels and take the first step.`,
    );
  }
  if (growths.length > 0) parts.push("## How the cost grows", ...growths.map(growthTable));
  const { command, machine, date, load } = results;
  parts.push(`\`${command}\`, ${machine}, ${date}. Load before it began: ${load.toFixed(1)}.`);
  return `${parts.join("\n\n")}\n`;
}
