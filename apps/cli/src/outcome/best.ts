import { type Best, besideBest } from "@grokscape/theory";
import type { RunRecord } from "@grokscape/trainer";

/** The best beside the network's last accuracy, as a sentence; null where one of them is not known. */
export function bestInWords(best: Best | null, { metrics }: RunRecord): string | null {
  const accuracy = metrics.at(-1)?.testAccuracy ?? Number.NaN;
  if (!best || Number.isNaN(accuracy)) return null;
  const { en } = besideBest(best.bestAccuracy, accuracy);
  return `${en[0].toUpperCase()}${en.slice(1)}.`;
}
