import { axisMarks, toPixels } from "../frame/axes.ts";
import { edges, heightFor, layOut, measureFor, padFor, sizesFor } from "../frame/frame.ts";
import { documentOf, type PictureOptions, picture } from "../frame/picture.ts";
import type { CurveRecord, Quantity, Side } from "../record.ts";
import { read } from "../series/read.ts";
import { boldness, textWidth } from "../text/width.ts";
import { wrap } from "../text/wrap.ts";
import { languages } from "../words/languages.ts";
import { stepAxis, valueAxis } from "./axes.ts";
import { captionOf, longestCaption } from "./caption.ts";
import { endLabel, endMarks } from "./ends.ts";
import { lineMarks } from "./lines.ts";
import { milestoneMarks, milestonesOf } from "./milestones.ts";

export interface GrokkingCurveOptions extends PictureOptions {
  /** Accuracy in percent (the default), or loss on a log axis. */
  readonly quantity?: Quantity;
  /** How steps are spaced: "linear" (the default) or "log", which leaves out step 0. */
  readonly scale?: "linear" | "log";
  /** Whether the steps of memorising and understanding are marked; true unless given. */
  readonly marks?: boolean;
}

const sides: readonly Side[] = ["train", "test"];

/**
 * Draws how a run memorised first and understood later: train and test accuracy (or loss) over
 * the steps, named at their ends, with the two moments marked and a caption that says what is to
 * be seen. It measures no fonts, so a server draws what a page draws; and it is cheap enough to
 * be called anew for every frame of a run in progress.
 *
 * @throws RangeError when the size leaves no room, or the record's steps do not ascend
 */
export function grokkingCurve(
  record: CurveRecord,
  options: GrokkingCurveOptions = {},
): SVGSVGElement {
  const { width = 640, height = heightFor(width), marks = true, theme = "auto" } = options;
  const { quantity = "accuracy", scale = "linear", language = "en" } = options;
  const document = documentOf(options);
  const words = languages[language];
  const sizes = sizesFor(width);
  const wide = width >= 520;

  const readings = {
    train: read(record.metrics, "train", quantity, scale),
    test: read(record.metrics, "test", quantity, scale),
  };
  const series = Object.values(readings);
  const axes = {
    x: stepAxis(series, scale, words, width / 110),
    y: valueAxis(series, quantity, words),
  };
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((words) => textWidth(words, sizes.text)));
  const [left, right] = edges(
    width,
    widest(axes.y.ticks.map(axes.y.format)),
    boldness * widest(sides.map((side) => endLabel(side, 0.000888, quantity, words, wide))),
  );
  const x = { type: axes.x.type, domain: axes.x.domain, range: [left, right] };
  const stepToX = toPixels(x);

  const milestones = marks ? milestonesOf(record, words, stepToX, [left, right], sizes.text) : [];
  const rowHeight = sizes.text * 1.5;
  const rows = Math.max(1, ...milestones.map(({ row }) => row + 1));
  const description = captionOf(record, words, quantity, {
    missing: series.reduce((sum, { missing }) => sum + missing, 0),
    of: series.reduce((sum, { x }) => sum + x.length, 0),
  });
  const measure = measureFor(width);
  const title = wrap(
    options.title ?? words.title[quantity],
    width - 2 * padFor(width),
    sizes.title * boldness,
  );
  const caption = wrap(description, measure, sizes.caption);
  const reserved = wrap(longestCaption(record, words), measure, sizes.caption);
  const frame = layOut({
    width,
    height,
    edges: [left, right],
    titleLines: title.length,
    header: marks ? rows * rowHeight : 0,
    captionLines: Math.max(caption.length, reserved.length),
  });
  const y = { type: axes.y.type, domain: axes.y.domain, range: [frame.bottom, frame.top] };
  const at = { x: stepToX, y: toPixels(y) };

  return picture({
    document,
    frame,
    theme,
    title,
    caption,
    description: description || words.nothing,
    x,
    y,
    marks: [
      ...axisMarks(axes, at, frame, theme),
      ...milestoneMarks(milestones, frame, rowHeight, theme),
      ...lineMarks(readings, words.nothing, at, frame, theme),
      ...endMarks(readings, quantity, words, at, frame, theme, wide),
    ],
  });
}
