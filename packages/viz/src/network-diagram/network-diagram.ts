import type { Box } from "../frame/box.ts";
import {
  array,
  mustBe,
  numbers,
  optional,
  PictureError,
  record,
  text,
  whole,
} from "../frame/form.ts";
import { drawKey, type KeyItem, keyHeight } from "../frame/key.ts";
import { drawNothing } from "../frame/nothing.ts";
import { checkOptions, type PictureOptions, type TableOptions } from "../frame/options.ts";
import type { Pen, Segment, Style } from "../frame/pen.ts";
import { drawPlan, type Plan, tableOf } from "../frame/plan.ts";
import type { Paint } from "../palette/css.ts";
import { type Hue, hueForm } from "../palette/hue.ts";
import { drawable } from "../series/drawable.ts";
import { chosenShare, significant } from "../text/numbers.ts";
import type { Language } from "../words/words.ts";
import { networkWords } from "./words.ts";

/** Some hidden nodes of a network and the symbols that they are joined to. */
export interface NetworkRecord {
  /** M, of each layer. */
  readonly symbols: number;
  readonly nodes: readonly {
    readonly name: string;
    /** The hue of the irrep that the node holds; ink unless given. */
    readonly hue?: Hue;
  }[];
  /** One for each operand. */
  readonly inputs: readonly SymbolLayer[];
  /** What the nodes add to the answers, if they are next to them. */
  readonly answers?: SymbolLayer;
  /** On a clock: how often its symbols are wound around the circles, and all layers then have places. */
  readonly frequency?: number;
}

/** The symbols of an operand, or the answers. */
export interface SymbolLayer {
  readonly name: string;
  /** Of each node: its weights to the symbols. */
  readonly weights: readonly ArrayLike<number>[];
  /** Where the symbols stand by their weights: `symbolCircles` of @grokscape/measures. */
  readonly places?: { readonly re: ArrayLike<number>; readonly im: ArrayLike<number> };
}

/**
 * Draws a network: on the left the symbols of its operands, on the right the answers, some hidden nodes
 * between them, and every weight that counts as a line. On a clock symbols stand on circles, where their
 * weights put them; else in columns. A symbol has a hue of its own.
 *
 * @throws PictureError for more than 24 nodes or 3 operands, weights or places that do not match, or when
 * the size leaves no room
 */
export function networkDiagram(record: NetworkRecord, options: PictureOptions = {}): SVGSVGElement {
  return drawPlan(networkPlan(record, options), options);
}

/** The angles at which symbols stand, or in columns the symbols that each node answers to most. */
export function networkTable(record: NetworkRecord, options: TableOptions = {}): HTMLTableElement {
  return tableOf(networkPlan(record, options), options);
}

const most = { nodes: 24, operands: 3, symbols: 512 };
/** Weights below this share of the strongest of their layer are left out. */
const least = 0.3;
/** The first symbols are named: enough to see how the thread goes on. */
const named = 4;
/** So many widths are told apart. */
const levels = 6;

const layerForm = record({
  name: text,
  weights: array(numbers),
  places: optional(record({ re: numbers, im: numbers })),
});
const networkForm = record({
  symbols: whole(0),
  nodes: array(record({ name: text, hue: optional(hueForm) })),
  inputs: array(layerForm),
  answers: optional(layerForm),
  frequency: optional(whole(1)),
});

type Point = readonly [x: number, y: number];

/** A layer with the place of each of its symbols, NaN where it has none. */
interface Placed {
  readonly layer: SymbolLayer;
  readonly box: Box;
  readonly side: "left" | "right";
  readonly at: (symbol: number) => Point;
  /** Where symbols stand on one. */
  readonly circle?: Circle;
}

interface Circle {
  readonly middle: Point;
  readonly radius: number;
}

