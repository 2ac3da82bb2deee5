/** What the same run came to over several seeds, from the least to the most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** inside: no further off than another seed would have been; near: within a half more or less of the run. */
export type Grade = "inside" | "near" | "off";

export interface Mark {
  readonly grade: Grade;
  /** Guess less what came. */
  readonly difference: number;
}

/** The factor up to which a guess counts as near. */
const nearly = 1.5;

/**
 * How good a guess was of what a run came to.
 *
 * @param guess at least 0
 * @param came what the run came to
 * @param seeds what runs of other seeds came to
 */
export function markOf(guess: number, came: number, seeds: Range): Mark {
  const least = Math.min(came, seeds.least);
  const most = Math.max(came, seeds.most);
  const isInside = guess >= least && guess <= most;
  const isNear = guess * nearly >= came && guess <= came * nearly;
  return { grade: isInside ? "inside" : isNear ? "near" : "off", difference: guess - came };
}
