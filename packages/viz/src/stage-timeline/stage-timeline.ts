import { extent, numberAxis } from "../axes/number-axis.ts";
import { type Area, areaIn, drawAxes, tickRoom, widest } from "../frame/axes.ts";
import { type Box, grid } from "../frame/box.ts";
import { list, mustBe, number, optional, record } from "../frame/form.ts";
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
import { count, percent, significant } from "../text/numbers.ts";
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
  readonly name: "gradient" | "turn" | "gram";
  readonly type: ScaleType;
  readonly lines: readonly { readonly field: Field; readonly stroke: Paint; dash?: string }[];
}

const allPanels: readonly Panel[] = [
  { name: "gradient", type: "log", lines: [{ field: "gradientNorm", stroke: "ink" }] },
  {
    name: "turn",
    type: "linear",
    lines: [
      { field: "topTurn", stroke: "plus" },
      { field: "hiddenTurn", stroke: "minus", dash: "6 2" },
    ],
  },
  {
    name: "gram",
    type: "linear",
    lines: [
      { field: "nodeGram", stroke: "plus" },
      { field: "sampleGram", stroke: "minus", dash: "6 2" },
    ],
  },
];

const rowsForm = list(
  record({
    step: number,
    gradientNorm: number,
    topTurn: number,
    hiddenTurn: number,
    nodeGram: optional(number),
    sampleGram: optional(number),
  }),
);

/** A row's number; NaN where it was not measured. */
const numberOf = (row: StageRow, field: Field): number => row[field] ?? Number.NaN;

/**
 * Draws what happens inside a network while it groks: the gradient that reaches the hidden layer, how
 * far the two layers have turned and, where that was measured, how far features are from independent,
 * over the same steps and under the names of the stages.
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
  const words = timelineWords[language];
  const shown = scale === "log" ? rows.filter(({ step }) => drawable(step, scale)) : rows;
  const x = Float64Array.from(shown, ({ step }) => step);
  const values = (field: Field, type: ScaleType) =>
    Float64Array.from(shown, (row) => {
      const value = numberOf(row, field);
      return drawable(value, type) ? value : Number.NaN;
    });
  const peakOf = (field: Field) =>
    shown.reduce((most, row) => {
      const value = numberOf(row, field);
      return drawable(value) ? Math.max(most, value) : most;
    }, 0);
  /** The first step at which it is so large a share of what it becomes at most. */
  const reaches = (field: Field, share: number) => {
    const peak = peakOf(field);
    return peak > 0 ? shown.find((row) => numberOf(row, field) >= share * peak)?.step : undefined;
  };
  const [gradient, top, hidden, gram] = [
    reaches("gradientNorm", 1),
    reaches("topTurn", 0.5),
    reaches("hiddenTurn", 0.5),
    peakOf("nodeGram"),
  ];
  const caption =
    gradient !== undefined && top !== undefined && hidden !== undefined
      ? words.caption(gradient, top, hidden) + (gram > 0 ? words.gramCaption(gram) : "")
      : words.nothing;
  const panels = gram > 0 ? allPanels : allPanels.filter(({ name }) => name !== "gram");
  const fields = panels.flatMap(({ lines }) => lines.map(({ field }) => field));
  const every = Math.ceil(rows.length / most);
  const listed = rows.filter((_, i) => i % every === 0 || i === rows.length - 1);
  return {
    title: words.title,
    caption: withStages(caption, stages, language),
    height: (width) => (panels.length / 3) * Math.min(760, 330 + 0.26 * width),
    table: {
      heads: [words.step, ...fields.map((field) => words.fields[field]), words.stage],
      rows: listed.map((row) => [
        count(row.step),
        ...fields.map((field) =>
          field.endsWith("Gram")
            ? percent(numberOf(row, field))
            : significant(numberOf(row, field)),
        ),
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
          ...(name === "gram" && {
            format: (tick) => String(Number((tick * 100).toPrecision(4))),
          }),
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
