import { fit } from "../frame/box.ts";
import { drawCells, everyFew, signed } from "../frame/cells.ts";
import {
  list,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawRamp } from "../frame/ramp.ts";
import { sharp } from "../frame/scale.ts";
import { count, percent, significant } from "../text/numbers.ts";
import { textWidth } from "../text/width.ts";
import type { Language } from "../words/words.ts";

/** How alike hidden nodes are, and what they do to each other. */
export interface RepulsionRecord {
  /** Number of nodes. */
  readonly size: number;
  /** size × size, row-major: f̃_j·f̃_l, at any scale that is the same for all. */
  readonly similarity: ArrayLike<number>;
  /** size × size: b_jl of B = (F̃ᵀF̃ + ηI)⁻¹, likewise. */
  readonly interaction: ArrayLike<number>;
  /**
   * Nodes that belong together, such as those of one irrep: where each block ends and its name. Nodes
   * are drawn in their order.
   */
  readonly blocks?: readonly { readonly end: number; readonly name: string }[];
}

const mostCells = 200;

/**
 * Draws what nodes do to each other: above the diagonal how alike two nodes are, mirrored below it
 * whether they push each other apart. Where theory holds, the two halves have opposite colours.
 *
 * @throws PictureError for matrices of the wrong length, or when the size leaves no room
 */
export function repulsionMatrix(
  record: RepulsionRecord,
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(repulsionPlan(record, options), options);
}

/** The strongest pairs of a repulsion matrix as numbers, up to 40. */
export function repulsionTable(
  record: RepulsionRecord,
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(repulsionPlan(record, options), options);
}

const matricesForm = record({
  size: whole(0),
  similarity: numbers,
  interaction: numbers,
  blocks: optional(list(record({ end: whole(0), name: text }))),
});

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly pair: string;
  readonly similarity: string;
  readonly interaction: string;
  readonly similar: readonly [string, string];
  /** Of how many pairs, and of the tenth that is most alike or opposite, the signs are opposed. */
  readonly caption: (pairs: number, opposed: number, clear: number) => string;
  readonly listed: (shown: number, of: number) => string;
  readonly shown: (shown: number, of: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Nodes that look alike push each other apart",
    nothing: "no nodes to show",
    pair: "nodes",
    similarity: "similarity f̃·f̃",
    interaction: "interaction b",
    similar: ["opposite, pushing", "alike, pulling"],
    caption: (pairs, opposed, clear) =>
      `Above the diagonal: how alike the features of two nodes are. Below it, mirrored: whether one pulls the other towards itself or pushes it away. The two have opposite signs in ${percent(clear)} of the tenth of pairs with the strongest likeness, and in ${percent(opposed)} of all ${count(pairs)}.`,
    listed: (shown, of) => `The ${count(shown)} strongest of ${count(of)} pairs.`,
    shown: (shown, of) => ` ${count(shown)} of ${count(of)} nodes are drawn.`,
  },
  "zh-cn": {
    title: "相似的节点相互排斥",
    nothing: "没有可显示的节点",
    pair: "节点对",
    similarity: "相似度 f̃·f̃",
    interaction: "相互作用 b",
    similar: ["相反、排斥", "相似、吸引"],
    caption: (pairs, opposed, clear) =>
      `对角线上方：两个节点的特征有多相似；下方对称位置：一个节点把另一个拉近还是推开。相似度最强的十分之一中有 ${percent(clear)} 符号相反，全部 ${count(pairs)} 对中有 ${percent(opposed)}。`,
    listed: (shown, of) => `共 ${count(of)} 对，列出最强的 ${count(shown)} 对。`,
    shown: (shown, of) => `共 ${count(of)} 个节点，画出 ${count(shown)} 个。`,
  },
};

const mostListed = 40;

