import { widest } from "../frame/axes.ts";
import { type Box, fit } from "../frame/box.ts";
import { drawCells, everyFew } from "../frame/cells.ts";
import {
  callable,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { labelColumns, labelRows } from "../frame/labels.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/** A group as its Cayley table; `FiniteGroup` of @grokscape/group-datasets is one. */
export interface GroupTable {
  readonly order: number;
  readonly name: string;
  /** Row-major: `table[a * order + b]` is a·b. */
  readonly table: ArrayLike<number>;
  /** How people write an element. */
  label(a: number): string;
}

interface CayleyChoices {
  /** Products that are not shown, as indices a·order + b; none unless given. */
  readonly covered?: ArrayLike<number>;
}

export interface CayleyTableOptions extends PictureOptions, CayleyChoices {}

/**
 * Draws a group's Cayley table: a row and a column for each element, each cell in the hue of the
 * product, with its name where there is room.
 *
 * @throws PictureError for a table of the wrong length or with entries that are no elements, for a
 * covered product outside it, or when the size leaves no room
 */
export function cayleyTable(group: GroupTable, options: CayleyTableOptions = {}): SVGSVGElement {
  return drawPlan(cayleyPlan(group, options), options);
}

/** The Cayley table itself, up to 32 elements. */
export function cayleyNumbers(
  group: GroupTable,
  options: TableOptions & CayleyChoices = {},
): HTMLTableElement {
  return tableOf(cayleyPlan(group, options), options);
}

const groupForm = record({ order: whole(0), name: text, table: numbers, label: callable });

interface Words {
  readonly title: (name: string) => string;
  readonly nothing: string;
  readonly corner: string;
  readonly axis: string;
  readonly symmetric: string;
  readonly lopsided: (pairs: number, of: number) => string;
  readonly caption: (order: number) => string;
  readonly shown: (shown: number, of: number) => string;
  readonly covered: (covered: number, of: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: (name) => `The Cayley table of ${name}`,
    nothing: "a group without elements",
    corner: "a·b",
    axis: "row a, column b, in the cell a·b",
    symmetric: " It is its own mirror image along the diagonal: a·b = b·a.",
    lopsided: (pairs, of) => ` a·b differs from b·a in ${count(pairs)} of ${count(of)} pairs.`,
    caption: (order) =>
      `Each of the ${count(order)} elements occurs once in each row and in each column; its hue is its place in the list.`,
    shown: (shown, of) => ` ${count(shown)} of ${count(of)} elements are drawn, evenly spaced.`,
    covered: (covered, of) => ` ${count(covered)} of ${count(of)} products are covered.`,
  },
  "zh-cn": {
    title: (name) => `${name} 的凯莱表`,
    nothing: "没有元素的群",
    corner: "a·b",
    axis: "行 a，列 b，格中为 a·b",
    symmetric: "它沿对角线对称：a·b = b·a。",
    lopsided: (pairs, of) => `${count(of)} 对中有 ${count(pairs)} 对满足 a·b ≠ b·a。`,
    caption: (order) =>
      `${count(order)} 个元素在每行、每列各出现一次；色相表示元素在列表中的位置。`,
    shown: (shown, of) => `共 ${count(of)} 个元素，等距画出 ${count(shown)} 个。`,
    covered: (covered, of) => `${count(of)} 个乘积中遮住 ${count(covered)} 个。`,
  },
};

/** How strong hues are: where letters stand on them, ink must be read. */
const underLetters = 0.45;
const alone = 0.8;
const mostCells = 180;
const mostListed = 32;

/** @throws PictureError unless a table is order × order elements */
function checkTable({ order, table }: Pick<GroupTable, "order" | "table">): void {
  if (table.length !== order * order) {
    throw new PictureError(
      `a table of order ${order} has ${order * order} entries; got ${table.length}`,
    );
  }
  for (let i = 0; i < table.length; i++) {
    if (!(Number.isInteger(table[i]) && table[i]! >= 0 && table[i]! < order)) {
      throw new PictureError(
        `entries are elements 0 to ${order - 1}; got ${table[i]} at place ${i}`,
      );
    }
  }
}

function cayleyPlan(
  group: GroupTable,
  options: CayleyChoices & { readonly language?: Language },
): Plan {
  mustBe("group", groupForm, group);
  checkOptions(options, { covered: optional(numbers) });
  const { language = "en" } = options;
  checkTable(group);
  const say = words[language];
  const { order, table, name } = group;
  const covered = new Set(Array.from(options.covered ?? []));
  for (const index of covered) {
    if (Number.isInteger(index) && index >= 0 && index < order * order) continue;
    throw new PictureError(`covered products are 0 to ${order * order - 1}; got ${index}`);
  }
  const places = everyFew(order, mostCells);
  const label = (a: number) => {
    const name = group.label(a);
    mustBe(`label(${a})`, text, name);
    return name;
  };
  const listed = everyFew(order, mostListed);
  const before = (width: number, size: number) =>
    Math.min(width / 4, widest(places.map(label), size) + 8);
  let lopsided = 0;
  for (let a = 0; a < order; a++) {
    for (let b = 0; b < a; b++) if (table[a * order + b] !== table[b * order + a]) lopsided++;
  }
  return {
    title: say.title(name),
    caption:
      order === 0
        ? say.nothing
        : say.caption(order) +
          (lopsided ? say.lopsided(lopsided, (order * (order - 1)) / 2) : say.symmetric) +
          (places.length < order ? say.shown(places.length, order) : "") +
          (covered.size ? say.covered(covered.size, order * order) : ""),
    height: (width, { text }) =>
      Math.min(width - before(width, text), 420 + 0.25 * width) + text * 3.4,
    table: {
      heads: [say.corner, ...listed.map(label)],
      rows: listed.map((a) => [
        label(a),
        ...listed.map((b) => (covered.has(a * order + b) ? "?" : label(table[a * order + b]!))),
      ]),
      ...(listed.length < order && { note: say.shown(listed.length, order).trim() }),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      const labels = places.map(label);
      const box = fit(
        {
          ...body,
          left: body.left + before(body.right - body.left, text),
          top: body.top + text * 1.8,
          bottom: body.bottom - text * 1.6,
        },
        1,
      );
      const index = (row: number, column: number) => places[row]! * order + places[column]!;
      const shown = (row: number, column: number) => !covered.has(index(row, column));
      const size = letterSize(box, places.length, labels, text);
      const strength = size > 0 ? underLetters : alone;
      drawCells(pen, box, places.length, places.length, (row, column) =>
        shown(row, column)
          ? { fill: { place: table[index(row, column)]!, of: order }, strength }
          : { fill: "grid", strength: 0.5 },
      );
      labelRows(pen, box, labels);
      labelColumns(pen, box, labels, box.top - text * 0.8);
      const side = (box.right - box.left) / places.length;
      for (let row = 0; size > 0 && row < places.length; row++) {
        for (let column = 0; column < places.length; column++) {
          if (!shown(row, column)) continue;
          const [x, y] = [box.left + (column + 0.5) * side, box.top + (row + 0.5) * side];
          const named = { x, y, text: label(table[index(row, column)]!) };
          pen.text(named, { fill: "ink", size, anchor: "middle" });
        }
      }
      pen.text({ x: box.right, y: box.bottom + text * 1.1, text: say.axis }, { anchor: "end" });
      if (order === 0) drawNothing(pen, box, say.nothing);
    },
  };
}

/** How large letters can be in the cells of a square table; 0 where they would be too small to read. */
function letterSize(box: Box, count: number, names: readonly string[], most: number): number {
  const side = (box.right - box.left) / count;
  const size = Math.min(most, side * 0.42, ((side - 4) * 10) / widest(names, 10));
  return size >= 8.5 ? size : 0;
}