function networkPlan(record: NetworkRecord, options: { readonly language?: Language }): Plan {
  mustBe("record", networkForm, record);
  checkOptions(options);
  check(record);
  const { language = "en" } = options;
  const words = networkWords[language];
  const { symbols, nodes, inputs, answers, frequency } = record;
  const layers = answers ? [...inputs, answers] : inputs;
  const isEmpty = nodes.length === 0 || symbols === 0 || inputs.length === 0;
  const names = inputs.map(({ name }) => name).join(words.and);
  const lines = words.lines(nodes.length, names) + (answers ? words.toAnswers : "") + words.stop;
  const key: readonly KeyItem[] = [
    { text: words.above, mark: "line", style: { stroke: "plus", strokeWidth: 2.5 } },
    { text: words.below, mark: "line", style: { stroke: "minus", strokeWidth: 2.5 } },
  ];
  const sizes = (width: number, text: number) => {
    const circle = Math.min(200, (width < 480 ? 0.37 : 0.31) * width);
    const head = text * 1.8;
    return { circle, head, height: Math.max(2, inputs.length) * (circle + head) };
  };
  return {
    title: words.title,
    caption: isEmpty ? words.nothing : lines + wound(record, language),
    longestCaption: isEmpty
      ? undefined
      : lines +
        (frequency === undefined ? "" : words.wound(88) + words.off(188, chosenShare(0.88))),
    height: (width, { text }) => keyHeight(key, width, text) + sizes(width, text).height,
    table:
      frequency === undefined
        ? {
            heads: [words.node, ...layers.map(({ name }) => words.largest(name))],
            rows: nodes.map(({ name }, node) => [
              name,
              ...layers.map(({ weights }) => largest(weights[node]!)),
            ]),
          }
        : {
            heads: [words.symbol, words.place, ...layers.map(({ name }) => words.angle(name))],
            rows: Array.from({ length: symbols }, (_, g) => [
              String(g),
              degrees((2 * Math.PI * ((frequency * g) % symbols)) / symbols),
              ...layers.map(({ places }) => degrees(Math.atan2(places!.im[g]!, places!.re[g]!))),
            ]),
          },
    draw(pen, body) {
      const { text } = pen.sizes;
      if (isEmpty) {
        drawNothing(pen, body, words.nothing);
        return;
      }
      const width = body.right - body.left;
      drawKey(pen, [body.left, body.top], width, key);
      const inner = { ...body, top: body.top + keyHeight(key, width, text) };
      const { circle, head } = sizes(width, text);
      const rows = Math.max(2, inputs.length);
      const size = Math.max(8, Math.min(circle, (inner.bottom - inner.top) / rows - head));
      const middle = (inner.top + inner.bottom) / 2;
      const placed = layers.map((layer, i): Placed => {
        const isAnswer = i === inputs.length;
        const side = isAnswer ? "right" : "left";
        const top = isAnswer
          ? middle - (size - head) / 2
          : middle + (i - inputs.length / 2) * (size + head) + head;
        const left = isAnswer ? inner.right - size : inner.left;
        const box = { left, top, right: left + size, bottom: top + size };
        const circle = frequency === undefined ? undefined : circleIn(box);
        return { layer, box, side, at: placeIn(box, layer, record), circle };
      });
      const column = inner.left + width * (answers ? 0.5 : 0.75);
      const spread = (inner.bottom - inner.top - head) / nodes.length;
      const nodeAt = (node: number): Point => [column, inner.top + head + spread * (node + 0.5)];
      const disc = Math.max(3, Math.min(8, width / 70, spread / 2.6));
      for (const one of placed) drawWeights(pen, one, nodes.length, nodeAt, disc);
      for (const one of placed) drawSymbols(pen, one, record);
      nodes.forEach(({ hue }, node) => {
        const [x, y] = nodeAt(node);
        pen.dot(x, y, disc, { fill: "background" });
        pen.dot(x, y, disc - 1, { fill: hue ?? "ink", name: "node" });
      });
      pen.text(
        { x: column, y: inner.top + head * 0.4, text: words.nodes(nodes.length) },
        { fill: "ink", anchor: "middle", halo: true },
      );
      for (const { layer, box } of placed) {
        pen.text(
          { x: (box.left + box.right) / 2, y: box.top - head * 0.6, text: layer.name },
          { fill: "ink", anchor: "middle", halo: true },
        );
      }
    },
  };
}

