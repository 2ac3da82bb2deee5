import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import {
  between,
  either,
  list,
  mustBe,
  number,
  oneOf,
  optional,
  record,
  text,
} from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, spacing, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import type { ScaleType } from "../frame/scale.ts";
import { percent, significant } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";
import { settingAxis, shareAxis } from "./axes.ts";
import { captionOf, hasInterval } from "./caption.ts";
import { drawLaws, drawPoints, drawSides, nameLaws, nameSides } from "./draw.ts";
import { lawAt, readLaw, readPoints } from "./read.ts";
import type { Confidence, PhaseLaw, PhaseParameter, PhasePoint } from "./record.ts";
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
 * outside [0, 1] or of its interval, or a law's curve is out of order
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

function phasePlan(
  points: readonly PhasePoint[],
  laws: readonly PhaseLaw[],
  options: PhaseChoices & { readonly language?: Language },
): Plan {
  mustBe("points", list(record({ x: number, p: number, low: number, high: number })), points);
  mustBe("laws", list(record({ name: text, curve: list(record({ x: number, p: number })) })), laws);
  checkOptions(options, {
    parameter: optional(oneOf("M", "K", "lr")),
    scale: spacing,
    confidence: optional(either(oneOf("border"), between(0, 1))),
  });
  const { parameter = "M", scale = "log", confidence = 0.95, language = "en" } = options;
  const words = phaseWords[language];
  const shown = readPoints(points, scale);
  const read = laws.map((law) => ({ name: law.name, series: readLaw(law, scale) }));
  const share = (p: number) => (Number.isNaN(p) ? "–" : percent(p));
  return {
    title: words.title,
    caption: captionOf(shown, read, words, confidence, points.length),
    least: ({ text }) => 40 + text * 4.8,
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
        x: settingAxis(shown, read, scale, xName, width / 105),
        y: shareAxis(shown, read, words.yAxis),
      };
      const names = widest(
        named.flatMap(({ lines }) => lines),
        pen.sizes.text,
      );
      const behind = names && Math.min(width / 4, names) + 10;
      const area = areaIn(pen, body, axes, { behind });
      drawSides(pen, area, shown);
      drawAxes(pen, body, area, axes);
      drawLaws(pen, area, read);
      nameLaws(pen, area, named);
      drawPoints(pen, area, shown);
      nameSides(pen, area, shown, words);
      if (shown.length === 0) drawNothing(pen, area, words.nothing);
    },
  };
}
