import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import {
  array,
  between,
  either,
  mustBe,
  number,
  oneOf,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { drawKey, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, spacing, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import type { ScaleType } from "../frame/scale.ts";
import { curveHeight } from "../frame/sizes.ts";
import { percent, significant } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";
import { amountAxis, settingAxis } from "./axes.ts";
import { captionOf, hasInterval } from "./caption.ts";
import {
  drawLaws,
  drawPoints,
  drawSides,
  drawTrials,
  nameLaws,
  nameSides,
  trialKey,
} from "./draw.ts";
import { amountOf, lawAt, readLaw, readPoints, readTrials } from "./read.ts";
import type {
  Confidence,
  PhaseLaw,
  PhaseParameter,
  PhasePoint,
  PhaseTrial,
  PhaseUnit,
} from "./record.ts";
import { phaseWords } from "./words.ts";

interface PhaseChoices {
  /** What x is; "M" unless given. */
  readonly parameter?: PhaseParameter;
  /** How x is spaced: "log" (the default) or "linear". */
  readonly scale?: ScaleType;
  /**
   * Of the points' intervals, in (0, 1); 0.95 unless given. "border": intervals reach from where no
   * run understood to where all did.
   */
  readonly confidence?: Confidence;
  /** Every share that was tried, of which the points are the border. */
  readonly trials?: readonly PhaseTrial[];
  /** What examples are counted in, if x is M; "share" unless given. */
  readonly unit?: PhaseUnit;
}

export interface PhaseDiagramOptions extends PictureOptions, PhaseChoices {}

export type PhaseTableOptions = TableOptions & PhaseChoices;

/**
 * Draws how many examples it takes to understand: the measured least share of train examples
 * over M, K or the learning rate with its confidence interval, the sides of understanding and of
 * memorising, and what laws say as dashed neutral lines. The caption counts the intervals that
 * the best law passes through.
 *
 * @throws PictureError when the size leaves no room, there are more than 2000 points, a share is
 * outside [0, 1] or of its interval, a law's curve is out of order, or x is not M and the unit no share
 */
export function phaseDiagram(
  points: readonly PhasePoint[],
  laws: readonly PhaseLaw[] = [],
  options: PhaseDiagramOptions = {},
): SVGSVGElement {
  return drawPlan(phasePlan(points, laws, options), options);
}

/**
 * The numbers behind a phase diagram as an HTML table: each point with its interval, and what
 * each law says there.
 *
 * @throws PictureError as `phaseDiagram` does
 */
export function phaseTable(
  points: readonly PhasePoint[],
  laws: readonly PhaseLaw[] = [],
  options: PhaseTableOptions = {},
): HTMLTableElement {
  return tableOf(phasePlan(points, laws, options), options);
}

const trialForm = record({
  x: number,
  p: number,
  runs: whole(0),
  generalised: whole(0),
  mark: optional(oneOf("disc", "square")),
});

function phasePlan(
  points: readonly PhasePoint[],
  laws: readonly PhaseLaw[],
  options: PhaseChoices & { readonly language?: Language },
): Plan {
  mustBe("points", array(record({ x: number, p: number, low: number, high: number })), points);
  mustBe(
    "laws",
    array(record({ name: text, curve: array(record({ x: number, p: number })) })),
    laws,
  );
  checkOptions(options, {
    parameter: optional(oneOf("M", "K", "lr")),
    scale: spacing,
    confidence: optional(either(oneOf("border"), between(0, 1))),
    trials: optional(array(trialForm)),
    unit: optional(oneOf("share", "criticalMultiple", "perSymbol")),
  });
  const { parameter = "M", scale = "log", confidence = 0.95, unit = "share" } = options;
  if (unit !== "share" && parameter !== "M") {
    throw new PictureError(`over ${parameter} examples are counted as a share; got "${unit}"`);
  }
  const { language = "en" } = options;
  const words = phaseWords[language];
  const amount = (p: number, x: number) => amountOf(p, x, unit);
  const shown = readPoints(points, scale)
    .map(({ x, p, low, high }) => ({
      x,
      p: amount(p, x),
      low: amount(low, x),
      high: amount(high, x),
    }))
    .filter(({ p }) => !Number.isNaN(p));
  const trials = readTrials(options.trials ?? [], scale)
    .map((trial) => ({ ...trial, p: amount(trial.p, trial.x) }))
    .filter(({ p }) => !Number.isNaN(p));
  const sum = (of: "runs" | "generalised") => trials.reduce((sum, trial) => sum + trial[of], 0);
  const read = laws.map((law) => {
    const { x, y } = readLaw(law, scale);
    return { name: law.name, series: { x, y: y.map((p, i) => amount(p, x[i]!)) } };
  });
  const key = trials.length ? trialKey(words) : [];
  const share = (p: number) =>
    Number.isNaN(p) ? "–" : unit === "share" ? percent(p) : significant(p);
  return {
    title: words.title,
    caption: [
      points.length || !trials.length
        ? captionOf(shown, read, words, confidence, points.length)
        : "",
      trials.length ? words.tried(sum("runs"), sum("generalised")) : "",
    ]
      .join("")
      .trim(),
    ...(key.length > 0 && {
      height: (width, { text }) => keyHeight(key, width, text) + curveHeight(width),
    }),
    least: ({ text }) => 40 + text * 4.8 + (key.length ? text * 4.5 : 0),
    table: {
      heads: [
        words.xAxis[parameter],
        words.measured,
        words.interval(confidence),
        ...read.map(({ name }) => name),
      ],
      rows: shown.map((point) => [
        parameter === "lr" ? significant(point.x) : String(point.x),
        share(point.p),
        hasInterval(point) ? `${share(point.low)} – ${share(point.high)}` : "–",
        ...read.map(({ series }) => share(lawAt(series, point.x))),
      ]),
    },
    draw(pen, body) {
      const width = body.right - body.left;
      const named = read.map((law) => ({
        ...law,
        lines: wrap(law.name, width / 4, pen.sizes.text),
      }));
      const xName = words.xAxis[parameter] + (scale === "log" ? words.log : "");
      const axes = {
        x: settingAxis([...shown, ...trials], read, scale, xName, width / 105),
        y: amountAxis(shown, trials, read, words.yAxis[unit], unit),
      };
      const names = widest(
        named.flatMap(({ lines }) => lines),
        pen.sizes.text,
      );
      const behind = names && Math.min(width / 4, names) + 10;
      drawKey(pen, [body.left, body.top], width, key);
      const inner = { ...body, top: body.top + keyHeight(key, width, pen.sizes.text) };
      const area = areaIn(pen, inner, axes, { behind });
      drawSides(pen, area, shown);
      drawAxes(pen, inner, area, axes);
      drawLaws(pen, area, read);
      nameLaws(pen, area, named);
      drawTrials(pen, area, trials);
      drawPoints(pen, area, shown);
      nameSides(pen, area, shown, words);
      if (shown.length + trials.length + read.length === 0) drawNothing(pen, area, words.nothing);
    },
  };
}
