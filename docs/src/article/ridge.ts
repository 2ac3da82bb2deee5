/** The energy along half a circle through two peaks: what a page draws. */
export interface Ridge {
  /** Of the table shown. */
  readonly share: number;
  readonly memorising: Summit;
  readonly generalising: Summit;
  /** At equal angles from 0° to `turn`, where it begins anew. */
  readonly energies: readonly number[];
}

interface Summit {
  readonly energy: number;
  /** In degrees. */
  readonly angle: number;
  /** False if no peak of this kind was found: then this is where the climb began. */
  readonly peak: boolean;
}

export const kinds = ["memorising", "generalising"] as const;

/** In degrees: w and −w are one node. */
export const turn = 180;

export const placeOf = (angle: number, { energies }: Ridge): number =>
  Math.round((angle * energies.length) / turn) % energies.length;

/** Which of the two is nearer to a place. */
export function nearer(place: number, ridge: Ridge): (typeof kinds)[number] {
  const { length } = ridge.energies;
  const [memorising, generalising] = kinds.map((kind) => {
    const apart = Math.abs(place - placeOf(ridge[kind].angle, ridge));
    return Math.min(apart, length - apart);
  }) as [number, number];
  return memorising < generalising ? "memorising" : "generalising";
}

/** Which of the two is higher, or the only one. */
export function higher({ memorising, generalising }: Ridge) {
  if (!generalising.peak) return "memorisingOnly";
  if (!memorising.peak) return "generalisingOnly";
  return generalising.energy > memorising.energy ? "generalising" : "memorising";
}