/** @throws PictureError for too many nodes, or lists that do not match */
function check({ symbols, nodes, inputs, answers, frequency }: NetworkRecord): void {
  for (const [what, count, limit] of [
    ["nodes", nodes.length, most.nodes],
    ["operands", inputs.length, most.operands],
    ["symbols", symbols, most.symbols],
  ] as const) {
    if (count > limit) {
      throw new PictureError(`a network is drawn with at most ${limit} ${what}; got ${count}`);
    }
  }
  for (const { name, weights, places } of answers ? [...inputs, answers] : inputs) {
    const lengths = weights.map(({ length }) => length);
    if (lengths.length !== nodes.length || lengths.some((length) => length !== symbols)) {
      throw new PictureError(
        `"${name}" needs ${symbols} weights of each of ${nodes.length} nodes; got ${seen(lengths)}`,
      );
    }
    if (frequency === undefined && !places) continue;
    const points = places ? [places.re.length, places.im.length] : [];
    if (points.length < 2 || points.some((length) => length !== symbols)) {
      throw new PictureError(`"${name}" needs a place for ${symbols} symbols; got ${seen(points)}`);
    }
  }
}

const seen = (lengths: readonly number[]) => lengths.slice(0, 4).join(", ") || "none";

/** How far out symbols may be drawn, in radii. */
const farthest = 1.08;

/** In a circle that leaves room for the names of symbols, or in a column. */
function placeIn(box: Box, { places }: SymbolLayer, { symbols, frequency }: NetworkRecord) {
  const { middle, radius } = circleIn(box);
  if (frequency === undefined || !places) {
    const high = box.bottom - box.top;
    return (g: number): Point => [middle[0], box.top + (high * (g + 0.5)) / symbols];
  }
  return (g: number): Point => {
    const [x, y] = [places.re[g]!, places.im[g]!];
    const length = Math.hypot(x, y);
    if (!drawable(length)) return [Number.NaN, Number.NaN];
    const scale = radius * Math.min(1, farthest / (length || 1));
    return [middle[0] + scale * x, middle[1] - scale * y];
  };
}

/** Leaves room for the names of symbols around it. */
const circleIn = ({ left, right, top, bottom }: Box): Circle => ({
  middle: [(left + right) / 2, (top + bottom) / 2],
  radius: Math.max(1, (right - left) / 2 - 14),
});

/**
 * A line for each weight that counts, all of one strength as one path: the faint ones first. Within a circle
 * all are faint, so that it is the symbols that are seen there.
 */
function drawWeights(
  pen: Pen,
  { layer: { weights }, side, at, circle }: Placed,
  nodes: number,
  nodeAt: (node: number) => Point,
  disc: number,
): void {
  let strongest = 0;
  for (const row of weights) {
    for (let g = 0; g < row.length; g++) {
      const size = Math.abs(row[g]!);
      if (drawable(size)) strongest = Math.max(strongest, size);
    }
  }
  const within: Record<Sign, Segment[]> = { plus: [], minus: [] };
  const beyond = new Map<string, Segment[]>();
  for (let node = 0; node < nodes; node++) {
    const [column, y] = nodeAt(node);
    const to: Point = [column + (side === "left" ? -disc : disc), y];
    const row = weights[node]!;
    for (let g = 0; g < row.length; g++) {
      const strength = strongest > 0 ? Math.abs(row[g]!) / strongest : 0;
      const from = at(g);
      if (!(strength >= least) || Number.isNaN(from[0])) continue;
      const level = Math.ceil((levels * (strength - least)) / (1 - least) - 1e-9) || 1;
      const sign: Sign = row[g]! > 0 ? "plus" : "minus";
      const edge = circle ? leaves(circle, from, to) : from;
      if (edge !== from) within[sign].push([...from, ...edge]);
      const key = `${level} ${sign}`;
      const alike = beyond.get(key) ?? [];
      alike.push([...edge, ...to]);
      beyond.set(key, alike);
    }
  }
  for (const stroke of signs) {
    const style = { stroke, strokeWidth: 0.75, opacity: 0.14, name: "weights within" };
    pen.segments(within[stroke], style);
  }
  for (let level = 1; level <= levels; level++) {
    const strength = level / levels;
    for (const stroke of signs) {
      pen.segments(beyond.get(`${level} ${stroke}`) ?? [], {
        ...{ stroke, name: "weights" },
        strokeWidth: 0.5 + strength,
        opacity: 0.1 + 0.5 * strength ** 1.5,
      });
    }
  }
}

type Sign = (typeof signs)[number];
const signs = ["minus", "plus"] as const;

