import { stateColours } from "../energy/record.ts";
import { featureWords, type NodeWave, readNodes } from "../features/record.ts";
import { grid } from "../frame/box.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { panelColumns } from "../frame/panels.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { sharp } from "../frame/scale.ts";
import { decimate } from "../series/decimate.ts";
import { significant } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/**
 * Draws hidden nodes as waves: their weights a(g) for the first operand and b(g) for the second over
 * the elements of the group, a panel for each node, each by its own scale.
 *
 * @throws PictureError for more than 24 nodes or weights that do not match, or when the size leaves no
 * room
 */
export function featureWaves(
  nodes: readonly NodeWave[],
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(wavesPlan(nodes, options), options);
}

/** The weights behind feature waves: a row for each element, two columns for each node. */
export function featureWavesTable(
  nodes: readonly NodeWave[],
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(wavesPlan(nodes, options), options);
}

const gap = { x: 18, y: 8 };

function wavesPlan(nodes: readonly NodeWave[], options: { language?: Language }): Plan {
  checkOptions(options);
  const { language = "en" } = options;
  const words = featureWords[language];
  const order = readNodes(nodes, "maybe b");
  const both = nodes.some(({ b }) => b);
  const key: KeyItem[] = both
    ? [
        { text: words.first, mark: "line", style: { stroke: "ink", strokeWidth: 2 } },
        { text: words.second, mark: "line", style: { stroke: "ink", strokeWidth: 2, dash: "4 3" } },
      ]
    : [];
  const columnsIn = (width: number) => panelColumns(nodes.length, width, 145, gap.x);
  return {
    title: words.waves,
    caption: nodes.length ? words.wavesCaption(order, both) : words.nothing,
    height: (width, { text }) =>
      keyHeight(key, width, text) +
      text +
      (Math.ceil(nodes.length / columnsIn(width)) || 1) *
        (text * 1.9 + Math.min(170, 76 + 0.04 * width)),
    table: {
      heads: [
        words.element,
        ...nodes.flatMap(({ name, b }) => [`${name}, a(g)`, ...(b ? [`${name}, b(g)`] : [])]),
      ],
      rows: Array.from({ length: Math.min(order, 200) }, (_, g) => [
        String(g),
        ...nodes.flatMap(({ a, b }) => [a, ...(b ? [b] : [])].map((of) => significant(of[g]!))),
      ]),
    },
    draw(pen, body) {
      const { text, fine } = pen.sizes;
      const width = body.right - body.left;
      if (nodes.length === 0) {
        drawNothing(pen, body, words.nothing);
        return;
      }
      drawKey(pen, [body.left, body.top], width, key);
      const inner = {
        ...body,
        top: body.top + keyHeight(key, width, text),
        bottom: body.bottom - text,
      };
      const boxes = grid(inner, nodes.length, columnsIn(width), gap);
      nodes.forEach(({ name, a, b, hue, state }, i) => {
        const outer = boxes[i]!;
        const box = { ...outer, top: outer.top + text * 1.7 };
        const middle = (box.top + box.bottom) / 2;
        let most = 0;
        for (const values of b ? [a, b] : [a]) {
          for (let g = 0; g < order; g++) most = Math.max(most, Math.abs(values[g]!));
        }
        const x = (g: number) => box.left + ((box.right - box.left) * g) / Math.max(1, order - 1);
        const y = (value: number) =>
          middle - ((box.bottom - box.top) / 2) * 0.94 * (most > 0 ? value / most : 0);
        pen.text({ x: box.left, y: outer.top + text * 0.85, text: name }, { fill: "ink" });
        pen.segments([[box.left, sharp(middle), box.right, sharp(middle)]], { stroke: "grid" });
        const g = Float64Array.from({ length: order }, (_, g) => g);
        const stroke = hue ?? (state ? stateColours[state] : "ink");
        for (const [values, dash] of [
          [a, undefined],
          [b, "4 3"],
        ] as const) {
          if (!values) continue;
          const thin = decimate(
            { x: g, y: Float64Array.from(values) },
            box.right - box.left,
            (g) => x(g) - box.left,
          );
          pen.line(Array.from(thin.x, x), Array.from(thin.y, y), {
            stroke,
            strokeWidth: fine,
            ...(dash && { dash }),
            name: dash ? "second" : "first",
          });
        }
      });
      pen.text(
        { x: body.right, y: body.bottom - text * 0.2, text: words.elements(order) },
        { anchor: "end" },
      );
    },
  };
}
