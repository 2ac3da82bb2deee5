import type { Area } from "../frame/axes.ts";
import type { KeyItem } from "../frame/key.ts";
import type { Pen, Segment } from "../frame/pen.ts";
import { spread } from "../frame/spread.ts";
import { decimate } from "../series/decimate.ts";
import { hasInterval, type ReadLaw } from "./caption.ts";
import type { PhasePoint, PhaseTrial } from "./record.ts";
import type { PhaseWords } from "./words.ts";

/** How each law after the other is dashed: told apart without colour. */
const dashes = ["7 4", "2 3", "11 3 2 3"];

/** The two sides of the measured points, faintly tinted. */
export function drawSides(pen: Pen, area: Area, points: readonly PhasePoint[]): void {
  if (points.length < 2) return;
  const x = points.map((point) => area.x(point.x));
  const border = points.map(({ p }) => area.y(p));
  const edge = (y: number) => points.map(() => y);
  pen.area(x, border, edge(area.top), { fill: "test", opacity: 0.12, name: "understood" });
  pen.area(x, edge(area.bottom), border, { fill: "train", opacity: 0.12, name: "memorised" });
}

/** The names of the sides, each in the corner that the points leave free. */
export function nameSides(
  pen: Pen,
  area: Area,
  points: readonly PhasePoint[],
  words: PhaseWords,
): void {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return;
  const falling = last.p <= first.p;
  const inside = { start: area.x(first.x) + 10, end: area.x(last.x) - 10 };
  const name = (y: number, end: boolean, text: string, fill: "trainText" | "testText") =>
    pen.text(
      { x: end ? inside.end : inside.start, y, text },
      { fill, bold: true, halo: true, anchor: end ? "end" : "start" },
    );
  name(area.top + pen.sizes.text, falling, words.above, "testText");
  name(area.bottom - pen.sizes.text, !falling, words.below, "trainText");
}

/** What theories say: dashed and neutral. */
export function drawLaws(pen: Pen, area: Area, laws: readonly ReadLaw[]): void {
  laws.forEach(({ series }, i) => {
    const columns = area.right - area.left;
    const { x, y } = decimate(series, columns, (value) => area.x(value) - area.left);
    pen.line(Array.from(x, area.x), Array.from(y, area.y), {
      stroke: "theory",
      strokeWidth: pen.sizes.fine + 0.25,
      dash: dashes[i % dashes.length]!,
      name: "law",
    });
  });
}

/** What was measured, with how sure it is. */
export function drawPoints(pen: Pen, area: Area, points: readonly PhasePoint[]): void {
  const bars = points.filter(hasInterval).flatMap(({ x, low, high }): Segment[] => {
    const [middle, foot, head] = [area.x(x), area.y(low), area.y(high)];
    return [
      [middle, foot, middle, head],
      [middle - 3.5, foot, middle + 3.5, foot],
      [middle - 3.5, head, middle + 3.5, head],
    ];
  });
  pen.segments(bars, { stroke: "ink", name: "interval" });
  for (const { x, p } of points) {
    pen.dot(area.x(x), area.y(p), pen.sizes.bold, { fill: "ink", name: "point" });
  }
}

const outcomes = {
  all: { fill: "test" },
  some: { fill: "background", stroke: "test", strokeWidth: 2.5 },
  none: { stroke: "train", strokeWidth: 1.5 },
} as const;

export const trialKey = (words: PhaseWords): KeyItem[] =>
  (["all", "some", "none"] as const).map((outcome) => ({
    text: words.trials[outcome],
    mark: "dot",
    style: outcomes[outcome],
  }));

/** What was tried: full where all runs understood, open where none did. */
export function drawTrials(pen: Pen, area: Area, trials: readonly PhaseTrial[]): void {
  for (const { x, p, runs, generalised, mark } of trials) {
    const outcome = generalised === runs ? "all" : generalised === 0 ? "none" : "some";
    const [cx, cy, r] = [area.x(x), area.y(p), pen.sizes.bold + 0.5];
    const style = { ...outcomes[outcome], name: `trial ${outcome}` };
    if (mark === "square") pen.rect(cx - r, cy - r, 2 * r, 2 * r, style);
    else pen.dot(cx, cy, r, style);
  }
}

/** Names each law where it ends; names that would meet move apart. */
export function nameLaws(
  pen: Pen,
  area: Area,
  laws: readonly (ReadLaw & { readonly lines: readonly string[] })[],
): void {
  const apart = pen.sizes.text * 1.25;
  const ends = laws.flatMap(({ series, lines }) => {
    const last = series.y.findLastIndex((y) => !Number.isNaN(y));
    return last < 0 ? [] : [{ y: area.y(series.y[last]!), lines }];
  });
  const places = spread(
    ends.map(({ y }) => y),
    ends.map(({ lines }) => lines.length * apart + 4),
    [area.top, area.bottom],
  );
  ends.forEach(({ lines }, i) => {
    lines.forEach((text, k) => {
      const y = places[i]! + (k - (lines.length - 1) / 2) * apart;
      pen.text({ x: area.right + 10, y, text }, { fill: "theory" });
    });
  });
}
