import type { Comparison } from "../outcome/comparison.ts";
import { bold, dim } from "./style.ts";
import { columns } from "./table.ts";

const verdicts = { true: "✓", false: "✗", null: " " } as const;

/** Prediction and outcome side by side. */
export function comparisonText(rows: readonly Comparison[]): string {
  const head = ["", "", dim("predicted"), dim("measured")];
  const body = rows.map(({ about, predicted, measured, agree }) => [
    verdicts[`${agree}`],
    about,
    predicted,
    measured,
  ]);
  return `${bold("Prediction and outcome")}\n${columns([head, ...body])}`;
}
