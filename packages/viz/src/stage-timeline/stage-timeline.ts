import { extent, numberAxis } from "../axes/number-axis.ts";
import { type Area, areaIn, drawAxes, tickRoom, widest } from "../frame/axes.ts";
import { type Box, grid } from "../frame/box.ts";
import { array, mustBe, number, record } from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, spacing, type TableOptions } from "../frame/options.ts";
import type { Pen } from "../frame/pen.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import type { ScaleType } from "../frame/scale.ts";
import { spread } from "../frame/spread.ts";
import { stepAxis } from "../grokking-curve/axes.ts";
import type { Paint } from "../palette/css.ts";
import { decimate } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import { ascending } from "../series/read.ts";
import { type StageSpan, stagesForm } from "../stages/record.ts";
import { drawStages, stageAt, stripHeight, withStages } from "../stages/stage-bands.ts";
import { count, significant } from "../text/numbers.ts";
import { languages } from "../words/languages.ts";
import type { Language } from "../words/words.ts";
import type { StageRow } from "./record.ts";
import { timelineWords } from "./words.ts";

interface TimelineChoices {
  /** How steps are spaced: "log" (the default), which leaves out step 0, or "linear". */
  readonly scale?: ScaleType;
  /** To be named above the curves. */
  readonly stages?: readonly StageSpan[];
}

export interface StageTimelineOptions extends PictureOptions, TimelineChoices {}

type Field = Exclude<keyof StageRow, "step">;

interface Panel {
  readonly name: "gradient" | "turn";
  readonly type: ScaleType;
  readonly lines: readonly { readonly field: Field; readonly stroke: Paint; dash?: string }[];
}

const panels: readonly Panel[] = [
  { name: "gradient", type: "log", lines: [{ field: "gradientNorm", stroke: "ink" }] },
  {
    name: "turn",
    type: "linear",
    lines: [
      { field: "topTurn", stroke: "plus" },
      { field: "hiddenTurn", stroke: "minus", dash: "6 2" },
    ],
  },
];

const fields = panels.flatMap(({ lines }) => lines.map(({ field }) => field));

const rowsForm = array(
  record({ step: number, gradientNorm: number, topTurn: number, hiddenTurn: number }),
);

/**
 * Draws what happens inside a network while it groks: the gradient that reaches the hidden layer and how
 * far the two layers have turned, over the same steps and under the names of the stages.
 *
 * @throws PictureError when the size leaves no room, or the steps do not ascend
 */
export function stageTimeline(
  rows: readonly StageRow[],
  options: StageTimelineOptions = {},
): SVGSVGElement {
  return drawPlan(timelinePlan(rows, options), options);
}

/** The numbers behind a stage timeline: up to 40 steps, evenly spaced among the measured ones. */
export function stageTable(
  rows: readonly StageRow[],
  options: TableOptions & Pick<TimelineChoices, "stages"> = {},
): HTMLTableElement {
  return tableOf(timelinePlan(rows, options), options);
}

const most = 40;

