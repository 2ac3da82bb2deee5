import type { Comparison } from "../outcome/comparison.ts";
import { bold } from "./style.ts";
import { columns, paragraph } from "./table.ts";

const verdicts = { true: "✓", false: "✗", null: " " } as const;

/** Prediction and outcome side by side. */
export function comparisonText(rows: readonly Comparison[]): string {
  const head = ["", "", "predicted", "measured"];
  const body = rows.map(({ about, predicted, measured, agree }) => [
    verdicts[`${agree}`],
    about,
    predicted,
    measured,
  ]);
  return `${bold(paragraph("Prediction and outcome"))}\n${columns(body, head)}`;
}
