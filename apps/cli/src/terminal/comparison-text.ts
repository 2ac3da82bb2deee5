import { type Agreement, agreements } from "@grokscape/theory";
import { bestInWords } from "../outcome/best.ts";
import type { Conclusion } from "../run/conclude.ts";
import { bold, dim } from "./style.ts";
import { columns, paragraph } from "./table.ts";

/** The comparison as a table, with a legend of the marks in it, and the best that could be had. */
export function comparisonText({
  comparison: rows,
  best,
  record,
}: Pick<Conclusion, "comparison" | "best" | "record">): string {
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
  const told = bestInWords(best, record);
  return [table, legend && dim(paragraph(legend, 2)), told && paragraph(told)]
    .filter((part) => part)
    .join("\n");
}
