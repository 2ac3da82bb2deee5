import { isOne } from "../axes/is-one.ts";
import { linearTicks } from "../axes/linear-ticks.ts";
import { extent, numberAxis } from "../axes/number-axis.ts";
import { type FeatureState, featureStates, stateForm, stateNames } from "../energy/record.ts";
import { areaIn, drawAxes } from "../frame/axes.ts";
import { array, mustBe, number, record, text } from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import type { Style } from "../frame/pen.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { sharp } from "../frame/scale.ts";
import { drawable } from "../series/drawable.ts";
import { count, significant } from "../text/numbers.ts";
import { textWidth } from "../text/width.ts";
import type { Language } from "../words/words.ts";
import { histogramWords } from "./words.ts";

/** The energy of one hidden node at norm 1, and what the node has become. */
export interface NodeEnergy {
  readonly energy: number;
  readonly kind: FeatureState;
}

/** A level that the theory names, such as E* of a kind of irrep. */
export interface EnergyLevel {
  readonly energy: number;
  readonly name: string;
}

/** Mixed nodes are pale with an outline, so that they differ from both others without colour. */
const styles: Readonly<Record<FeatureState, Style>> = {
  generalising: { fill: "test" },
  mixed: { fill: "muted", opacity: 0.22 },
  memorising: { fill: "train" },
};

/**
 * Draws how many hidden nodes have which energy, by what they have become, with the energies of the
 * theory's maxima as dashed lines.
 *
 * @throws PictureError when the size leaves no room
 */
export function energyHistogram(
  nodes: readonly NodeEnergy[],
  levels: readonly EnergyLevel[] = [],
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(histogramPlan(nodes, levels, options), options);
}

/** The bins of an energy histogram as numbers. */
export function energyHistogramTable(
  nodes: readonly NodeEnergy[],
  levels: readonly EnergyLevel[] = [],
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(histogramPlan(nodes, levels, options), options);
}

interface Bin {
  readonly low: number;
  readonly high: number;
  readonly of: Record<FeatureState, number>;
}

