import { type Axis, areaIn, drawAxes, widest } from "../frame/axes.ts";
import { drawCells, everyFew } from "../frame/cells.ts";
import {
  array,
  mustBe,
  number,
  numbers,
  optional,
  PictureError,
  record,
  text,
} from "../frame/form.ts";
import { labelRows } from "../frame/labels.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, spacing, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawRamp } from "../frame/ramp.ts";
import type { ScaleType } from "../frame/scale.ts";
import { stepAxis } from "../grokking-curve/axes.ts";
import { drawable } from "../series/drawable.ts";
import { ascending } from "../series/read.ts";
import { type StageSpan, stagesForm } from "../stages/record.ts";
import { drawStages, stripHeight, withStages } from "../stages/stage-bands.ts";
import { count, percent } from "../text/numbers.ts";
import { languages } from "../words/languages.ts";
import type { Language } from "../words/words.ts";
import type { SpectrumRow } from "./record.ts";
import { timelineWords } from "./words.ts";

interface TimelineChoices {
  /** A name for each irrep; its place unless given. */
  readonly names?: readonly string[];
  /** How steps are spaced: "log" (the default), which leaves out step 0, or "linear". */
  readonly scale?: ScaleType;
  /** To be named above. */
  readonly stages?: readonly StageSpan[];
}

export interface SpectrumTimelineOptions extends PictureOptions, TimelineChoices {}

const mostIrreps = 240;
const mostRows = 40;

/**
 * Draws how the weight of a hidden layer moves between irreps: a row for each irrep in its hue over
 * the steps, the stronger the larger its share.
 *
 * @throws PictureError when the steps do not ascend, spectra differ in length, or the size leaves no room
 */
export function spectrumTimeline(
  rows: readonly SpectrumRow[],
  options: SpectrumTimelineOptions = {},
): SVGSVGElement {
  return drawPlan(timelinePlan(rows, options), options);
}

/** The shares behind a spectrum timeline: up to 40 steps, a column for each irrep. */
export function spectrumTimelineTable(
  rows: readonly SpectrumRow[],
  options: TableOptions & Pick<TimelineChoices, "names"> = {},
): HTMLTableElement {
  return tableOf(timelinePlan(rows, options), options);
}

function timelinePlan(
  rows: readonly SpectrumRow[],
  options: TimelineChoices & { language?: Language },
): Plan {
  mustBe("rows", array(record({ step: number, spectrum: numbers })), rows);
  checkOptions(options, { names: optional(array(text)), scale: spacing, stages: stagesForm });
  const { names, scale = "log", stages = [], language = "en" } = options;
  ascending(rows);
  const words = { ...languages[language], ...timelineWords[language] };
  const irreps = rows[0]?.spectrum.length ?? 0;
  for (const { step, spectrum } of rows) {
    if (spectrum.length !== irreps) {
      throw new PictureError(
        `every spectrum needs ${irreps} shares; that of step ${step} has ${spectrum.length}`,
      );
    }
  }
  const shown = scale === "log" ? rows.filter(({ step }) => drawable(step, scale)) : rows;
  const places = everyFew(irreps, mostIrreps);
  const name = (irrep: number) => names?.[irrep] ?? String(irrep);
  const last = shown.at(-1);
  let most = 0;
  for (const { spectrum } of shown) {
    for (let k = 0; k < irreps; k++) if (spectrum[k]! > most) most = spectrum[k]!;
  }
  const leading = last
    ? Array.from({ length: irreps }, (_, k) => k).sort(
        (a, b) => last.spectrum[b]! - last.spectrum[a]!,
      )
    : [];
  const every = Math.ceil(rows.length / mostRows);
  const caption = last
    ? words.caption(
        last.step,
        leading.slice(0, 3).map((irrep) => ({ name: name(irrep), share: last.spectrum[irrep]! })),
      )
    : words.nothing;
  return {
    title: words.title,
    caption: withStages(caption, stages, language),
    height: (width, { text }) =>
      text * 6.2 + Math.min(460, Math.max(140, Math.min(places.length * text * 2.2, 0.4 * width))),
    table: {
      heads: [words.step, ...Array.from({ length: irreps }, (_, irrep) => name(irrep))],
      rows: rows
        .filter((_, i) => i % every === 0 || i === rows.length - 1)
        .map(({ step, spectrum }) => [count(step), ...Array.from(spectrum, percent)]),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (!last) {
        drawNothing(pen, body, words.nothing);
        return;
      }
      drawRamp(pen, body, {
        from: words.share,
        to: percent(most),
        shade: (strength) => ({ fill: "ink", strength }),
      });
      const inner = { ...body, top: body.top + text * 1.8 };
      const steps = Float64Array.from(shown, ({ step }) => step);
      const x = stepAxis(
        [{ x: steps, y: steps }],
        scale,
        words.xAxis[scale],
        (body.right - body.left) / 105,
      );
      const y: Axis = {
        name: words.irrepAxis,
        type: "linear",
        domain: [0, 1],
        ticks: [],
        format: String,
      };
      const strip = stages.length ? stripHeight(text) : 0;
      const before = widest(places.map(name), text) + 8;
      const area = areaIn(pen, inner, { x, y }, { before, behind: 8, header: strip });
      drawAxes(pen, inner, area, { x, y });
      const columns = Math.max(1, Math.min(area.right - area.left, 240));
      const shares = sharesIn(
        shown,
        columns,
        (step) => (area.x(step) - area.left) / (area.right - area.left),
      );
      drawCells(pen, area, places.length, columns, (row, column) => {
        const place = places[row]!;
        const share = shares[column]![place]!;
        return {
          fill: place === 0 ? "muted" : { place, of: irreps },
          strength: most > 0 ? share / most : 0,
        };
      });
      labelRows(pen, area, places.map(name));
      drawStages(pen, area, stages, language);
    },
  };
}

/** The shares drawn in each pixel column: the largest of its rows, or those of the last row before it. */
function sharesIn(
  rows: readonly SpectrumRow[],
  columns: number,
  at: (step: number) => number,
): ArrayLike<number>[] {
  let row = 0;
  let present: ArrayLike<number> = rows[0]!.spectrum;
  return Array.from({ length: columns }, (_, column) => {
    let found: ArrayLike<number> | null = null;
    for (; row < rows.length && at(rows[row]!.step) * columns <= column + 1; row++) {
      const { spectrum } = rows[row]!;
      found = found ? larger(found, spectrum) : spectrum;
      present = spectrum;
    }
    return found ?? present;
  });
}

/** The larger of two shares, for each irrep. */
const larger = (one: ArrayLike<number>, other: ArrayLike<number>): Float64Array =>
  Float64Array.from(one, (share, irrep) => Math.max(share, other[irrep]!));
