import type { Command } from "../arguments/command.ts";
import { clean } from "./clean.ts";
import { measure } from "./measure.ts";
import { predict } from "./predict.ts";
import { report } from "./report.ts";
import { reproduce } from "./reproduce.ts";
import { results } from "./results.ts";
import { resume } from "./resume.ts";
import { status } from "./status.ts";
import { sweep } from "./sweep.ts";
import { tasks } from "./tasks.ts";
import { train } from "./train.ts";
import { worker } from "./worker.ts";

/** All commands; the first is the one that is meant if none is named. */
export const commands: readonly Command[] = [
  train,
  resume,
  report,
  measure,
  predict,
  reproduce,
  sweep,
  worker,
  results,
  status,
  clean,
  tasks,
];
