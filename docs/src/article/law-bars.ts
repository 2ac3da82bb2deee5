import { count } from "../demo/numbers.ts";
import type { opinions } from "./opinions.ts";
import type { ArticleWords } from "./words/index.ts";

/** What the laws say of the same table, as bars and in a sentence. */
export function lawBars(said: ReturnType<typeof opinions>, words: ArticleWords["rivalLaws"]) {
  const shares = said.map(({ share }) => share);
  return {
    bars: said.map(({ title, share, criticalCount }) => ({
      title,
      length: Math.min(1, share),
      needs: words.needs(count(Math.round(criticalCount)), `${(100 * share).toFixed(1)} %`),
    })),
    says: words.says(said.length, (Math.max(...shares) / Math.min(...shares)).toFixed(1)),
  };
}
