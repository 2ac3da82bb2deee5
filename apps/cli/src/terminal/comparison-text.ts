import { type Agreement, agreements } from "@grokscape/theory";
import type { Comparison } from "../outcome/comparison.ts";
import { bold, dim } from "./style.ts";
import { columns, paragraph } from "./table.ts";

/** The comparison as a table, with a legend of the marks in it. */
export function comparisonText(rows: readonly Comparison[]): string {
  const head = ["", "", "predicted", "measured"];
  const body = rows.map(({ about, predicted, measured, agreement }) => [
    agreement ? agreements[agreement].mark : " ",
    about,
    predicted,
    measured,
  ]);
  const legend = (Object.keys(agreements) as Agreement[])
    .filter((name) => rows.some(({ agreement }) => agreement === name))
    .map((name) => `${agreements[name].mark} ${name}`)
    .join("  ");
  const table = `${bold(paragraph("Prediction and outcome"))}\n${columns(body, head)}`;
  return legend ? `${table}\n${dim(paragraph(legend, 2))}` : table;
}
