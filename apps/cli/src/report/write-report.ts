import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Conclusion } from "../run/conclude.ts";
import { reportPage } from "./report-page.ts";

/** Writes a run's report into its folder. Returns its path. */
export async function writeReport(conclusion: Conclusion): Promise<string> {
  const path = join(conclusion.run.folder, "report.html");
  await writeFile(path, reportPage(conclusion));
  return path;
}
