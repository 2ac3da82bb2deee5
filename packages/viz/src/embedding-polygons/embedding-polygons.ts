import { list, mustBe, numbers, optional, PictureError, record, text } from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { placePanels, squarePanels } from "../frame/panels.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import { hundredth } from "../frame/scale.ts";
import { type Hue, hueForm } from "../palette/hue.ts";
import { drawable } from "../series/drawable.ts";
import { count, significant } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/** A plane that the symbols are embedded in, such as that of one frequency. */
export interface EmbeddingPlane {
  readonly name: string;
  /** Coordinates of each symbol, in the order in which they are joined. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly hue?: Hue;
}

const most = 24;
const mostSymbols = 2000;

/**
 * Draws embeddings as polygons: each symbol a point of a plane, joined to the next one; the first is
 * ringed. A frequency that was learned is a regular star.
 *
 * @throws PictureError for more than 24 planes or 2000 symbols, or when the size leaves no room
 */
export function embeddingPolygons(
  planes: readonly EmbeddingPlane[],
  options: PictureOptions = {},
): SVGSVGElement {
  return drawPlan(polygonsPlan(planes, options), options);
}

/** How round each polygon is, as a table. */
export function embeddingPolygonsTable(
  planes: readonly EmbeddingPlane[],
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(polygonsPlan(planes, options), options);
}

const planesForm = list(record({ name: text, x: numbers, y: numbers, hue: optional(hueForm) }));

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly plane: string;
  readonly symbols: string;
  readonly radius: string;
  readonly spread: string;
  readonly caption: (roundest: string, spread: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "Embeddings as stars",
    nothing: "no plane to show",
    plane: "plane",
    symbols: "symbols",
    radius: "mean radius",
    spread: "spread of radii",
    caption: (roundest, spread) =>
      `Each symbol is a point, joined to the next; the first is ringed. On a circle they make a regular star. The roundest is ${roundest}: its radii differ by ${significant(100 * spread)}\u202f% (standard deviation).`,
  },
  "zh-cn": {
    title: "嵌入呈星形",
    nothing: "没有可显示的平面",
    plane: "平面",
    symbols: "符号数",
    radius: "平均半径",
    spread: "半径离散度",
    caption: (roundest, spread) =>
      `每个符号是一个点，与下一个相连；第一个带圆圈。若各点在圆上，就构成正星形。最圆的是 ${roundest}：半径的标准差为 ${significant(100 * spread)}%。`,
  },
};

function polygonsPlan(planes: readonly EmbeddingPlane[], options: { language?: Language }): Plan {
  mustBe("planes", planesForm, planes);
  checkOptions(options);
  const { language = "en" } = options;
  if (planes.length > most) {
    throw new PictureError(`at most ${most} planes are drawn; got ${planes.length}`);
  }
  for (const { name, x, y } of planes) {
    if (x.length !== y.length || x.length > mostSymbols) {
      throw new PictureError(
        `a plane has an x and a y for up to ${mostSymbols} symbols; "${name}" has ${x.length} and ${y.length}`,
      );
    }
  }
  const say = words[language];
  const round = planes.map(roundness);
  const best = round.reduce(
    (best, { spread }, i) =>
      spread < (round[best]?.spread ?? Number.POSITIVE_INFINITY) ? i : best,
    0,
  );
  const room = (width: number, text: number) => ({
    least: width < 480 ? 130 : 165,
    most: 300,
    gap: 18,
    above: text * 1.7,
  });
  return {
    title: say.title,
    caption: round[best] ? say.caption(planes[best]!.name, round[best].spread) : say.nothing,
    height: (width, { text }) =>
      squarePanels(planes.length, width, room(width, text)).height || 100,
    table: {
      heads: [say.plane, say.symbols, say.radius, say.spread],
      rows: planes.map(({ name, x }, i) => [
        name,
        count(x.length),
        significant(round[i]!.radius),
        significant(round[i]!.spread),
      ]),
    },
    draw(pen, body) {
      const { text, bold } = pen.sizes;
      if (planes.length === 0) drawNothing(pen, body, say.nothing);
      const spacing = room(body.right - body.left, text);
      const panels = squarePanels(planes.length, body.right - body.left, spacing);
      placePanels(body, planes.length, panels, spacing).forEach((box, i) => {
        const { name, x, y, hue = "ink" } = planes[i]!;
        const radius = (box.right - box.left) / 2;
        const [cx, cy] = [box.left + radius, box.top + radius];
        let far = 0;
        for (let g = 0; g < x.length; g++) far = Math.max(far, distance(x[g]!, y[g]!) || 0);
        const unit = far > 0 ? (0.92 * radius) / far : 0;
        const px = Array.from(x, (value) => hundredth(cx + unit * shown(value)));
        const py = Array.from(y, (value) => hundredth(cy - unit * shown(value)));
        pen.text({ x: box.left, y: box.top - text * 0.85, text: name }, { fill: "ink" });
        pen.dot(cx, cy, unit * round[i]!.radius, { stroke: "grid", name: "circle" });
        pen.line([...px, px[0] ?? Number.NaN], [...py, py[0] ?? Number.NaN], {
          stroke: hue,
          strokeWidth: 0.9,
          opacity: 0.75,
          name: "polygon",
        });
        const dot = x.length > 200 ? 1 : Math.min(bold, radius / 30);
        pen.dots(px, py, dot, hue, "symbols");
        if (Number.isFinite(px[0]) && Number.isFinite(py[0])) {
          pen.dot(px[0]!, py[0]!, dot + 3, { stroke: "ink", strokeWidth: 1.5 });
        }
      });
    },
  };
}

/** From the middle; NaN for a symbol that cannot be drawn. */
const distance = (x: number, y: number) => Math.hypot(shown(x), shown(y));

const shown = (value: number) => (drawable(value) ? value : Number.NaN);

/** The mean distance from the middle, and the standard deviation of distances divided by it. */
function roundness({ x, y }: EmbeddingPlane): { radius: number; spread: number } {
  const radii = Array.from(x, (value, g) => distance(value, y[g]!)).filter(Number.isFinite);
  if (radii.length === 0) return { radius: 0, spread: Number.NaN };
  const radius = radii.reduce((sum, r) => sum + r, 0) / radii.length;
  const variance = radii.reduce((sum, r) => sum + (r - radius) ** 2, 0) / radii.length;
  return { radius, spread: radius > 0 ? Math.sqrt(variance) / radius : Number.NaN };
}