function timelinePlan(
  rows: readonly StageRow[],
  options: TimelineChoices & { language?: Language },
): Plan {
  mustBe("rows", rowsForm, rows);
  checkOptions(options, { scale: spacing, stages: stagesForm });
  const { scale = "log", stages = [], language = "en" } = options;
  ascending(rows);
  const words = { ...languages[language], ...timelineWords[language] };
  const shown = scale === "log" ? rows.filter(({ step }) => drawable(step, scale)) : rows;
  const x = Float64Array.from(shown, ({ step }) => step);
  const values = (field: Field, type: ScaleType) =>
    Float64Array.from(shown, (row) => {
      const value = row[field];
      return drawable(value, type) ? value : Number.NaN;
    });
  /** The first step at which it is so large a share of what it becomes at most. */
  const reaches = (field: Field, share: number) => {
    const [, peak] = extent(shown.map((row) => row[field])) ?? [0, 0];
    return peak > 0 ? shown.find((row) => row[field] >= share * peak)?.step : undefined;
  };
  const [gradient, top, hidden] = [
    reaches("gradientNorm", 1),
    reaches("topTurn", 0.5),
    reaches("hiddenTurn", 0.5),
  ];
  const caption =
    gradient !== undefined && top !== undefined && hidden !== undefined
      ? words.caption(gradient, top, hidden)
      : words.nothing;
  const every = Math.ceil(rows.length / most);
  const listed = rows.filter((_, i) => i % every === 0 || i === rows.length - 1);
  return {
    title: words.title,
    caption: withStages(caption, stages, language),
    height: (width) => Math.min(500, 220 + 0.17 * width),
    table: {
      heads: [words.step, ...fields.map((field) => words.fields[field]), words.stage],
      rows: listed.map((row) => [
        count(row.step),
        ...fields.map((field) => significant(row[field])),
        stages.length ? stageAt(stages, row.step) : "–",
      ]),
    },
    draw(pen, body) {
      const strip = stages.length ? stripHeight(pen.sizes.text) : 0;
      const width = body.right - body.left;
      const axes = panels.map(({ name, type, lines }) => {
        const spans = lines.map(({ field }) => extent(values(field, type)));
        const span = extent(spans.flatMap((span) => span ?? []));
        const whole =
          span && type === "linear"
            ? ([Math.min(0, span[0]), Math.max(0, span[1]) || 1] as const)
            : span;
        return numberAxis(words.panels[name], whole, {
          type,
          room: type === "log" ? 0.06 : 0,
          wanted: 3,
        });
      });
      const names = panels.flatMap(({ lines }) => lines.map(({ field }) => words.short[field]));
      const behind = 10 + widest(names, pen.sizes.text) * 1.1;
      const before = Math.max(...axes.map((axis) => tickRoom(axis, pen.sizes.text)));
      const inner = { ...body, top: body.top + strip };
      const places: Box[] = grid(inner, panels.length, 1, { x: 0, y: 0 });
      const series = [{ x, y: x }];
      const placed = panels.map((_, i) => {
        const last = i === panels.length - 1;
        const steps = stepAxis(series, scale, words.xAxis[scale], width / 105);
        const xAxis = last ? steps : { ...steps, name: "", ticks: [] };
        const box = places[i]!;
        const both = { x: xAxis, y: axes[i]! };
        return { box, both, area: areaIn(pen, box, both, { behind, before }) };
      });
      const [first, last] = [placed[0]!.area, placed.at(-1)!.area];
      const whole = { ...first, bottom: last.bottom };
      drawStages(pen, { ...whole, top: body.top + strip }, stages, language);
      placed.forEach(({ box, both, area }, i) => {
        drawAxes(pen, box, area, both);
        drawPanel(pen, area, panels[i]!, x, values, words.short);
      });
      if (shown.length === 0) drawNothing(pen, first, words.nothing);
    },
  };
}

function drawPanel(
  pen: Pen,
  area: Area,
  { lines, type }: Panel,
  x: Float64Array,
  values: (field: Field, type: ScaleType) => Float64Array,
  names: Readonly<Record<Field, string>>,
): void {
  const ends: { y: number; text: string; stroke: Paint }[] = [];
  for (const { field, stroke, dash } of lines) {
    const series = { x, y: values(field, type) };
    const columns = area.right - area.left;
    const thin = decimate(series, columns, (step) => area.x(step) - area.left);
    pen.line(Array.from(thin.x, area.x), Array.from(thin.y, area.y), {
      stroke,
      ...(dash && { dash }),
      name: field,
    });
    const last = series.y.findLast((value) => !Number.isNaN(value));
    if (last !== undefined) ends.push({ y: area.y(last), text: names[field], stroke });
  }
  const places = spread(
    ends.map(({ y }) => y),
    pen.sizes.text * 1.25,
    [area.top, area.bottom],
  );
  ends.forEach(({ text, stroke }, i) => {
    pen.text({ x: area.right + 8, y: places[i]!, text }, { fill: stroke, bold: true });
  });
}
