import { featureWords, type NodeWeights, readNodes } from "../features/record.ts";
import { drawCells, everyFew, signed } from "../frame/cells.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { placePanels, squarePanels } from "../frame/panels.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { drawRamp } from "../frame/ramp.ts";
import { significant } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/**
 * Draws hidden nodes as patterns on the Cayley table: a(g) + b(h) at row g and column h, a panel for
 * each node, each by its own scale.
 *
 * @throws PictureError for more than 24 nodes or weights that do not match, or when the size leaves no
 * room
 */
export function featureTables(
  nodes: readonly NodeWeights[],
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(tablesPlan(nodes, options), options);
}

/** Where each node of a feature gallery answers most, as a table. */
export function featureTablesNumbers(
  nodes: readonly NodeWeights[],
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(tablesPlan(nodes, options), options);
}

const mostCells = 90;

function tablesPlan(nodes: readonly NodeWeights[], options: { language?: Language }): Plan {
  checkOptions(options);
  const { language = "en" } = options;
  const words = featureWords[language];
  const order = readNodes(nodes, "b");
  const places = everyFew(order, mostCells);
  const room = (width: number, text: number) => ({
    least: width < 480 ? 130 : 160,
    most: 320,
    gap: 16,
    above: text * 1.7,
  });
  return {
    title: words.tables,
    caption: nodes.length ? words.tablesCaption(places.length, order) : words.nothing,
    height: (width, { text }) =>
      text * 1.8 + (squarePanels(nodes.length, width, room(width, text)).height || 100),
    table: {
      heads: [words.node, words.mean, words.largest],
      rows: nodes.map(({ name, a, b }) => {
        const [g, h] = [largest(a), largest(b)];
        const mean = (values: ArrayLike<number>) =>
          Array.from(values).reduce((sum, value) => sum + value, 0) / Math.max(1, order);
        return [
          name,
          significant(mean(a) + mean(b)),
          `(${g}, ${h}): ${significant(a[g]! + b[h]!)}`,
        ];
      }),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (nodes.length === 0 || order === 0) {
        drawNothing(pen, body, words.nothing);
        return;
      }
      drawRamp(pen, body, {
        from: "−",
        to: "+",
        shade: (at) => signed(2 * at - 1, 1),
      });
      const width = body.right - body.left;
      const spacing = room(width, text);
      const inner = { ...body, top: body.top + text * 1.8 };
      const panels = squarePanels(nodes.length, width, spacing);
      placePanels(inner, nodes.length, panels, spacing).forEach((box, i) => {
        const { name, a, b } = nodes[i]!;
        const value = (g: number, h: number) => a[places[g]!]! + b[places[h]!]!;
        let most = 0;
        for (let g = 0; g < places.length; g++) {
          for (let h = 0; h < places.length; h++) most = Math.max(most, Math.abs(value(g, h)) || 0);
        }
        pen.text({ x: box.left, y: box.top - text * 0.85, text: name }, { fill: "ink" });
        drawCells(pen, box, places.length, places.length, (g, h) => signed(value(g, h), most));
        pen.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, { stroke: "grid" });
      });
    },
  };
}

function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let g = 1; g < values.length; g++) if (values[g]! > values[best]!) best = g;
  return best;
}