function histogramPlan(
  nodes: readonly NodeEnergy[],
  named: readonly EnergyLevel[],
  options: { language?: Language },
): Plan {
  mustBe("nodes", array(record({ energy: number, kind: stateForm })), nodes);
  mustBe("levels", array(record({ energy: number, name: text })), named);
  checkOptions(options);
  const { language = "en" } = options;
  const levels = named.filter(({ energy }) => drawable(energy));
  const words = histogramWords[language];
  const known = nodes.filter(({ energy }) => drawable(energy));
  const bins = binned(known, levels);
  const states = featureStates.filter((state) => known.some(({ kind }) => kind === state));
  const key = states.map(
    (state): KeyItem => ({
      text: `${stateNames[language][state]} ${count(known.filter(({ kind }) => kind === state).length)}`,
      mark: "square",
      style: state === "mixed" ? { ...styles.mixed, stroke: "muted" } : styles[state],
    }),
  );
  const generalising = known.filter(({ kind }) => kind === "generalising");
  const near = generalising.filter(({ energy }) =>
    levels.some((level) => Math.abs(energy / level.energy - 1) <= 0.1),
  );
  return {
    title: words.title,
    caption: known.length
      ? words.caption(known.length, generalising.length, levels.length ? near.length : null) +
        (known.length < nodes.length ? words.missing(nodes.length - known.length) : "")
      : words.nothing,
    least: ({ text }) => 40 + text * 10,
    table: {
      heads: [words.energy, ...featureStates.map((state) => stateNames[language][state])],
      rows: [
        ...bins.map(({ low, high, of }) => [
          `${significant(low)} – ${significant(high)}`,
          ...featureStates.map((state) => count(of[state])),
        ]),
        ...levels.map(({ energy, name }) => [`${name}: ${significant(energy)}`, "", "", ""]),
      ],
    },
    draw(pen, body) {
      const { text, fine } = pen.sizes;
      const width = body.right - body.left;
      const keySpace = keyHeight(key, width, text);
      drawKey(pen, [body.left, body.top], width, key);
      const inner = { ...body, top: body.top + keySpace };
      const most = bins.reduce(
        (most, { of }) => Math.max(most, of.generalising + of.mixed + of.memorising),
        0,
      );
      const [first, last] = [bins[0], bins.at(-1)];
      const axes = {
        x: numberAxis(words.energy, first && last ? [first.low, last.high] : null, {
          wanted: width / 90,
        }),
        y: numberAxis(words.nodes, [0, most || 1], { smallest: 1, wanted: 4 }),
      };
      // names that would overlap are put on separate rows
      const rows = rowsFor(levels, (energy) => areaIn(pen, inner, axes).x(energy), text);
      const header = (Math.max(-1, ...rows) + 1) * text * 1.35;
      const area = areaIn(pen, inner, axes, { header });
      drawAxes(pen, inner, area, axes);
      for (const { low, high, of } of bins) {
        let from = 0;
        for (const state of featureStates) {
          if (of[state] === 0) continue;
          const [top, bottom] = [area.y(from + of[state]), area.y(from)];
          const [x, right] = [area.x(low) + 0.5, area.x(high) - 0.5];
          pen.rect(x, top, Math.max(0.5, right - x), bottom - top, {
            ...styles[state],
            ...(state === "mixed" && { stroke: "muted", strokeWidth: 0.75 }),
            name: state,
          });
          from += of[state];
        }
      }
      const foot = (i: number) => area.top - (rows[i]! + 0.5) * text * 1.35;
      pen.segments(
        levels.map(({ energy }, i) => {
          const x = sharp(area.x(energy));
          return [x, foot(i), x, area.bottom] as const;
        }),
        { stroke: "theory", strokeWidth: fine, dash: "5 3", name: "level" },
      );
      // after all lines, so that none runs through a name
      levels.forEach(({ energy, name }, i) => {
        const x = sharp(area.x(energy));
        const end = x + 6 + textWidth(name, text) > area.right;
        pen.text(
          { x: x + (end ? -6 : 6), y: foot(i), text: name },
          { fill: "theory", anchor: end ? "end" : "start", halo: true },
        );
      });
      if (known.length === 0) drawNothing(pen, area, words.nothing);
    },
  };
}

/** Bins of equal width with round borders, over all nodes and levels. */
function binned(nodes: readonly NodeEnergy[], levels: readonly EnergyLevel[]): Bin[] {
  const span = extent([...nodes, ...levels].map(({ energy }) => energy));
  if (!span || nodes.length === 0) return [];
  const low = Math.min(0, span[0]);
  const high = isOne(low, span[1])
    ? low + Math.max(1, Math.abs(low))
    : span[1] + 0.02 * (span[1] - low);
  const wanted = Math.min(48, Math.max(8, Math.round(2 * Math.sqrt(nodes.length))));
  const [zero, one] = linearTicks(0, high - low, wanted) as [number, number];
  const step = one - zero;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step) - first;
  const bins = Array.from(
    { length: count },
    (_, i): Bin => ({
      low: Number(((first + i) * step).toPrecision(12)),
      high: Number(((first + i + 1) * step).toPrecision(12)),
      of: { generalising: 0, mixed: 0, memorising: 0 },
    }),
  );
  for (const { energy, kind } of nodes) {
    const place = Math.min(count - 1, Math.max(0, Math.floor(energy / step) - first));
    bins[place]!.of[kind]++;
  }
  return bins;
}

/** The row of each level's name, so that no two names overlap. */
function rowsFor(
  levels: readonly EnergyLevel[],
  x: (energy: number) => number,
  size: number,
): number[] {
  const ends: number[] = [];
  const order = levels.map((_, i) => i).sort((a, b) => levels[a]!.energy - levels[b]!.energy);
  const rows = new Array<number>(levels.length).fill(0);
  for (const i of order) {
    const start = x(levels[i]!.energy);
    let row = ends.findIndex((end) => end + 8 < start);
    if (row < 0) row = ends.length;
    ends[row] = start + 6 + textWidth(levels[i]!.name, size);
    rows[i] = row;
  }
  return rows;
}
