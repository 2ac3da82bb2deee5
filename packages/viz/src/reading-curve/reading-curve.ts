import { extent, numberAxis } from "../axes/number-axis.ts";
import { type Area, areaIn, drawAxes, tickRoom } from "../frame/axes.ts";
import { grid } from "../frame/box.ts";
import { array, mustBe, number, optional, orNull, record, text } from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import type { Pen, Style } from "../frame/pen.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { stepAxis, valueAxis } from "../grokking-curve/axes.ts";
import { behindForm, drawBehind, type EarlierRun, readBehind } from "../grokking-curve/behind.ts";
import type { CurveRow } from "../record.ts";
import { decimate, type Series } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import { ascending } from "../series/read.ts";
import { count, percent, significant } from "../text/numbers.ts";
import { languages } from "../words/languages.ts";
import type { Language } from "../words/words.ts";

/** A number above 0 that is read off a network now and then while it trains. */
export interface Reading {
  readonly name: string;
  /** In the order of their steps. */
  readonly rows: readonly {
    readonly step: number;
    readonly value: number;
    /** Test accuracy, in [0, 1], of another network that was made from what was read. */
    readonly testAccuracy?: number;
  }[];
  /** What the values are to be compared with: a dashed line. */
  readonly level?: { readonly name: string; readonly value: number };
  /** Names the other network's accuracies, which are drawn as rings. */
  readonly madeFrom?: string;
}

interface ReadingChoices {
  /** Runs for comparison, whose test accuracy is drawn pale. */
  readonly behind?: readonly EarlierRun[];
}

export interface ReadingCurveOptions extends PictureOptions, ReadingChoices {}

/** What of a run's rows is drawn beside a reading. */
export type AnsweredRow = Pick<CurveRow, "step" | "testAccuracy">;

const metricsForm = array(record({ step: number, testAccuracy: orNull(number) }));
const readingForm = record({
  name: text,
  rows: array(record({ step: number, value: number, testAccuracy: optional(number) })),
  level: optional(record({ name: text, value: number })),
  madeFrom: optional(text),
});

const levelStyle: Style = { stroke: "theory", strokeWidth: 1.5, dash: "5 4" };
const ring: Style = { fill: "background", stroke: "test", strokeWidth: 1.75 };

/** More values than this are a line without dots. */
const mostDots = 40;
const mostListed = 40;

/**
 * Draws how a number read off a network changes while test accuracy rises, one above the other over the
 * same steps; both spaced by their logarithms, but the accuracy.
 *
 * @throws PictureError when steps do not ascend, or the size leaves no room
 */
export function readingCurve(
  metrics: readonly AnsweredRow[],
  reading: Reading,
  options: ReadingCurveOptions = {},
): SVGSVGElement {
  return drawPlan(readingPlan(metrics, reading, options), options);
}

/** The numbers behind a reading: up to 40 of its steps, evenly spaced. */
export function readingTable(
  metrics: readonly AnsweredRow[],
  reading: Reading,
  options: TableOptions & ReadingChoices = {},
): HTMLTableElement {
  return tableOf(readingPlan(metrics, reading, options), options);
}

interface Words {
  readonly title: (name: string) => string;
  readonly caption: (from: string, first: string, to: string, last: string) => string;
  readonly accuracy: (test: string) => string;
  readonly made: (name: string, test: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: (name) => `As test accuracy rises: ${name}`,
    caption: (from, first, to, last) => `From ${from} at step ${first} to ${to} at step ${last}.`,
    accuracy: (test) => ` Test accuracy is ${test} by then.`,
    made: (name, test) => ` And ${name}: ${test}.`,
  },
  "zh-cn": {
    title: (name) => `测试准确率上升的同时：${name}`,
    caption: (from, first, to, last) => `第 ${first} 步 ${from}，第 ${last} 步 ${to}。`,
    accuracy: (test) => `此时测试准确率 ${test}。`,
    made: (name, test) => `${name}：${test}。`,
  },
};

