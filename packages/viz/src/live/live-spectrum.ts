import { list, mustBe, number, numbers, record } from "../frame/form.ts";
import type { SpectrumRow } from "../spectrum-timeline/record.ts";
import { livePicture } from "./live-picture.ts";

/** A spectrum timeline that follows a run. */
export interface LiveSpectrum {
  /** Takes what was measured since, in the order of its steps. */
  readonly push: (rows: SpectrumRow | readonly SpectrumRow[]) => void;
  /** Ends it; what was drawn last stays. */
  readonly stop: () => void;
}

const most = 2048;

const rowsForm = list(record({ step: number, spectrum: numbers }));

export function liveSpectrum(
  host: Element,
  draw: (rows: readonly SpectrumRow[], width: number) => Element,
): LiveSpectrum {
  let rows: SpectrumRow[] = [];
  const picture = livePicture(host, (width) => draw(rows, width));
  return {
    push(more) {
      const next = [more].flat();
      mustBe("rows", rowsForm, next);
      for (const row of next) {
        rows.push(row);
        if (rows.length > most) rows = halved(rows);
      }
      picture.update();
    },
    stop: picture.stop,
  };
}

/** Neighbours as one, each share the larger of the two; the earliest rows, which log steps show wide, stay. */
function halved(rows: readonly SpectrumRow[]): SpectrumRow[] {
  const kept = rows.slice(0, most / 4);
  for (let i = kept.length; i < rows.length; i += 2) {
    const [one, other] = [rows[i]!, rows[i + 1]];
    kept.push(other ? { step: one.step, spectrum: larger(one.spectrum, other.spectrum) } : one);
  }
  return kept;
}

/** The larger of two shares, for each irrep. */
export const larger = (one: ArrayLike<number>, other: ArrayLike<number>): Float64Array =>
  Float64Array.from(one, (share, irrep) => Math.max(share, other[irrep]!));
