import { extent, numberAxis } from "../axes/number-axis.ts";
import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import {
  array,
  finite,
  flag,
  mustBe,
  optional,
  orNull,
  PictureError,
  record,
  text,
} from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawable } from "../series/drawable.ts";
import { count, decade, percent } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";

/** From which value of a setting on runs come, and the runs that show it. */
export interface TransitionRecord {
  readonly name: string;
  readonly runs: readonly { readonly value: number; readonly came: boolean }[];
  /** Where half of the runs come, and its 95 % interval; null where that is outside of what was tried. */
  readonly at: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How probable it is that a run comes, by all runs; in the order of the values. */
  readonly curve: readonly { readonly value: number; readonly probability: number }[];
}

interface TransitionChoices {
  /** What was varied: the name of the axis. */
  readonly over?: string;
}

export interface BorderTransitionOptions extends PictureOptions, TransitionChoices {}

const most = 60;

const transitionsForm = array(
  record({
    name: text,
    runs: array(record({ value: finite, came: flag })),
    at: orNull(finite),
    low: orNull(finite),
    high: orNull(finite),
    curve: array(record({ value: finite, probability: finite })),
  }),
);

/**
 * Draws from which value of a setting on runs come, a row for each border: a mark for each run, above
 * where it came and below where it did not; how probable that is, dashed; where half of them come, with its
 * 95 % interval as a band.
 *
 * @throws PictureError for more than 60 borders, or when the size leaves no room
 */
export function borderTransition(
  borders: readonly TransitionRecord[],
  options: BorderTransitionOptions = {},
): SVGSVGElement {
  return drawPlan(transitionPlan(borders, options), options);
}

/** The numbers behind a picture of transitions: a row for each border. */
export function borderTransitionTable(
  borders: readonly TransitionRecord[],
  options: TableOptions & TransitionChoices = {},
): HTMLTableElement {
  return tableOf(transitionPlan(borders, options), options);
}

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly name: string;
  readonly over: string;
  readonly log: string;
  readonly came: string;
  readonly failed: string;
  readonly half: string;
  readonly interval: string;
  readonly probability: string;
  readonly share: string;
  readonly caption: (runs: number, came: number, borders: number, found: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "From where on runs come",
    nothing: "no runs yet",
    name: "border",
    over: "value",
    log: ", log scale",
    came: "came",
    failed: "did not come",
    half: "half of them come",
    interval: "95\u202f% interval",
    probability: "probability to come",
    share: "runs that came",
    caption: (runs, came, borders, found) =>
      `Each mark is one run; ${count(came)} of ${count(runs)} came. ${
        borders === 1
          ? found === 1
            ? "The line is where half of them come"
            : "Where half of them come is not known"
          : `${count(found)} of ${count(borders)} borders are known: a line where half of the runs come`
      }, the band its 95\u202f% interval.`,
  },
  "zh-cn": {
    title: "从哪里起，运行能达到目标",
    nothing: "尚无运行",
    name: "边界",
    over: "值",
    log: "，对数刻度",
    came: "达到",
    failed: "未达到",
    half: "半数达到之处",
    interval: "95% 区间",
    probability: "达到的概率",
    share: "达到的运行",
    caption: (runs, came, borders, found) =>
      `每个标记是一次运行，${count(runs)} 次中有 ${count(came)} 次达到。${count(borders)} 条边界中 ${count(found)} 条已知：竖线是半数达到之处，色带是它的 95% 区间。`,
  },
};

const marks = {
  came: { fill: "test", opacity: 0.7 },
  failed: { stroke: "train", strokeWidth: 1.5 },
  half: { stroke: "ink", strokeWidth: 1.5 },
  interval: { fill: "muted", opacity: 0.25 },
  probability: { stroke: "theory", strokeWidth: 1.5, dash: "7 4" },
} as const;

