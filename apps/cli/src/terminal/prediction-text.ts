import { explain, type Prediction, type Topic } from "@grokscape/theory";
import { bold } from "./style.ts";
import { columns, paragraph } from "./table.ts";

const titles: Readonly<Partial<Record<Topic, string>>> = {
  critical: "examples",
  caveat: "but",
};

/**
 * What the theory says of a run, to be read before it.
 *
 * @param without topics that are left out
 */
export function predictionText(prediction: Prediction, without: readonly Topic[] = []): string {
  const passages = explain(prediction, "en").filter(({ about }) => !without.includes(about));
  const rows = passages.map((passage) => [titles[passage.about] ?? passage.about, passage.text]);
  return `${bold(paragraph("What the theory says of this run"))}\n${columns(rows)}`;
}
