import { widest } from "../frame/axes.ts";
import { drawCells } from "../frame/cells.ts";
import {
  finite,
  list,
  mustBe,
  optional,
  orNull,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { labelColumns, labelRows } from "../frame/labels.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawRamp } from "../frame/ramp.ts";
import { sharp } from "../frame/scale.ts";
import { count, percent, significant } from "../text/numbers.ts";
import { textWidth } from "../text/width.ts";
import type { Language } from "../words/words.ts";

/** What came of the runs at one pair of settings. */
export interface SweepCell {
  readonly row: number;
  readonly column: number;
  /** Runs that were made, and those that understood. */
  readonly runs: number;
  readonly generalised: number;
  /** The median step at which these understood, or null. */
  readonly grokStep: number | null;
}

interface SweepChoices {
  /** What rows and columns are, such as "group order M". */
  readonly rowName?: string;
  readonly columnName?: string;
}

export interface SweepTableOptions extends PictureOptions, SweepChoices {}

const mostCells = 2500;

const cellsForm = list(
  record({
    row: finite,
    column: finite,
    runs: whole(0),
    generalised: whole(0),
    grokStep: orNull(finite),
  }),
);

/**
 * Draws a sweep over two settings: each cell the bluer, the more of its runs understood, with their
 * number and the median step where there is room.
 *
 * @throws PictureError for more than 2500 cells, two of one place, more runs that understood than were
 * made, or when the size leaves no room
 */
export function sweepTable(
  cells: readonly SweepCell[],
  options: SweepTableOptions = {},
): SVGSVGElement {
  return drawPlan(sweepPlan(cells, options), options);
}

/** The cells of a sweep as a table. */
export function sweepNumbers(
  cells: readonly SweepCell[],
  options: TableOptions & SweepChoices = {},
): HTMLTableElement {
  return tableOf(sweepPlan(cells, options), options);
}

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly share: string;
  readonly never: string;
  readonly of: (generalised: number, runs: number) => string;
  readonly step: (step: number) => string;
  readonly caption: (runs: number, generalised: number, settings: number) => string;
  readonly slowest: (step: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Which settings lead to understanding",
    nothing: "no runs yet",
    share: "understood: 0",
    never: "never",
    of: (generalised, runs) => `${generalised} of ${runs}`,
    step: (step) => `step ${count(Math.round(step))}`,
    caption: (runs, generalised, settings) =>
      `${count(generalised)} of ${count(runs)} runs at ${count(settings)} settings understood.`,
    slowest: (step) =>
      ` Cells say how many, and where there is room their median step; the slowest took ${count(Math.round(step))} steps.`,
  },
  "zh-cn": {
    title: "哪些设置会走向泛化",
    nothing: "尚无运行",
    share: "泛化：0",
    never: "从未",
    of: (generalised, runs) => `${generalised}/${runs}`,
    step: (step) => `第 ${count(Math.round(step))} 步`,
    caption: (runs, generalised, settings) =>
      `${count(settings)} 种设置下的 ${count(runs)} 次运行中有 ${count(generalised)} 次泛化。`,
    slowest: (step) =>
      `格中为泛化次数，空间足够时还有步数中位数；最慢的用了 ${count(Math.round(step))} 步。`,
  },
};