function readingPlan(
  metrics: readonly AnsweredRow[],
  reading: Reading,
  options: ReadingChoices & { language?: Language },
): Plan {
  mustBe("metrics", metricsForm, metrics);
  mustBe("reading", readingForm, reading);
  checkOptions(options, { behind: behindForm });
  ascending(metrics);
  ascending(reading.rows);
  const { language = "en" } = options;
  const { name, level, madeFrom = "" } = reading;
  const say = words[language];
  const common = languages[language];
  const behind = readBehind(options.behind, "log");
  const pale = behind.length ? common.pale(behind.map(({ name }) => name)) : "";
  const withPale = (caption: string) => [caption, pale].filter(Boolean).join(common.space);
  const rows = reading.rows.filter(({ step }) => drawable(step, "log"));
  const series = (of: readonly { readonly step: number }[], y: (i: number) => number): Series => ({
    x: Float64Array.from(of, ({ step }) => step),
    y: Float64Array.from(of, (_, i) => y(i)),
  });
  const share = (value: number | null | undefined) =>
    typeof value === "number" && value >= 0 && value <= 1 ? value : Number.NaN;
  const asked = metrics.filter(({ step }) => drawable(step, "log"));
  const answered = series(asked, (i) => share(asked[i]!.testAccuracy));
  const values = series(rows, (i) => {
    const { value } = rows[i]!;
    return drawable(value, "log") ? value : Number.NaN;
  });
  const made = series(rows, (i) => share(rows[i]!.testAccuracy));
  const whole = (value: number) => (Number.isInteger(value) ? count(value) : significant(value));
  const [first, last] = [rows[0], rows.at(-1)];
  const then = answered.y.findLast((value) => !Number.isNaN(value));
  const every = Math.ceil(rows.length / mostListed);
  const key: KeyItem[] = [
    ...(level ? [{ text: level.name, mark: "line", style: levelStyle } as const] : []),
    ...(madeFrom ? [{ text: madeFrom, mark: "dot", style: ring } as const] : []),
  ];
  return {
    title: say.title(name),
    caption: withPale(
      first && last
        ? say.caption(whole(first.value), count(first.step), whole(last.value), count(last.step)) +
            (then === undefined ? "" : say.accuracy(percent(then))) +
            (Number.isNaN(made.y.at(-1)!) ? "" : say.made(madeFrom, percent(made.y.at(-1)!)))
        : pale
          ? ""
          : common.nothing,
    ),
    longestCaption: withPale(
      say.caption("000,000", "0,000", "000,000", "0,000") +
        say.accuracy(percent(0.999)) +
        (madeFrom && say.made(madeFrom, percent(0.999))),
    ),
    height: (width, { text }) => keyHeight(key, width, text) + Math.min(520, 230 + 0.22 * width),
    table: {
      heads: [common.step, name, ...(madeFrom ? [madeFrom] : [])],
      rows: rows
        .filter((_, i) => i % every === 0 || i === rows.length - 1)
        .map(({ step, value, testAccuracy }) => [
          count(step),
          whole(value),
          ...(madeFrom ? [percent(share(testAccuracy))] : []),
        ]),
    },
    draw(pen, body) {
      const { text, fine, bold } = pen.sizes;
      const width = body.right - body.left;
      const steps = stepAxis(
        [answered, values, ...behind.map(({ test }) => test)],
        "log",
        common.xAxis.log,
        width / 105,
      );
      const levels = level && drawable(level.value, "log") ? [level.value] : [];
      const span = extent([...values.y, ...levels], "log");
      const y = {
        accuracy: {
          ...valueAxis([], "accuracy", common),
          name: `${common.of("test", "accuracy")}, %`,
        },
        value: numberAxis(name, span, { type: "log", room: 0.08, wanted: 4 }),
      };
      const ticks = [0, 0.5, 1];
      const panels = [
        { x: { ...steps, name: "", ticks: [] }, y: { ...y.accuracy, ticks } },
        { x: steps, y: y.value },
      ];
      const before = Math.max(...panels.map(({ y }) => tickRoom(y, text)));
      drawKey(pen, [body.left, body.top], width, key);
      const inner = { ...body, top: body.top + keyHeight(key, width, text) };
      const boxes = grid(inner, 2, 1, { x: 0, y: 0 });
      const [above, below] = panels.map((axes, i) => {
        const area = areaIn(pen, boxes[i]!, axes, { before, behind: text });
        drawAxes(pen, boxes[i]!, area, axes);
        return area;
      }) as [Area, Area];
      if (rows.length === 0) drawNothing(pen, below, common.nothing);
      drawBehind(pen, above, behind, ["test"]);
      drawSeries(pen, above, answered, { stroke: "test", strokeWidth: fine, name: "test line" });
      for (const [i, step] of made.x.entries()) {
        if (Number.isNaN(made.y[i]!)) continue;
        pen.dot(above.x(step), above.y(made.y[i]!), bold, { ...ring, name: "made" });
      }
      for (const value of levels) {
        const at = below.y(value);
        pen.segments([[below.left, at, below.right, at]], { ...levelStyle, name: "level" });
      }
      drawSeries(pen, below, values, { stroke: "ink", strokeWidth: fine, name: "reading" });
      if (values.x.length <= mostDots) {
        for (const [i, step] of values.x.entries()) {
          if (Number.isNaN(values.y[i]!)) continue;
          pen.dot(below.x(step), below.y(values.y[i]!), bold, { fill: "ink", name: "value" });
        }
      }
    },
  };
}

function drawSeries(pen: Pen, area: Area, { x, y }: Series, style: Style): void {
  const thin = decimate({ x, y }, area.right - area.left, (step) => area.x(step) - area.left);
  pen.line(Array.from(thin.x, area.x), Array.from(thin.y, area.y), style);
}
