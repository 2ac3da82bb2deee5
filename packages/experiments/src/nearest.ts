import { distance } from "fastest-levenshtein";

/** The candidate nearest to a word by edit distance, or one that begins with it; undefined if none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const most = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const [near] = candidates
    .map((candidate) => ({ candidate, slips: distance(word, candidate) }))
    .filter(({ slips }) => slips <= most && slips < word.length)
    .sort((a, b) => a.slips - b.slips);
  const begun = word.length > 2 ? candidates.find((one) => one.startsWith(word)) : undefined;
  return near?.candidate ?? begun;
}

/** "did you mean cyclic?" if a candidate is near, `otherwise` if not. */
export function didYouMean(word: string, candidates: readonly string[], otherwise: string): string {
  const meant = nearest(word, candidates);
  return meant ? `did you mean ${meant}?` : otherwise;
}