function sweepPlan(
  cells: readonly SweepCell[],
  options: SweepChoices & { language?: Language },
): Plan {
  mustBe("cells", cellsForm, cells);
  checkOptions(options, { rowName: optional(text), columnName: optional(text) });
  const { rowName = "", columnName = "", language = "en" } = options;
  const say = words[language];
  const rows = sorted(cells.map(({ row }) => row)).reverse();
  const columns = sorted(cells.map(({ column }) => column));
  const at = indexed(cells, rows.length * columns.length);
  const find = (row: number, column: number) => at.get(`${rows[row]},${columns[column]}`);
  const sum = (of: (cell: SweepCell) => number) => cells.reduce((sum, cell) => sum + of(cell), 0);
  const steps = cells.flatMap(({ grokStep }) => grokStep ?? []);
  const name = (value: number) => {
    const short = Number(value.toPrecision(4));
    return Math.abs(short) >= 1e-3 || short === 0 ? String(short) : significant(value);
  };
  const said = (cell: SweepCell | undefined): string[] =>
    cell
      ? [
          say.of(cell.generalised, cell.runs),
          cell.grokStep === null ? (cell.generalised ? "" : say.never) : say.step(cell.grokStep),
        ]
      : ["–"];
  return {
    title: say.title,
    caption: cells.length
      ? say.caption(
          sum(({ runs }) => runs),
          sum(({ generalised }) => generalised),
          cells.length,
        ) + (steps.length ? say.slowest(Math.max(...steps)) : "")
      : say.nothing,
    height: (width, { text }) =>
      text * 6.8 + Math.max(60, Math.min(width * 0.8, rows.length * text * 3.2)),
    table: {
      heads: [`${rowName} \\ ${columnName}`, ...columns.map(name)],
      rows: rows.map((row, i) => [
        name(row),
        ...columns.map((_, k) => said(find(i, k)).filter(Boolean).join(", ")),
      ]),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (cells.length === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      drawRamp(pen, body, {
        from: say.share,
        to: percent(1),
        shade: (strength) => ({ fill: "test", strength: strength * full }),
      });
      const labels = rows.map(name);
      const box = {
        left: body.left + widest(labels, text) + 8,
        right: body.right,
        top: body.top + text * 3.9,
        bottom: body.bottom - text * 2.8,
      };
      pen.text({ x: body.left, y: body.top + text * 2.9, text: rowName });
      drawCells(pen, box, rows.length, columns.length, (row, column) => {
        const cell = find(row, column);
        if (!cell || cell.runs === 0) return null;
        return { fill: "test", strength: (full * cell.generalised) / cell.runs };
      });
      const width = (box.right - box.left) / columns.length;
      const height = (box.bottom - box.top) / rows.length;
      pen.segments(
        [
          ...Array.from({ length: rows.length + 1 }, (_, i): [number, number, number, number] => {
            const y = sharp(box.top + i * height);
            return [box.left, y, box.right, y];
          }),
          ...Array.from(
            { length: columns.length + 1 },
            (_, i): [number, number, number, number] => {
              const x = sharp(box.left + i * width);
              return [x, box.top, x, box.bottom];
            },
          ),
        ],
        { stroke: "background", strokeWidth: 1.5 },
      );
      labelRows(pen, box, labels);
      labelColumns(pen, box, columns.map(name), box.bottom + text * 0.95);
      pen.text({ x: box.right, y: box.bottom + text * 2.25, text: columnName }, { anchor: "end" });
      const known = rows.flatMap((_, row) =>
        columns.flatMap((_, column) => {
          const cell = find(row, column);
          return cell ? [{ row, column, lines: said(cell).filter(Boolean) }] : [];
        }),
      );
      const longest = Math.max(
        ...known.flatMap(({ lines }) => lines.map((line) => textWidth(line, 1))),
      );
      const size = Math.min(text, (width - 6) / longest, height / 2.6);
      // letters too small to read say nothing: then the numbers alone, without their words
      const short = size < 9;
      const small = Math.min(text, (width - 4) / 1.9, height / 1.4);
      if (short && small < 9) return;
      for (const { row, column, lines } of known) {
        const shown = short ? [lines[0]!.match(/^\d+/)![0]] : lines;
        const x = box.left + (column + 0.5) * width;
        shown.forEach((line, i) => {
          const y = box.top + (row + 0.5) * height + (i - (shown.length - 1) / 2) * size * 1.25;
          pen.text(
            { x, y, text: line },
            { fill: "ink", anchor: "middle", size: short ? small : size },
          );
        });
      }
    },
  };
}

/** How strong the blue is where every run understood: ink must be read on it. */
const full = 0.5;

const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);

function indexed(cells: readonly SweepCell[], places: number): Map<string, SweepCell> {
  if (places > mostCells) {
    throw new PictureError(`a sweep shows at most ${mostCells} settings; got ${places}`);
  }
  const at = new Map<string, SweepCell>();
  for (const cell of cells) {
    const { row, column, runs, generalised } = cell;
    const place = `${row},${column}`;
    if (at.has(place)) throw new PictureError(`row ${row}, column ${column} occurs twice`);
    if (generalised > runs) {
      throw new PictureError(`${generalised} of ${runs} runs at row ${row}, column ${column}`);
    }
    at.set(place, cell);
  }
  return at;
}
