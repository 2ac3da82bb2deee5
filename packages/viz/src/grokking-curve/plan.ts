import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import { array, between, finite, flag, mustBe, oneOf, optional } from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, spacing } from "../frame/options.ts";
import type { Plan } from "../frame/plan.ts";
import type { ScaleType } from "../frame/scale.ts";
import { type CurveRecord, type Quantity, recordForm } from "../record.ts";
import { type StageSpan, stagesForm } from "../stages/record.ts";
import { drawStages, stripHeight, withStages } from "../stages/stage-bands.ts";
import { boldness } from "../text/width.ts";
import { languages } from "../words/languages.ts";
import type { Language } from "../words/words.ts";
import { stepAxis, valueAxis } from "./axes.ts";
import { behindForm, drawBehind, type EarlierRun, readBehind } from "./behind.ts";
import { captionOf, longestCaption } from "./caption.ts";
import { ceilingLabel, drawEnds, endLabel } from "./ends.ts";
import { curvesOf, gapsOf, milestoneOf } from "./ensemble.ts";
import { drawLines } from "./lines.ts";
import { drawMilestones, milestonesOf } from "./milestones.ts";
import { curveTable } from "./table.ts";

export interface CurveChoices {
  /** Accuracy in percent (the default), or loss on a log axis. */
  readonly quantity?: Quantity;
  /** How steps are spaced: "linear" (the default) or "log", which leaves out step 0. */
  readonly scale?: ScaleType;
  /** Whether the steps of memorising and understanding are marked; true unless given. */
  readonly marks?: boolean;
  /** The stages of the run, to be named above the curves. */
  readonly stages?: readonly StageSpan[];
  /** The step that the axis reaches at least, so that pictures side by side have the same. */
  readonly until?: number;
  /** The test accuracy that no learner can exceed, in [0, 1]: a dashed line in pictures of accuracy. */
  readonly ceiling?: number;
  /** Runs for comparison, drawn pale in pictures of accuracy. */
  readonly behind?: readonly EarlierRun[];
}

/** @throws PictureError when the steps of a record do not ascend */
export function curvePlan(
  records: readonly CurveRecord[],
  options: CurveChoices & { readonly language?: Language },
): Plan {
  mustBe("records", array(recordForm), records);
  checkOptions(options, {
    quantity: optional(oneOf("accuracy", "loss")),
    scale: spacing,
    marks: optional(flag),
    stages: stagesForm,
    until: optional(finite),
    ceiling: optional(between(0, 1)),
    behind: behindForm,
  });
  const {
    quantity = "accuracy",
    scale = "linear",
    marks = true,
    stages = [],
    until = 0,
    language = "en",
  } = options;
  const words = languages[language];
  const ceiling = quantity === "accuracy" ? options.ceiling : undefined;
  const withCeiling = (caption: string) =>
    caption && ceiling !== undefined ? `${caption}${words.ceiling(ceiling)}` : caption;
  const curves = {
    train: curvesOf(records, "train", quantity, scale),
    test: curvesOf(records, "test", quantity, scale),
  };
  const behind = quantity === "accuracy" ? readBehind(options.behind, scale) : [];
  const both = Object.values(curves);
  const pale = behind.length ? words.pale(behind.map(({ name }) => name)) : "";
  const withPale = (caption: string) => [caption, pale].filter(Boolean).join(words.space);
  const caption = withCeiling(captionOf(records, words, quantity, gapsOf(records, both)));
  return {
    title: words.title[quantity],
    caption: withPale(withStages(caption, stages, language)) || words.nothing,
    longestCaption: withPale(
      withStages(withCeiling(longestCaption(records, words)), stages, language),
    ),
    least: ({ text }) => 28 + text * (7.8 + (stages.length ? 1.6 : 0)),
    table: curveTable(records, words, stages),
    draw(pen, body) {
      const width = body.right - body.left;
      const wide = width >= 480;
      const readings = { train: curves.train.middle, test: curves.test.middle };
      const drawn = both.flatMap(({ middle, band }) =>
        band
          ? [
              { x: middle.x, y: band.low },
              { x: middle.x, y: band.high },
            ]
          : [middle],
      );
      const axes = {
        x: stepAxis(
          [...drawn, ...behind.map(({ test }) => test)],
          scale,
          words.xAxis[scale],
          width / 105,
          until,
        ),
        y: valueAxis(drawn, quantity, words),
      };
      const names = (["train", "test"] as const).map((side) =>
        endLabel(side, 0.000888, quantity, words, wide),
      );
      if (ceiling !== undefined) names.push(ceilingLabel(ceiling, words, wide));
      const room = 10 + boldness * widest(names, pen.sizes.text);
      const { left, right, x } = areaIn(pen, body, axes, { behind: room });
      const moments = {
        memorisedAt: milestoneOf(records, "memorisedAt"),
        generalisedAt: milestoneOf(records, "generalisedAt"),
      };
      const milestones = marks
        ? milestonesOf(moments, words, x, [left, right], pen.sizes.text)
        : [];
      const rowHeight = pen.sizes.text * 1.5;
      const rows = Math.max(1, ...milestones.map(({ row }) => row + 1));
      const strip = stages.length ? stripHeight(pen.sizes.text) : 0;
      const header = (marks ? rows * rowHeight : 0) + strip;
      const area = areaIn(pen, body, axes, { behind: room, header });
      drawAxes(pen, body, area, axes);
      drawStages(pen, area, stages, language);
      drawMilestones(pen, area, milestones, area.top - strip, rowHeight);
      drawBehind(pen, area, behind, ["train", "test"]);
      drawLines(pen, area, curves);
      drawEnds(pen, area, readings, quantity, words, wide, ceiling);
      const isEmpty = !readings.train.last && !readings.test.last && behind.length === 0;
      if (isEmpty) drawNothing(pen, area, words.nothing);
    },
  };
}
