import { join } from "node:path";
import { writeWhole } from "../files/write-whole.ts";
import type { Conclusion } from "../run/conclude.ts";
import { reportPage } from "./report-page.ts";

/**
 * Writes a run's report into its folder. Returns its path.
 *
 * @throws InputError if it cannot be written
 */
export async function writeReport(conclusion: Conclusion): Promise<string> {
  const path = join(conclusion.run.folder, "report.html");
  writeWhole(path, await reportPage(conclusion));
  return path;
}