function repulsionPlan(matrices: RepulsionRecord, options: { language?: Language }): Plan {
  mustBe("record", matricesForm, matrices);
  checkOptions(options);
  const { size, similarity, interaction, blocks = [] } = matrices;
  const { language = "en" } = options;
  if (similarity.length !== size * size || interaction.length !== size * size) {
    throw new PictureError(
      `${size} nodes need ${size * size} values in each matrix; got ${similarity.length} and ${interaction.length}`,
    );
  }
  const say = words[language];
  const places = everyFew(size, mostCells);
  let [opposed, pairs] = [0, 0];
  const strongest: { j: number; l: number; alike: number; push: number }[] = [];
  for (let j = 0; j < size; j++) {
    for (let l = j + 1; l < size; l++) {
      const [alike, push] = [similarity[j * size + l]!, interaction[j * size + l]!];
      pairs++;
      if (alike * push < 0) opposed++;
      strongest.push({ j, l, alike, push });
      if (strongest.length > 4 * mostListed) keep(strongest);
    }
  }
  keep(strongest);
  const border = quantile(similarity, size, 0.9);
  let [strong, opposedStrong] = [0, 0];
  for (let j = 0; j < size; j++) {
    for (let l = j + 1; l < size; l++) {
      const alike = similarity[j * size + l]!;
      if (Math.abs(alike) < border) continue;
      strong++;
      if (alike * interaction[j * size + l]! < 0) opposedStrong++;
    }
  }
  const clear = strong ? opposedStrong / strong : 0;
  const [mostAlike, mostPush] = [similarity, interaction].map((matrix) =>
    quantile(matrix, size, 0.98),
  );
  return {
    title: say.title,
    caption: pairs
      ? say.caption(pairs, opposed / pairs, clear) +
        (places.length < size ? say.shown(places.length, size) : "")
      : say.nothing,
    height: (width, { text }) =>
      Math.min(width, 400 + 0.25 * width) + text * (blocks.length ? 3.4 : 2),
    table: {
      heads: [say.pair, say.similarity, say.interaction],
      rows: strongest.map(({ j, l, alike, push }) => [
        `${j}, ${l}`,
        significant(alike),
        significant(push),
      ]),
      note: say.listed(strongest.length, pairs),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (pairs === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      drawRamp(pen, body, {
        from: say.similar[0],
        to: say.similar[1],
        shade: (at) => signed(2 * at - 1, 1),
      });
      const box = fit({ ...body, top: body.top + text * (blocks.length ? 3.4 : 2) }, 1);
      // one pair alone must not pale the rest: shades are full from all but 2 % of values on
      drawCells(pen, box, places.length, places.length, (row, column) => {
        const at = places[row]! * size + places[column]!;
        if (row === column) return { fill: "muted", strength: 0.3 };
        return row < column
          ? signed(similarity[at]!, mostAlike!)
          : signed(interaction[at]!, mostPush!);
      });
      pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, { stroke: "grid" });
      const place = (node: number) => sharp(box.left + ((box.right - box.left) * node) / size);
      const down = (node: number) => sharp(box.top + ((box.bottom - box.top) * node) / size);
      blocks.forEach(({ end, name }, i) => {
        const start = blocks[i - 1]?.end ?? 0;
        if (end < size) {
          pen.segments(
            [
              [place(end), box.top, place(end), box.bottom],
              [box.left, down(end), box.right, down(end)],
            ],
            { stroke: "muted", opacity: 0.5, name: "block" },
          );
        }
        if (textWidth(name, text) + 4 > place(end) - place(start)) return;
        pen.text(
          { x: (place(start) + place(end)) / 2, y: box.top - text * 0.8, text: name },
          { anchor: "middle" },
        );
      });
    },
  };
}

/** What so large a share of a matrix's values off the diagonal stays below, whatever their signs. */
function quantile(matrix: ArrayLike<number>, size: number, share: number): number {
  const places = everyFew(size, mostCells);
  const values = places
    .flatMap((j) => places.flatMap((l) => (j === l ? [] : [Math.abs(matrix[j * size + l]!)])))
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  return values[Math.floor(share * (values.length - 1))] ?? 0;
}

/** The strongest pairs, strongest first. */
function keep(pairs: { alike: number }[]): void {
  pairs.sort((one, other) => Math.abs(other.alike) - Math.abs(one.alike));
  pairs.length = Math.min(pairs.length, mostListed);
}
