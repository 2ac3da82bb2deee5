import { documentOf } from "../frame/picture.ts";
import { table } from "../table/table.ts";
import { loss, percent } from "../text/numbers.ts";
import { captionOf, hasInterval } from "./caption.ts";
import type { PhaseDiagramOptions } from "./phase-diagram.ts";
import { lawAt, readLaw, readPoints } from "./read.ts";
import type { PhaseLaw, PhasePoint } from "./record.ts";
import { phaseWords } from "./words.ts";

export type PhaseTableOptions = Omit<PhaseDiagramOptions, "width" | "height" | "theme">;

/**
 * The numbers behind a phase diagram as an HTML table: each point with its interval, and what
 * each law says there.
 *
 * @throws RangeError as `phaseDiagram` does
 */
export function phaseTable(
  points: readonly PhasePoint[],
  laws: readonly PhaseLaw[] = [],
  options: PhaseTableOptions = {},
): HTMLTableElement {
  const { parameter = "M", scale = "log", confidence = 0.95, language = "en" } = options;
  const words = phaseWords[language];
  const shown = readPoints(points, scale);
  const read = laws.map((law) => ({ name: law.name, series: readLaw(law, scale) }));
  const share = (p: number) => (Number.isNaN(p) ? "–" : percent(p));
  return table(
    documentOf(options),
    `${options.title ?? words.title}${language === "en" ? ". " : "。"}${captionOf(shown, read, words, confidence, points.length)}`,
    [
      words.xAxis[parameter],
      words.measured,
      words.interval(confidence),
      ...read.map(({ name }) => name),
    ],
    shown.map((point) => [
      parameter === "lr" ? loss(point.x) : String(point.x),
      share(point.p),
      hasInterval(point) ? `${share(point.low)} – ${share(point.high)}` : "–",
      ...read.map(({ series }) => share(lawAt(series, point.x))),
    ]),
  );
}
