/** Where two peaks are, and the energy on the way from one to the other: what a page draws. */
export interface Ridge {
  readonly memorising: Summit;
  readonly generalising: Summit;
  /** Energy at evenly spaced places, see `placeAt`. */
  readonly energies: readonly number[];
}

interface Summit {
  readonly energy: number;
  /** Whether it is a peak; else it is only where one has been. */
  readonly peak: boolean;
}

/** How far the way goes beyond both peaks, in units of their distance, and in how many strides. */
const beyond = 0.5;
export const strides = 120;

/** Place on the way: 0 at the memorising peak, 1 at the generalising one. */
export const placeAt = (i: number): number => -beyond + ((1 + 2 * beyond) * i) / strides;

/** The picture's size, and the energy at its top, in its own units. */
const [width, top, floor] = [480, 6.5, 270];
const x = (at: number) => width * (0.25 + 0.5 * at);
const y = (energy: number) => floor * (1 - energy / top);

/** Where a place of the way is in the picture. */
export const translation = (at: number, energy: number): string =>
  `translate(${x(at).toFixed(1)} ${y(energy).toFixed(1)})`;

/** The ridge as a line, and the ground beneath it. */
export function outline({ energies }: Ridge): { readonly line: string; readonly ground: string } {
  const line = energies
    .map((energy, i) => `${x(placeAt(i)).toFixed(1)},${y(energy).toFixed(1)}`)
    .join(" ");
  return { line, ground: `0,${floor} ${line} ${width},${floor}` };
}

/** Which of the two is higher, or the only one. */
export function higher({ memorising, generalising }: Ridge) {
  if (!generalising.peak) return "memorisingOnly";
  if (!memorising.peak) return "generalisingOnly";
  return generalising.energy > memorising.energy ? "generalising" : "memorising";
}
