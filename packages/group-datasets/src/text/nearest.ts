import { distance } from "fastest-levenshtein";

/** The word that takes the fewest changes of a letter to become `wrong`, among those that contain it if any do. */
export function nearest(wrong: string, words: readonly string[]): string {
  const containing = words.filter((word) => word.includes(wrong));
  const candidates = containing.length > 0 ? containing : words;
  const changes = candidates.map((word) => distance(wrong, word));
  return candidates[changes.indexOf(Math.min(...changes))];
}
