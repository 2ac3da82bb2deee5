import type { Series } from "../series/decimate.ts";
import { lawAt } from "./read.ts";
import type { Confidence, PhasePoint } from "./record.ts";
import type { PhaseWords } from "./words.ts";

export interface ReadLaw {
  readonly name: string;
  readonly series: Series;
}

export const hasInterval = ({ low, high }: PhasePoint) => low >= 0 && high >= low;

/** What a reader should see: the two sides, and the law that most intervals hold. */
export function captionOf(
  points: readonly PhasePoint[],
  laws: readonly ReadLaw[],
  words: PhaseWords,
  confidence: Confidence,
  of: number,
): string {
  if (of === 0) return words.nothing;
  const known = points.filter(hasInterval);
  const scores = laws.map(({ name, series }) => {
    const met = known.flatMap(({ x, low, high }) => {
      const said = lawAt(series, x);
      return Number.isNaN(said) ? [] : [said >= low && said <= high];
    });
    return { name, held: met.filter(Boolean).length, of: met.length };
  });
  const [best] = scores
    .filter((score) => score.of > 0)
    .sort((a, b) => b.held / b.of - a.held / a.of);
  return [
    points.length ? words.points(points.length, known.length, confidence) : words.nothing,
    best ? words.law(best.name, best.held, best.of) : "",
    points.length < of ? words.missing(of - points.length, of) : "",
  ].join("");
}
