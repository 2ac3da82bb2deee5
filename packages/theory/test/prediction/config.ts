import type { PredictableConfig } from "@grokscape/theory";
import { runConfig } from "@grokscape/trainer";

/** The run of the paper's Figure 3. */
export const figure3: PredictableConfig = runConfig({
  task: "cyclic:71",
  split: { fraction: 0.4 },
  model: { width: 2048 },
});
