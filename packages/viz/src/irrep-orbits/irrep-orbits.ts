import { array, list, mustBe, numbers, PictureError, record, text, whole } from "../frame/form.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import { placePanels, squarePanels } from "../frame/panels.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import type { Paint } from "../palette/css.ts";
import { drawable } from "../series/drawable.ts";
import { count } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";

/** A group's elements as points of the plane, once for each of some irreps. */
export interface OrbitsRecord {
  readonly identity: number;
  /** Of each element the one that lines lead to; every element is led to once. */
  readonly next: ArrayLike<number>;
  /** `IrrepOrbit` of @grokscape/group-datasets with a name, for each irrep. */
  readonly irreps: readonly {
    readonly name: string;
    readonly re: ArrayLike<number>;
    readonly im: ArrayLike<number>;
  }[];
}

/**
 * Draws a group's elements as points, a panel for each irrep, joined by lines from each element to its
 * next; the elements that one comes to along the lines have a hue of their own, that of their middle in
 * a Cayley table of the same order. Panels have a scale each.
 *
 * @throws PictureError for more than 24 irreps, points that do not match the elements, or lines that do
 * not return, or when the size leaves no room
 */
export function irrepOrbits(record: OrbitsRecord, options: PictureOptions = {}): SVGSVGElement {
  return drawPlan(orbitsPlan(record, options), options);
}

/** How many places each irrep tells apart, and by how much a line turns, as a table. */
export function irrepOrbitsTable(
  record: OrbitsRecord,
  options: TableOptions = {},
): HTMLTableElement {
  return tableOf(orbitsPlan(record, options), options);
}

const orbitsForm = record({
  identity: whole(0),
  next: list(whole(0)),
  irreps: array(record({ name: text, re: numbers, im: numbers })),
});

interface Words {
  readonly title: string;
  readonly nothing: string;
  readonly irrep: string;
  readonly places: string;
  readonly turn: string;
  readonly caption: (elements: number) => string;
  readonly cosets: (cosets: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: "What the irreps make of the elements",
    nothing: "no irreps to show",
    irrep: "irrep",
    places: "different points",
    turn: "a line turns by",
    caption: (elements) =>
      `A point for each of the ${count(elements)} elements g: where the irrep’s matrix of g moves one vector, seen on a plane. Lines lead from g to x·g for one element x and turn the plane; the ring is the identity.`,
    cosets: (cosets) => ` A colour for each of the ${count(cosets)} cosets of the powers of x.`,
  },
  "zh-cn": {
    title: "各不可约表示眼中的元素",
    nothing: "没有可显示的不可约表示",
    irrep: "不可约表示",
    places: "不同的点",
    turn: "一条线转过",
    caption: (elements) =>
      `${count(elements)} 个元素各是一个点：元素 g 的矩阵把同一个向量移到哪里，投影到平面上来看。取定一个元素 x，线由 g 连到 x·g，恰是平面的一次转动；圆圈是单位元。`,
    cosets: (cosets) => `x 的各次幂有 ${count(cosets)} 个陪集，一种颜色一个。`,
  },
};

const most = 24;

