import { grid } from "../frame/box.ts";
import { drawCells, everyFew } from "../frame/cells.ts";
import {
  array,
  finite,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
} from "../frame/form.ts";
import { labelColumns } from "../frame/labels.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { panelColumns } from "../frame/panels.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawRamp } from "../frame/ramp.ts";
import { count, percent } from "../text/numbers.ts";
import { wrap } from "../text/wrap.ts";
import type { Language } from "../words/words.ts";
import { spectrumWords } from "./words.ts";

/** How the weights of hidden nodes are shared between irreps at one step. */
export interface SpectrumFrame {
  readonly step: number;
  /**
   * For each node its mass in each real irrep, as the theory's `irrepMasses` gives it; place 0 is the
   * trivial one.
   */
  readonly nodes: readonly ArrayLike<number>[];
}

interface SpectrumChoices {
  /** A name for each irrep; its place unless given. */
  readonly names?: readonly string[];
}

export interface IrrepSpectrumOptions extends PictureOptions, SpectrumChoices {}

const mostFrames = 8;
const mostRows = 160;
const mostColumns = 240;

/**
 * Draws which irreps the hidden nodes hold: a row for each node, a column for each irrep in its hue,
 * the stronger the larger its share of the node's weight; a panel for each step. Rows are ordered by
 * the irrep that each node holds most of at the last step, so that a node is the same row in all.
 *
 * @throws PictureError for more than 8 frames, frames that do not match, or when the size leaves no room
 */
export function irrepSpectrum(
  frames: readonly SpectrumFrame[],
  options: IrrepSpectrumOptions = {},
): SVGSVGElement {
  return drawPlan(spectrumPlan(frames, options), options);
}

/** How many nodes hold each irrep, at each step, as a table. */
export function irrepSpectrumTable(
  frames: readonly SpectrumFrame[],
  options: TableOptions & SpectrumChoices = {},
): HTMLTableElement {
  return tableOf(spectrumPlan(frames, options), options);
}

interface Held {
  /** Where most of a node's weight is, and what share of it. */
  readonly irrep: number;
  readonly share: number;
  readonly total: number;
}

function spectrumPlan(
  frames: readonly SpectrumFrame[],
  options: SpectrumChoices & { language?: Language },
): Plan {
  checkOptions(options, { names: optional(array(text)) });
  const { names, language = "en" } = options;
  const words = spectrumWords[language];
  const irreps = check(frames);
  const last = frames.at(-1);
  const held = frames.map(({ nodes }) => nodes.map(strongest));
  const order = (held.at(-1) ?? [])
    .map((_, node) => node)
    .sort((a, b) => {
      const [one, other] = [held.at(-1)![a]!, held.at(-1)![b]!];
      return one.irrep - other.irrep || other.share - one.share;
    });
  const name = (irrep: number) => names?.[irrep] ?? String(irrep);
  const pure = held.map((nodes) => nodes.filter(({ share }) => share >= 0.5).length);
  const covered = new Set(
    held.at(-1)?.flatMap(({ irrep, share }) => (share >= 0.5 && irrep > 0 ? [irrep] : [])),
  );
  const rowsShown = everyFew(order.length, mostRows);
  const columnsShown = everyFew(irreps, mostColumns);
  const left = rowsShown.length < order.length ? words.rows(rowsShown.length, order.length) : "";
  return {
    title: words.title,
    caption: last?.nodes.length
      ? words.caption(
          frames.map(({ step }, i) => ({ step, pure: pure[i]! })),
          last.nodes.length,
          covered.size,
          irreps - 1,
        ) + left
      : words.nothing,
    height: (width, { text }) => {
      const columns = panelColumns(frames.length, width, 96, 14);
      const rows = Math.ceil(frames.length / columns) || 1;
      const tall = Math.min(420, Math.max(150, rowsShown.length * 3, width * 0.3));
      return rows * (tall + text * 4.6) + text * 1.8;
    },
    table: {
      heads: [words.irrep, ...frames.map(({ step }) => words.at(step))],
      rows: Array.from({ length: irreps }, (_, irrep) => [
        name(irrep),
        ...held.map((nodes) =>
          count(nodes.filter((node) => node.irrep === irrep && node.share >= 0.5).length),
        ),
      ]),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (!last?.nodes.length) {
        drawNothing(pen, body, words.nothing);
        return;
      }
      drawRamp(pen, body, {
        from: words.share,
        to: percent(1),
        shade: (strength) => ({ fill: "ink", strength }),
      });
      const inner = { ...body, top: body.top + text * 1.8, bottom: body.bottom - text * 1.2 };
      const columns = panelColumns(frames.length, inner.right - inner.left, 96, 14);
      const boxes = grid(inner, frames.length, columns, { x: 14, y: text * 0.6 });
      const wide = boxes[0]!.right - boxes[0]!.left;
      const titles = frames.map(({ step }, i) => wrap(words.panel(step, pure[i]!), wide, text));
      const high = Math.max(...titles.map(({ length }) => length));
      frames.forEach(({ nodes }, i) => {
        const outer = boxes[i]!;
        const box = {
          ...outer,
          top: outer.top + text * (0.5 + 1.25 * high),
          bottom: outer.bottom - text * 1.4,
        };
        titles[i]!.forEach((line, k) => {
          pen.text(
            { x: box.left, y: outer.top + text * (0.8 + 1.25 * k), text: line },
            { fill: "ink" },
          );
        });
        pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, {
          stroke: "grid",
          name: "panel",
        });
        drawCells(pen, box, rowsShown.length, columnsShown.length, (row, column) => {
          const node = order[rowsShown[row]!]!;
          const place = columnsShown[column]!;
          const { total } = held[i]![node]!;
          const strength = total > 0 ? nodes[node]![place]! / total : 0;
          return { fill: place === 0 ? "muted" : { place, of: irreps }, strength };
        });
        labelColumns(pen, box, columnsShown.map(name), box.bottom + text * 0.9);
      });
      pen.text(
        { x: body.right, y: body.bottom - text * 0.5, text: words.irrepAxis },
        { anchor: "end" },
      );
    },
  };
}

/** Refuses frames with different nodes or irreps; returns the number of irreps. */
function check(frames: readonly SpectrumFrame[]): number {
  mustBe("frames", array(record({ step: finite, nodes: array(numbers) })), frames);
  if (frames.length > mostFrames) {
    throw new PictureError(`a spectrum shows at most ${mostFrames} steps; got ${frames.length}`);
  }
  const first = frames[0]?.nodes;
  const irreps = first?.[0]?.length ?? 0;
  for (const { step, nodes } of frames) {
    if (nodes.length !== first!.length || nodes.some((masses) => masses.length !== irreps)) {
      throw new PictureError(
        `every step needs ${first!.length} nodes with ${irreps} masses each; step ${step} has others`,
      );
    }
  }
  return irreps;
}

function strongest(masses: ArrayLike<number>): Held {
  let [irrep, total] = [0, 0];
  for (let k = 0; k < masses.length; k++) {
    total += masses[k]!;
    if (masses[k]! > masses[irrep]!) irrep = k;
  }
  return { irrep, share: total > 0 ? masses[irrep]! / total : 0, total };
}
