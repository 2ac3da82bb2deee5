import { distance } from "fastest-levenshtein";

/**
 * The word that takes the fewest changes of a letter to become `wrong`, among those that contain it if
 * any do; undefined if half of the letters and more would have to change.
 */
export function nearest(wrong: string, words: readonly string[]): string | undefined {
  const containing = wrong.length > 1 ? words.filter((word) => word.includes(wrong)) : [];
  const candidates = containing.length > 0 ? containing : words;
  const changes = candidates.map((word) => distance(wrong, word));
  const fewest = Math.min(...changes);
  const isNear = containing.length > 0 || 2 * fewest <= wrong.length;
  return isNear ? candidates[changes.indexOf(fewest)] : undefined;
}
