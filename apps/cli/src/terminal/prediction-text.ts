import { explain, type Prediction } from "@grokscape/theory";
import { bold } from "./style.ts";
import { columns } from "./table.ts";

const about = {
  task: "task",
  features: "features",
  width: "width",
  critical: "examples",
  verdict: "verdict",
  caveat: "but",
} as const;

/** What the theory says of a run, to be read before it. */
export function predictionText(prediction: Prediction): string {
  const rows = explain(prediction, "en").map((passage) => [
    (about as Readonly<Record<string, string>>)[passage.about] ?? passage.about,
    passage.text,
  ]);
  return `${bold("What the theory says of this run")}\n${columns(rows)}`;
}