function orbitsPlan(record: OrbitsRecord, options: { readonly language?: Language }): Plan {
  mustBe("record", orbitsForm, record);
  checkOptions(options);
  const { language = "en" } = options;
  const say = words[language];
  const { identity, next, irreps } = record;
  const order = next.length;
  check(record);
  const rounds = roundsOf(next);
  const room = (width: number, text: number) => ({
    least: width < 480 ? 90 : 116,
    most: 220,
    gap: 20,
    above: text * 1.7,
  });
  return {
    title: say.title,
    caption: irreps.length
      ? say.caption(order) + (rounds.length > 1 ? say.cosets(rounds.length) : "")
      : say.nothing,
    height: (width, { text }) =>
      squarePanels(irreps.length, width, room(width, text)).height || 100,
    table: {
      heads: [say.irrep, say.places, say.turn],
      rows: irreps.map(({ name, re, im }) => {
        const to = next[identity];
        const turn =
          to === undefined
            ? Number.NaN
            : Math.atan2(im[to]!, re[to]!) - Math.atan2(im[identity]!, re[identity]!);
        const places = Array.from(
          re,
          (x, g) => `${Math.round(1e6 * x)} ${Math.round(1e6 * im[g]!)}`,
        );
        return [name, count(new Set(places).size), degrees(turn)];
      }),
    },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (irreps.length === 0 || order === 0) {
        drawNothing(pen, body, say.nothing);
        return;
      }
      const width = body.right - body.left;
      const spacing = room(width, text);
      const panels = squarePanels(irreps.length, width, spacing);
      placePanels(body, irreps.length, panels, spacing).forEach((box, i) => {
        const { name, re, im } = irreps[i]!;
        const lengths = Array.from(re, (x, g) => Math.hypot(x, im[g]!));
        const isShown = (g: number) => drawable(lengths[g]!);
        const radius = lengths.reduce(
          (most, length, g) => Math.max(most, isShown(g) ? length : 0),
          0,
        );
        const dot = Math.max(3, Math.min(6, (box.right - box.left) / 26));
        const scale = (box.right - box.left - 2 * dot - 4) / 2 / (radius || 1);
        const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
        const x = (g: number) => (isShown(g) ? middle[0] + scale * re[g]! : Number.NaN);
        const y = (g: number) => middle[1] - scale * im[g]!;
        pen.text({ x: box.left, y: box.top - text * 0.85, text: name }, { fill: "ink" });
        pen.dot(...middle, scale * radius, { stroke: "grid" });
        for (const round of rounds) {
          const stroke = hueOf(round, order);
          const closed = [...round, round[0]!];
          pen.line(closed.map(x), closed.map(y), {
            stroke,
            strokeWidth: 1,
            opacity: 0.55,
            name: "line",
          });
        }
        for (const round of rounds) {
          const alone = (of: (g: number) => number) => round.flatMap((g) => [of(g), Number.NaN]);
          const style = { stroke: hueOf(round, order), strokeWidth: dot, name: "elements" };
          pen.line(alone(x), alone(y), style);
        }
        if (!isShown(identity)) return;
        const ring = { stroke: "ink", strokeWidth: 1.5, name: "identity" } as const;
        pen.dot(x(identity), y(identity), dot, ring);
      });
    },
  };
}

/** @throws PictureError unless every list is of the same elements, and lines return */
function check({ identity, next, irreps }: OrbitsRecord): void {
  const order = next.length;
  if (irreps.length > most) {
    throw new PictureError(`a picture shows at most ${most} irreps; got ${irreps.length}`);
  }
  for (const { name, re, im } of irreps) {
    if (re.length !== order || im.length !== order) {
      throw new PictureError(
        `${order} elements need as many points; "${name}" has ${re.length} and ${im.length}`,
      );
    }
  }
  if (new Set(Array.from(next)).size < order || Array.from(next).some((to) => to >= order)) {
    throw new PictureError(
      `next must lead to each of ${order} elements once; got ${[...Array.from(next)]}`,
    );
  }
  if (order > 0 && identity >= order) {
    throw new PictureError(`identity is one of 0 to ${order - 1}; got ${identity}`);
  }
}

/** The elements that one comes to along the lines, round by round. */
function roundsOf(next: ArrayLike<number>): number[][] {
  const seen = new Set<number>();
  const rounds: number[][] = [];
  for (let start = 0; start < next.length; start++) {
    if (seen.has(start)) continue;
    const round: number[] = [];
    for (let g = start; !seen.has(g); g = next[g]!) {
      seen.add(g);
      round.push(g);
    }
    rounds.push(round);
  }
  return rounds;
}

const hueOf = (round: readonly number[], order: number): Paint => ({
  place: round.reduce((sum, g) => sum + g, 0) / round.length,
  of: order,
});

/** An angle in degrees from 0 to 360, to one place. */
function degrees(radians: number): string {
  if (!drawable(radians)) return "–";
  const turned = Math.round((radians * 1800) / Math.PI) / 10;
  return `${Number((((turned % 360) + 360) % 360).toFixed(1))}°`;
}
