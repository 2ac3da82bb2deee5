import { tiny } from "../axes/is-one.ts";
import { extent, numberAxis } from "../axes/number-axis.ts";
import {
  drawPeak,
  type FeatureState,
  featureStates,
  peakKey,
  stateForm,
  stateNames,
} from "../energy/record.ts";
import { areaIn, drawAxes, widest } from "../frame/axes.ts";
import { grid } from "../frame/box.ts";
import {
  array,
  between,
  finite,
  mustBe,
  numbers,
  oneOf,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { drawKey, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { sharp } from "../frame/scale.ts";
import { decimate } from "../series/decimate.ts";
import { drawable } from "../series/drawable.ts";
import { chosenShare, significant } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";
import { sliceWords } from "./words.ts";

/** The energy along a great circle of weight vectors, seen with one share of all examples. */
export interface EnergySlice {
  /** Share of all examples that the energy is made of, in (0, 1]. */
  readonly share: number;
  /** At equal angles from 0° on, the last one step before the end; in units that slices have in common. */
  readonly energy: ArrayLike<number>;
  /** Maxima along the circle: the place in `energy`, and what the weights are there. */
  readonly peaks: readonly { readonly at: number; readonly state: FeatureState }[];
}

/** Named directions on the circle, such as the maxima that it was laid through. */
export interface SliceMark {
  /** In degrees. */
  readonly angle: number;
  readonly name: string;
}

interface SliceChoices {
  readonly marks?: readonly SliceMark[];
  /** The angle at which slices end: 360 unless given, 180 where w and −w are one node. */
  readonly end?: 180 | 360;
  /** Where a node is on its way: its place in the energies of each slice. */
  readonly node?: number;
}

export interface EnergySliceOptions extends PictureOptions, SliceChoices {}

const most = 12;

const slicesForm = array(
  record({
    share: between(0, 1),
    energy: numbers,
    peaks: array(record({ at: whole(0), state: stateForm })),
  }),
);

/**
 * Draws the energy along a circle through maxima, a row for each share of the examples, most examples
 * first: how the peaks of features sink and those of memorising rise as data shrink.
 *
 * @throws PictureError for more than 12 slices, or when the size leaves no room
 */
export function energySlice(
  slices: readonly EnergySlice[],
  options: EnergySliceOptions = {},
): SVGSVGElement {
  return drawPlan(slicePlan(slices, options), options);
}

/** The maxima of an energy slice as numbers: their angles, heights and what they are. */
export function energySliceTable(
  slices: readonly EnergySlice[],
  options: TableOptions & SliceChoices = {},
): HTMLTableElement {
  return tableOf(slicePlan(slices, options), options);
}

function slicePlan(
  slices: readonly EnergySlice[],
  options: SliceChoices & { language?: Language },
): Plan {
  mustBe("slices", slicesForm, slices);
  checkOptions(options, {
    marks: optional(array(record({ angle: finite, name: text }))),
    end: optional(oneOf(180, 360)),
    node: optional(whole(0)),
  });
  const { marks = [], end = 360, node, language = "en" } = options;
  if (slices.length > most) {
    throw new PictureError(`an energy slice shows at most ${most} shares; got ${slices.length}`);
  }
  for (const { share, energy, peaks } of slices) {
    const outside = peaks.find(({ at }) => at >= energy.length);
    if (outside) {
      throw new PictureError(
        `a peak must lie at one of the ${energy.length} energies of share ${share}; got ${outside.at}`,
      );
    }
  }
  const words = sliceWords[language];
  const shown = slices
    .filter(({ energy }) => energy.length > 0)
    .sort((one, other) => other.share - one.share);
  const angle = (place: number, { energy }: EnergySlice) => (end * place) / energy.length;
  const states = featureStates.filter((state) =>
    shown.some(({ peaks }) => peaks.some((peak) => peak.state === state)),
  );
  const key = peakKey(language, states);
  const won = (state: FeatureState) =>
    shown.flatMap((slice) => (highest(slice)?.state === state ? [chosenShare(slice.share)] : []));
  return {
    title: words.title,
    caption: shown.length ? words.caption(won("generalising"), won("memorising")) : words.nothing,
    height: (width, { text }) =>
      text * 5.5 + keyHeight(key, width, text) + shown.length * Math.min(130, 44 + 0.07 * width),
    table: {
      heads: [words.share, words.angle, words.energy, words.state],
      rows: shown.flatMap((slice) =>
        slice.peaks.map(({ at, state }) => [
          chosenShare(slice.share),
          `${Math.round(angle(at, slice))}°`,
          significant(slice.energy[at]!),
          stateNames[language][state],
        ]),
      ),
    },
    draw(pen, body) {
      const { text, fine } = pen.sizes;
      const width = body.right - body.left;
      const keySpace = keyHeight(key, width, text);
      drawKey(pen, [body.left, body.top], width, key);
      const tall = width / 5;
      const named = marks.map((mark) => ({ ...mark, lines: wrap(mark.name, tall, text) }));
      const header = Math.max(0, ...named.map(({ lines }) => lines.length)) * text * 1.25;
      const inner = { ...body, top: body.top + keySpace };
      const span = extent(shown.flatMap(({ energy }) => Array.from(energy)));
      const tops = shown.map(({ energy }) => extent(Array.from(energy))?.[1] ?? 1);
      const x = numberAxis(words.angleAxis, [0, end], {
        format: (tick) => `${tick}°`,
        wanted: 4,
      });
      const ticks = { ...x, ticks: [0, 1, 2, 3, 4].map((quarter) => (quarter * end) / 4) };
      const labels = shown.map(({ share }) => chosenShare(share));
      const before = 8 + Math.max(widest(labels, text), text * 2);
      const whole = areaIn(
        pen,
        inner,
        { x: ticks, y: { ...numberAxis(words.share, null), ticks: [] } },
        { header, before, behind: text },
      );
      drawAxes(pen, inner, whole, {
        x: ticks,
        y: { ...numberAxis(words.rowAxis, null), ticks: [] },
      });
      if (!span) {
        drawNothing(pen, whole, words.nothing);
        return;
      }
      for (const { angle, lines } of named) {
        const at = sharp(whole.x(angle));
        pen.segments([[at, whole.top - 2, at, whole.bottom]], { stroke: "theory", dash: "2 3" });
        lines.forEach((line, i) => {
          const y = whole.top - 2 - (lines.length - i - 0.5) * text * 1.25;
          pen.text({ x: at, y, text: line }, { anchor: "middle", fill: "theory" });
        });
      }
      const rows = grid(whole, shown.length, 1, { x: 0, y: 0 });
      shown.forEach((slice, i) => {
        const row = rows[i]!;
        const height = row.bottom - row.top;
        const high = tops[i]! > tiny ? tops[i]! : 1;
        // each row has its own scale: the shape is the matter
        const y = (energy: number) => row.bottom - (0.86 * height * Math.max(0, energy)) / high;
        const series = closed(slice, end);
        const thin = decimate(series, width, (angle) => whole.x(angle) - whole.left);
        const [px, py] = [Array.from(thin.x, whole.x), Array.from(thin.y, y)];
        pen.area(
          px,
          px.map(() => row.bottom),
          py,
          { fill: "ink", opacity: 0.1, name: "energy" },
        );
        pen.line(px, py, { stroke: "ink", strokeWidth: fine, name: "energy line" });
        pen.segments([[whole.left, sharp(row.bottom), whole.right, sharp(row.bottom)]], {
          stroke: "grid",
        });
        pen.text(
          { x: whole.left - 8, y: row.bottom - height * 0.25, text: labels[i]! },
          { anchor: "end" },
        );
        const level = node === undefined ? Number.NaN : (slice.energy[node] ?? Number.NaN);
        if (node !== undefined && drawable(level)) {
          const r = 2 * pen.sizes.bold;
          const [cx, cy] = [whole.x(angle(node, slice)), y(level) - r];
          pen.dot(cx, cy, r + 2, { fill: "background" });
          pen.dot(cx, cy, r, { fill: "ink", name: "node" });
        }
        for (const { at, state } of slice.peaks) {
          if (!drawable(slice.energy[at]!)) continue;
          drawPeak(
            pen,
            whole.x(angle(at, slice)),
            y(slice.energy[at]!),
            state,
            pen.sizes.bold + 0.5,
          );
        }
      });
    },
  };
}

function highest({ energy, peaks }: EnergySlice): EnergySlice["peaks"][number] | null {
  let best: EnergySlice["peaks"][number] | null = null;
  for (const peak of peaks) {
    if (drawable(energy[peak.at]!) && !(best && energy[peak.at]! <= energy[best.at]!)) best = peak;
  }
  return best;
}

/** A slice's energies over its angles, all around. */
function closed({ energy }: EnergySlice, end: number): { x: Float64Array; y: Float64Array } {
  const count = energy.length;
  return {
    x: Float64Array.from({ length: count + 1 }, (_, i) => (end * i) / count),
    y: Float64Array.from({ length: count + 1 }, (_, i) =>
      drawable(energy[i % count]!) ? energy[i % count]! : Number.NaN,
    ),
  };
}