function transitionPlan(
  borders: readonly TransitionRecord[],
  options: TransitionChoices & { language?: Language },
): Plan {
  mustBe("borders", transitionsForm, borders);
  checkOptions(options, { over: optional(text) });
  const { language = "en" } = options;
  if (borders.length > most) {
    throw new PictureError(`at most ${most} borders are drawn; got ${borders.length}`);
  }
  const say = words[language];
  const known = (value: number | null) => (value !== null && drawable(value, "log") ? value : null);
  const shown = borders.map((border) => ({
    name: border.name,
    ...{ at: known(border.at), low: known(border.low), high: known(border.high) },
    runs: border.runs.filter(({ value }) => drawable(value, "log")),
    curve: border.curve.filter(({ value }) => drawable(value, "log")),
  }));
  const runs = shown.flatMap(({ runs }) => runs);
  const came = (of: typeof runs) => of.filter(({ came }) => came).length;
  const key: KeyItem[] = [
    { text: say.came, mark: "dot", style: marks.came },
    { text: say.failed, mark: "dot", style: marks.failed },
    { text: say.probability, mark: "line", style: marks.probability },
    { text: say.half, mark: "stroke", style: marks.half },
    { text: say.interval, mark: "square", style: marks.interval },
  ];
  const linesOf = (name: string, width: number, size: number) => wrap(name, width * 0.3, size);
  const rowHeight = (width: number, size: number) =>
    size *
    Math.max(
      5.5,
      1.6 + 1.25 * Math.max(...shown.map(({ name }) => linesOf(name, width, size).length)),
    );
  const value = (of: number | null) => (of === null ? "–" : String(Number(of.toPrecision(4))));
  return {
    title: say.title,
    caption: runs.length
      ? say.caption(
          runs.length,
          came(runs),
          shown.length,
          shown.filter(({ at }) => at !== null).length,
        )
      : say.nothing,
    height: (width, { text }) =>
      keyHeight(key, width, text) + shown.length * rowHeight(width, text) + text * 4,
    table: {
      heads: [say.name, options.over ?? say.over, say.interval, say.share],
      rows: shown.map(({ name, at, low, high, runs }) => [
        name,
        value(at),
        `${value(low)} … ${value(high)}`,
        runs.length
          ? `${count(came(runs))}/${count(runs.length)} (${percent(came(runs) / runs.length)})`
          : "–",
      ]),
    },
    draw(pen, body) {
      const { text, bold } = pen.sizes;
      const width = body.right - body.left;
      if (runs.length === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      drawKey(pen, [body.left, body.top], width, key);
      const names = shown.map(({ name }) => linesOf(name, width, text));
      const values = extent(
        runs.map(({ value }) => value),
        "log",
      );
      const axes = {
        x: numberAxis(`${options.over ?? say.over}${say.log}`, values, {
          type: "log",
          room: 0.04,
          wanted: width / 105,
          format: decade,
        }),
        y: { ...numberAxis("", [0, shown.length]), ticks: [] },
      };
      const inner = { ...body, top: body.top + keyHeight(key, width, text) };
      const before = widest(names.flat(), text) + 16;
      const area = areaIn(pen, inner, axes, { before, behind: text });
      drawAxes(pen, inner, area, axes);
      const place = (of: number) => Math.min(area.right, Math.max(area.left, area.x(of)));
      shown.forEach(({ runs, at, low, high, curve }, i) => {
        const height = (area.bottom - area.top) / shown.length;
        const [top, bottom] = [area.top + (i + 0.2) * height, area.top + (i + 0.8) * height];
        names[i]!.forEach((line, k) => {
          const y = (top + bottom) / 2 + (k - (names[i]!.length - 1) / 2) * text * 1.25;
          pen.text({ x: body.left, y, text: line }, { fill: "ink" });
        });
        if (at !== null) {
          const from = low === null ? area.left : place(low);
          const to = high === null ? area.right : place(high);
          pen.rect(from, top, Math.max(0, to - from), bottom - top, {
            ...marks.interval,
            name: "interval",
          });
          pen.segments([[place(at), top, place(at), bottom]], { ...marks.half, name: "border" });
        }
        pen.segments(
          [top, bottom].map((y) => [area.left, y, area.right, y] as const),
          { stroke: "grid", name: "row" },
        );
        const drawn = curve.filter(
          ({ value }) => area.x(value) >= area.left && area.x(value) <= area.right,
        );
        pen.line(
          drawn.map(({ value }) => area.x(value)),
          drawn.map(
            ({ probability }) => bottom - Math.min(1, Math.max(0, probability)) * (bottom - top),
          ),
          { ...marks.probability, name: "probability" },
        );
        for (const { value, came } of runs) {
          const outcome = came ? "came" : "failed";
          pen.dot(area.x(value), came ? top : bottom, bold + 1, {
            ...marks[outcome],
            name: outcome,
          });
        }
      });
    },
  };
}
