import { contours } from "d3-contour";
import { extent } from "../axes/number-axis.ts";
import {
  drawPeak,
  type FeatureState,
  featureStates,
  peakKey,
  stateForm,
  stateNames,
} from "../energy/record.ts";
import type { Box } from "../frame/box.ts";
import {
  between,
  flag,
  list,
  mustBe,
  number,
  numbers,
  optional,
  PictureError,
  record,
  whole,
} from "../frame/form.ts";
import { drawKey, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { placePanels, squarePanels } from "../frame/panels.ts";
import type { Pen } from "../frame/pen.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { hundredth } from "../frame/scale.ts";
import { drawable } from "../series/drawable.ts";
import { chosenShare, significant } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";
import { landscapeWords } from "./words.ts";

/** The energy over a two-dimensional slice of weight vectors, seen with one share of all examples. */
export interface EnergySurface {
  /** Share of all examples that the energy is made of, in (0, 1]. */
  readonly share: number;
  /** Points along each side. */
  readonly size: number;
  /** size × size, row-major, first row on top; of a disc only what lies in it is read. */
  readonly energy: ArrayLike<number>;
  /** Whether the slice is the largest disc in the square, such as a projected half sphere. */
  readonly disc?: boolean;
  /** Maxima: where (0 to 1 from the left and from the top), and what the weights are there. */
  readonly peaks: readonly {
    readonly x: number;
    readonly y: number;
    readonly state: FeatureState;
    readonly energy: number;
  }[];
}

const most = 12;
const mostPoints = 512;
const levels = 9;
/** Finer than a panel's contours can be seen. */
const mostTraced = 128;

/**
 * Draws the energy over a slice of weight space from above, the higher the stronger, a panel for each
 * share of the examples: how the landscape deforms as data shrink. Each panel has its own scale.
 *
 * @throws PictureError for more than 12 surfaces or 512 × 512 points, an energy of another length, or
 * when the size leaves no room
 */
export function energyLandscape(
  surfaces: readonly EnergySurface[],
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(landscapePlan(surfaces, options), options);
}

/** The maxima of an energy landscape as numbers. */
export function energyLandscapeTable(
  surfaces: readonly EnergySurface[],
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(landscapePlan(surfaces, options), options);
}

function landscapePlan(surfaces: readonly EnergySurface[], options: { language?: Language }): Plan {
  checkOptions(options);
  const { language = "en" } = options;
  check(surfaces);
  const words = landscapeWords[language];
  const shown = [...surfaces].sort((one, other) => other.share - one.share);
  const states = featureStates.filter((state) =>
    shown.some(({ peaks }) => peaks.some((peak) => peak.state === state)),
  );
  const key = peakKey(language, states);
  const lost = shown.find(
    ({ peaks }) => peaks.length > 0 && peaks.every(({ state }) => state !== "generalising"),
  );
  const room = (width: number, text: number) => ({
    least: width < 480 ? 130 : 190,
    most: 420,
    gap: 18,
    above: text * 1.7,
  });
  return {
    title: words.title,
    caption: shown.length ? words.caption(lost?.share ?? null) : words.nothing,
    height: (width, { text }) =>
      keyHeight(key, width, text) +
      (squarePanels(shown.length, width, room(width, text)).height || 120),
    table: {
      heads: [words.share, words.place, words.energy, words.state],
      rows: shown.flatMap(({ share, peaks }) =>
        peaks.map(({ x, y, state, energy }) => [
          chosenShare(share),
          `${Math.round(100 * x)}, ${Math.round(100 * y)}`,
          significant(energy),
          stateNames[language][state],
        ]),
      ),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      const width = body.right - body.left;
      drawKey(pen, [body.left, body.top], width, key);
      if (shown.length === 0) drawNothing(pen, body, words.nothing);
      const spacing = room(width, text);
      const inner = { ...body, top: body.top + keyHeight(key, width, text) };
      const panels = squarePanels(shown.length, width, spacing);
      placePanels(inner, shown.length, panels, spacing).forEach((box, i) => {
        const surface = shown[i]!;
        const title = `${words.short} ${chosenShare(surface.share)}`;
        pen.text({ x: box.left, y: box.top - text * 0.8, text: title }, { fill: "ink" });
        drawSurface(pen, box, surface);
        for (const { x, y, state } of surface.peaks) {
          const [px, py] = [
            box.left + x * (box.right - box.left),
            box.top + y * (box.bottom - box.top),
          ];
          drawPeak(pen, hundredth(px), hundredth(py), state, pen.sizes.bold + 0.5);
        }
      });
    },
  };
}

const surfacesForm = list(
  record({
    share: between(0, 1),
    size: whole(2, mostPoints),
    energy: numbers,
    disc: optional(flag),
    peaks: list(record({ x: between(0, 1), y: between(0, 1), state: stateForm, energy: number })),
  }),
);

function check(surfaces: readonly EnergySurface[]): void {
  mustBe("surfaces", surfacesForm, surfaces);
  if (surfaces.length > most) {
    throw new PictureError(`a landscape shows at most ${most} shares; got ${surfaces.length}`);
  }
  for (const { size, energy } of surfaces) {
    if (energy.length !== size * size) {
      throw new PictureError(`energy needs ${size} × ${size} values; got ${energy.length}`);
    }
  }
}

/** Filled contours: each level lays one more veil over what is higher. */
function drawSurface(pen: Pen, box: Box, surface: EnergySurface): void {
  const { size, energy, disc = false } = coarser(surface);
  const half = size / 2;
  const values = Array.from(energy, (value, i) => {
    if (!disc) return value;
    // outside the disc the rim goes on, so that contours end there and nowhere else
    const [x, y] = [(i % size) + 0.5 - half, Math.floor(i / size) + 0.5 - half];
    const shrink = Math.min(1, (half - 1) / Math.hypot(x, y));
    const column = Math.min(size - 1, Math.floor(half + x * shrink));
    return energy[Math.min(size - 1, Math.floor(half + y * shrink)) * size + column]!;
  });
  const span = extent(values);
  if (!span) return;
  const [low, high] = span;
  const unit = (box.right - box.left) / size;
  const at = ([x, y]: readonly number[]) => {
    const [dx, dy] = [x! - half, y! - half];
    const within = disc ? Math.min(1, half / Math.hypot(dx, dy)) : 1;
    return `${tenth(box.left + (half + dx * within) * unit)},${tenth(box.top + (half + dy * within) * unit)}`;
  };
  const known = values.map((value) => (drawable(value) ? value : low));
  const generator = contours().size([size, size]);
  const frame = disc
    ? circle((box.left + box.right) / 2, (box.top + box.bottom) / 2, half * unit)
    : `M${box.left},${box.top}H${box.right}V${box.bottom}H${box.left}Z`;
  pen.path(frame, { fill: "ink", opacity: 0.05, name: "slice" });
  for (let level = 1; level < levels; level++) {
    const d = generator
      .contour(known, low + ((high - low) * level) / levels)
      .coordinates.flatMap((polygon) => polygon.map((ring) => `M${ring.map(at).join("L")}Z`))
      .join("");
    pen.path(d, {
      fill: "ink",
      opacity: 0.1,
      stroke: "background",
      strokeWidth: 0.6,
      name: "level",
    });
  }
  pen.path(frame, { stroke: "muted", strokeWidth: 0.75 });
}

/** A surface of at most 128 points a side, each the mean of those it stands for. */
function coarser(surface: EnergySurface): EnergySurface {
  const { size, energy } = surface;
  const every = Math.ceil(size / mostTraced);
  if (every === 1) return surface;
  const fewer = Math.floor(size / every);
  const means = Float64Array.from({ length: fewer * fewer }, (_, i) => {
    const [row, column] = [Math.floor(i / fewer) * every, (i % fewer) * every];
    let [sum, count] = [0, 0];
    for (let dy = 0; dy < every; dy++) {
      for (let dx = 0; dx < every; dx++) {
        const value = energy[(row + dy) * size + column + dx]!;
        if (!drawable(value)) continue;
        sum += value;
        count++;
      }
    }
    return count ? sum / count : Number.NaN;
  });
  return { ...surface, size: fewer, energy: means };
}

/** Contours have many points: a tenth of a px is as smooth. */
const tenth = (coordinate: number) => Math.round(coordinate * 10) / 10;

const circle = (x: number, y: number, r: number) =>
  `M${x - r},${y}A${r},${r},0,1,1,${x + r},${y}A${r},${r},0,1,1,${x - r},${y}Z`;