/** Where a line to a point outside of a circle leaves it; the line's beginning if they do not meet. */
function leaves({ middle: [x, y], radius }: Circle, from: Point, to: Point): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [fx, fy] = [from[0] - x, from[1] - y];
  const length = dx * dx + dy * dy;
  const along = fx * dx + fy * dy;
  const root = along * along - length * (fx * fx + fy * fy - radius * radius);
  const share = (Math.sqrt(Math.max(0, root)) - along) / length;
  return root > 0 && share > 0.01 && share < 1
    ? [from[0] + share * dx, from[1] + share * dy]
    : from;
}

/** The circle, the thread from symbol to symbol, and the symbols, of which the first are named. */
function drawSymbols(
  pen: Pen,
  { box, at, circle }: Placed,
  { symbols, frequency = 1 }: NetworkRecord,
): void {
  const all = Array.from({ length: symbols }, (_, g) => at(g));
  const room = (circle ? 2 * Math.PI * circle.radius : box.bottom - box.top) / symbols;
  const dot = Math.max(1, Math.min(4.5, (box.right - box.left) / 30, room / 2.6));
  if (circle) {
    const { middle, radius } = circle;
    pen.dot(...middle, radius, { stroke: "theory", opacity: 0.7, name: "circle" });
    const thread = (points: readonly Point[], style: Style) =>
      pen.line(
        points.map(([x]) => x),
        points.map(([, y]) => y),
        { stroke: "ink", ...style },
      );
    thread([...all, all[0]!], { strokeWidth: 0.75, opacity: 0.35, name: "thread" });
    thread(all.slice(0, named), { strokeWidth: 1.5, opacity: 0.8, name: "first of the thread" });
  }
  for (const [g, [x, y]] of all.entries()) {
    if (Number.isNaN(x)) continue;
    const fill: Paint = { place: (frequency * g) % symbols, of: symbols };
    pen.dot(x, y, dot + 1, { fill: "background" });
    pen.dot(x, y, dot, { fill, name: "symbol" });
  }
  if (!circle) return;
  const { middle, radius } = circle;
  const { text: size } = pen.sizes;
  const taken: Point[] = [];
  all.slice(0, named).forEach(([x, y], g) => {
    const out = Math.hypot(x - middle[0], y - middle[1]);
    if (!(out > radius / 2)) return;
    const way = (out + dot + size * 0.65) / out;
    const place: Point = [middle[0] + way * (x - middle[0]), middle[1] + way * (y - middle[1])];
    const isFree = taken.every(([x, y]) => Math.hypot(x - place[0], y - place[1]) > size * 1.2);
    if (!isFree) return;
    taken.push(place);
    const label = { x: place[0], y: place[1], text: String(g) };
    pen.text(label, { fill: "ink", anchor: "middle", halo: true });
  });
}

/** How far from their places the symbols of a clock are, all layers together; nothing without a clock. */
function wound({ symbols, frequency, inputs, answers }: NetworkRecord, language: Language): string {
  if (frequency === undefined) return "";
  const words = networkWords[language];
  let [off, radius, count] = [0, 0, 0];
  for (const { places } of answers ? [...inputs, answers] : inputs) {
    for (let g = 0; g < symbols; g++) {
      const [x, y] = [places!.re[g]!, places!.im[g]!];
      const length = Math.hypot(x, y);
      if (!drawable(length) || length === 0) continue;
      const wanted = (2 * Math.PI * ((frequency * g) % symbols)) / symbols;
      const cosine = (x * Math.cos(wanted) + y * Math.sin(wanted)) / length;
      off += Math.acos(Math.min(1, Math.max(-1, cosine)));
      radius += length;
      count++;
    }
  }
  if (count === 0) return words.wound(frequency);
  const mean = Math.round((180 * off) / Math.PI / count);
  return (
    words.wound(frequency) + words.off(mean, chosenShare(Math.round((100 * radius) / count) / 100))
  );
}

/** "5: 0.312", the symbol of largest weight. */
function largest(weights: ArrayLike<number>): string {
  let at = -1;
  for (let g = 0; g < weights.length; g++) {
    if (drawable(weights[g]!) && !(weights[at]! >= weights[g]!)) at = g;
  }
  return at < 0 ? "–" : `${at}: ${significant(weights[at]!)}`;
}

/** From 0 to 360. */
function degrees(radians: number): string {
  if (!drawable(radians)) return "–";
  const turned = Math.round((180 * radians) / Math.PI);
  return `${((turned % 360) + 360) % 360}°`;
}
