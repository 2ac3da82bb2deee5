import { axisMarks, toPixels } from "../frame/axes.ts";
import { edges, heightFor, layOut, measureFor, padFor, sizesFor } from "../frame/frame.ts";
import { text } from "../frame/marks.ts";
import { documentOf, type PictureOptions, picture } from "../frame/picture.ts";
import { boldness, textWidth } from "../text/width.ts";
import { wrap } from "../text/wrap.ts";
import { settingAxis, shareAxis } from "./axes.ts";
import { captionOf } from "./caption.ts";
import { lawMarks, lawNames, pointMarks, regionMarks } from "./marks.ts";
import { readLaw, readPoints } from "./read.ts";
import type { PhaseLaw, PhaseParameter, PhasePoint } from "./record.ts";
import { phaseWords } from "./words.ts";

export interface PhaseDiagramOptions extends PictureOptions {
  /** What x is; "M" unless given. */
  readonly parameter?: PhaseParameter;
  /** How x is spaced: "log" (the default) or "linear". */
  readonly scale?: "linear" | "log";
  /** Of the points' intervals, in (0, 1); 0.95 unless given. */
  readonly confidence?: number;
}

/**
 * Draws how many examples it takes to understand: the measured least share of train examples
 * over M, K or the learning rate with its confidence interval, the sides of understanding and of
 * memorising, and what laws say as dashed neutral lines. The caption counts the intervals that
 * the best law passes through.
 *
 * @throws RangeError when the size leaves no room, there are more than 2000 points, a share is
 * outside [0, 1] or of its interval, or a law's curve is out of order
 */
export function phaseDiagram(
  points: readonly PhasePoint[],
  laws: readonly PhaseLaw[] = [],
  options: PhaseDiagramOptions = {},
): SVGSVGElement {
  const { width = 640, height = heightFor(width), theme = "auto", language = "en" } = options;
  const { parameter = "M", scale = "log", confidence = 0.95 } = options;
  const document = documentOf(options);
  const words = phaseWords[language];
  const sizes = sizesFor(width);

  const shown = readPoints(points, scale);
  const readLaws = laws.map((law) => ({
    name: law.name,
    series: readLaw(law, scale),
    lines: wrap(law.name, width / 4, sizes.text),
  }));
  const xName = words.xAxis[parameter] + (scale === "log" ? words.log : "");
  const axes = {
    x: settingAxis(shown, readLaws, scale, xName, width / 110),
    y: shareAxis(shown, readLaws, words.yAxis),
  };
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((words) => textWidth(words, sizes.text)));
  const [left, right] = edges(
    width,
    widest(axes.y.ticks.map(axes.y.format)),
    Math.min(width / 4, widest(readLaws.flatMap(({ lines }) => lines))),
  );
  const description = captionOf(shown, readLaws, words, confidence, points.length);
  const caption = wrap(description, measureFor(width), sizes.caption);
  const title = wrap(
    options.title ?? words.title,
    width - 2 * padFor(width),
    sizes.title * boldness,
  );
  const frame = layOut({
    width,
    height,
    edges: [left, right],
    titleLines: title.length,
    header: 0,
    captionLines: caption.length,
  });
  const x = { type: axes.x.type, domain: axes.x.domain, range: [left, right] };
  const y = { type: axes.y.type, domain: axes.y.domain, range: [frame.bottom, frame.top] };
  const at = { x: toPixels(x), y: toPixels(y) };
  const middle = { x: (left + right) / 2, y: (frame.top + frame.bottom) / 2 };

  return picture({
    document,
    frame,
    theme,
    title,
    caption,
    description,
    x,
    y,
    marks: [
      ...regionMarks(shown, words, at, frame, theme),
      ...axisMarks(axes, at, frame, theme),
      ...lawMarks(readLaws, at, frame, theme),
      ...lawNames(readLaws, at, frame, theme),
      ...pointMarks(shown, at, frame, theme),
      ...(shown.length === 0
        ? [
            text([{ ...middle, text: words.nothing }], theme, {
              fill: "muted",
              fontSize: sizes.caption,
              textAnchor: "middle",
              halo: true,
            }),
          ]
        : []),
    ],
  });
}
